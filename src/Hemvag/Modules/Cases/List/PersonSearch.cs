using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.List;

/// <summary>A case that answers to what was typed.</summary>
/// <param name="IsSure">False where the name is only alike.</param>
internal sealed record FoundCase(Guid Id, string Number, string NeutralName, bool IsSure);

/// <summary>
/// Finds one's own cases by who the person is. It compares tokens and opens nothing, and answers for a case only where the account may open the
/// compartment that the answer would tell of: a search is not to tell what a consent leaves out.
/// </summary>
internal sealed class PersonSearch(HemvagDbContext db, CaseAccess access, MatchTokens tokens)
{
    /// <summary>More than these are no answer to a question about one person.</summary>
    public const int Most = 20;

    /// <summary>Whether any role of the account can open what a search tells of.</summary>
    public static bool IsFor(CurrentAccount account) => Allowed(account) != Compartment.None;

    /// <exception cref="RefusedException">NothingToSearch when what was typed makes no token.</exception>
    public async Task<IReadOnlyList<FoundCase>> FindAsync(CurrentAccount account, MatchSubject subject)
    {
        var values = tokens.ToFind(subject).Select(t => t.Value).ToList();
        if (values.Count == 0)
        {
            throw new RefusedException(CaseRefusals.NothingToSearch, "Input.Name");
        }

        var hits = await db.Set<StoredToken>()
            .AsNoTracking()
            .Where(t => values.Contains(t.Value))
            .Join(access.Visible(account), t => t.CaseId, c => c.Id, (Token, Case) => new { Token, Case })
            .OrderBy(h => h.Case.Number)
            .Take(Most * Enum.GetValues<MatchKind>().Length)
            .Select(h => new Hit(h.Case.Id, h.Case.Number, h.Case.NeutralName, h.Token.Kind, h.Token.Compartment))
            .ToListAsync();
        var found = new List<FoundCase>();
        foreach (var ofCase in hits.GroupBy(h => h.Id).Take(Most))
        {
            // What this account may open there now, with every consent as it stands.
            var may = (await access.FindAsync(ofCase.Key, account))?.Compartments ?? Compartment.None;
            var told = ofCase.Where(h => (may & h.Compartment) != Compartment.None).ToList();
            if (told.Count > 0)
            {
                var first = told[0];
                found.Add(new FoundCase(first.Id, first.Number, first.NeutralName, told.Any(h => h.Kind != MatchKind.NameLikeAndBirthYear)));
            }
        }

        return found;
    }

    private static Compartment Allowed(CurrentAccount account) =>
        account.Roles.Aggregate(Compartment.None, (all, r) => all | CasePermissions.CompartmentsFor(r))
        & (Compartment.Identity | Compartment.Contact);

    private sealed record Hit(Guid Id, string Number, string NeutralName, MatchKind Kind, Compartment Compartment);
}
