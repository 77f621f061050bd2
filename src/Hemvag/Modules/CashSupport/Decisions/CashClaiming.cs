using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>
/// Never twice (förordningen 2008:778, 4 §): looks whether someone of the family stands in another decision, and writes down that they stand
/// in this one. Nothing of the other case is shown, not even to whoever sees it.
/// </summary>
internal sealed class CashClaiming(MatchTokens tokens)
{
    private static readonly MatchKind[] Strong = [MatchKind.DocumentNumber, MatchKind.NameAndBirthDate];

    /// <param name="members">In the order of the form.</param>
    /// <exception cref="RefusedException">MemberTwice, AlreadySupported, MaybeSupported.</exception>
    public async Task ClaimAsync(CaseWork work, IReadOnlyList<(Guid MemberId, CashPerson Person)> members, bool isLookedAt)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < members.Count; index++)
        {
            var (memberId, person) = members[index];
            await RequireFirstAsync(work.Db, person, index, isLookedAt);
            foreach (var token in Of(person, tokens.StoresUnder))
            {
                if (Strong.Contains(token.Kind) && !seen.Add(Convert.ToHexString(token.Value)))
                {
                    throw new RefusedException(CashRefusals.MemberTwice, CashFields.OfMember(index, nameof(CashPerson.FamilyName)));
                }

                work.Db.Add(
                    new CashClaim
                    {
                        Id = work.NewId(),
                        CaseId = work.Case.Id,
                        MemberId = memberId,
                        Kind = token.Kind,
                        RootKeyVersion = token.RootKeyVersion,
                        Value = token.Value,
                    }
                );
            }
        }
    }

    /// <summary>Nothing was paid: those of the case can stand in another decision.</summary>
    public static async Task FreeAsync(CaseWork work)
    {
        var claims = await work.Db.Set<CashClaim>().Where(c => c.CaseId == work.Case.Id).ToListAsync();
        work.Db.RemoveRange(claims);
        if (claims.Count > 0)
        {
            work.Record(new CashClaimsFreed(claims.Count));
        }
    }

    private async Task RequireFirstAsync(HemvagDbContext db, CashPerson person, int index, bool isLookedAt)
    {
        // Under every version of the key: what was claimed keeps the one it was made under.
        var values = tokens.Versions.SelectMany(version => Of(person, version)).Select(t => t.Value).ToList();
        var kinds = await db.Set<CashClaim>().Where(c => values.Contains(c.Value)).Select(c => c.Kind).Distinct().ToListAsync();
        if (kinds.Any(Strong.Contains))
        {
            throw new RefusedException(CashRefusals.AlreadySupported, CashFields.OfMember(index, nameof(CashPerson.FamilyName)));
        }

        if (kinds.Count > 0 && !isLookedAt)
        {
            throw new RefusedException(CashRefusals.MaybeSupported, CashFields.Of(nameof(CashDecisionEntry.NotSamePersonReason)), index + 1);
        }
    }

    private IEnumerable<MatchToken> Of(CashPerson person, int version)
    {
        var name = $"{person.GivenNames} {person.FamilyName}";
        var subject = new MatchSubject(name, person.BirthDate.Year, [], person.DocumentNumber is { } number ? [number] : []);
        return tokens.For(subject, version).Concat(tokens.ForPerson(name, person.BirthDate, version) is { } whole ? [whole] : []);
    }
}
