using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>
/// Never twice (förordningen 2008:778, 4 §): looks whether someone of the family stands in another decision, and writes down that they stand
/// in this one. Only a document with its country says "the same"; a name, also with the whole day of birth, is shared by different people, so
/// that an officer looks and says how they are told apart. Nothing of the other case is shown, not even to whoever sees it.
/// </summary>
internal sealed class CashClaiming(CashTokens tokens)
{
    // Nobody is in one family twice: there name and day of birth are enough.
    private static readonly MatchKind[] OneInAFamily = [MatchKind.DocumentAndCitizenship, MatchKind.NameAndBirthDate];

    /// <summary>Of those who are like somebody it keeps why they are another person; a reason that nobody asked for is not kept.</summary>
    /// <param name="members">In the order of the form, the applicant first.</param>
    /// <exception cref="RefusedException">MemberTwice, AlreadySupported, MaybeSupported, DecisionEnteredAlready.</exception>
    public async Task ClaimAsync(CaseWork work, string decisionNumber, IReadOnlyList<(CashFamilyMember Member, CashPerson Person)> members)
    {
        var people = members.Select(m => tokens.Of(m.Person)).ToList();
        var number = tokens.OfDecision(decisionNumber);
        RequireDifferent(people);
        var taken = await TakenAsync(work.Db, people.SelectMany(t => t).Concat(number));
        for (var index = 0; index < members.Count; index++)
        {
            Look(
                work,
                members[index].Member,
                members[index].Person,
                index,
                [.. people[index].Where(t => taken.Contains(Key(t))).Select(t => t.Kind)]
            );
            Add(work, members[index].Member, people[index]);
        }

        if (number.Any(t => taken.Contains(Key(t))))
        {
            throw new RefusedException(CashRefusals.DecisionEnteredAlready, CashFields.Of(nameof(CashDecisionEntry.DecisionNumber)));
        }

        Add(work, members[0].Member, number);
    }

    /// <summary>Those of the case who were paid nothing can stand in another decision.</summary>
    /// <param name="paid">Ids of the members who were; with none the decision's number is free too.</param>
    public static async Task FreeAsync(CaseWork work, IReadOnlySet<Guid> paid)
    {
        var claims = await work.Db.Set<CashClaim>().Where(c => c.CaseId == work.Case.Id).ToListAsync();
        var freed = claims.Where(c => paid.Count == 0 || (c.Kind != MatchKind.DecisionNumber && !paid.Contains(c.MemberId))).ToList();
        work.Db.RemoveRange(freed);
        if (freed.Count > 0)
        {
            work.Record(new CashClaimsFreed(freed.Count));
        }
    }

    private static void RequireDifferent(List<IReadOnlyList<MatchToken>> people)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < people.Count; index++)
        {
            if (!people[index].Where(t => OneInAFamily.Contains(t.Kind)).All(t => seen.Add(Key(t))))
            {
                throw new RefusedException(CashRefusals.MemberTwice, CashFields.OfMember(index, nameof(CashPerson.FamilyName)));
            }
        }
    }

    private static void Look(CaseWork work, CashFamilyMember member, CashPerson person, int index, IReadOnlyList<MatchKind> hits)
    {
        if (hits.Contains(MatchKind.DocumentAndCitizenship))
        {
            throw new RefusedException(CashRefusals.AlreadySupported, CashFields.OfMember(index, nameof(CashPerson.DocumentNumber)));
        }

        if (hits.Count == 0)
        {
            return;
        }

        // Born on the same day is no way to tell them apart.
        if (person.NotSame is not { } reason || (reason == NotSamePersonReason.OtherBirthDate && hits.Contains(MatchKind.NameAndBirthDate)))
        {
            throw new RefusedException(CashRefusals.MaybeSupported, CashFields.OfMember(index, nameof(CashPerson.NotSame)), index + 1);
        }

        member.NotSame = reason;
        work.Record(new CashPersonLookedAt(member.Id, reason));
    }

    private static void Add(CaseWork work, CashFamilyMember member, IEnumerable<MatchToken> all) =>
        work.Db.AddRange(
            all.Select(token => new CashClaim
            {
                Id = work.NewId(),
                CaseId = work.Case.Id,
                MemberId = member.Id,
                Kind = token.Kind,
                RootKeyVersion = token.RootKeyVersion,
                Value = token.Value,
            })
        );

    // One question for the whole family. What is saved together with it stands in no table yet.
    private static async Task<HashSet<string>> TakenAsync(HemvagDbContext db, IEnumerable<MatchToken> wanted)
    {
        var values = wanted.Select(t => t.Value).ToList();
        var found = await db.Set<CashClaim>().Where(c => values.Contains(c.Value)).Select(c => c.Value).ToListAsync();
        return found.Concat(db.Set<CashClaim>().Local.Select(c => c.Value)).Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
    }

    private static string Key(MatchToken token) => Convert.ToHexString(token.Value);
}
