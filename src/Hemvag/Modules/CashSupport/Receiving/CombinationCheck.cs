using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Receiving;

/// <summary>
/// Whether someone of a decision may be in a case of the return programme that this very caseworker works on. Cases the caseworker does not
/// see are not compared: that someone has one is nobody else's to know.
/// </summary>
internal sealed class CombinationCheck(HemvagDbContext db, CaseAccess access, FamilyNames names, CashTokens tokens)
{
    /// <summary>
    /// By the tokens of the decision; where the names are open also by such as are made of them now, since a key that is newer than the
    /// decision gives other tokens.
    /// </summary>
    /// <returns>The numbers of the cases, in order; each is one the account sees, and where it may open who the person is.</returns>
    public async Task<IReadOnlyList<string>> NumbersAsync(CaseHandle handle)
    {
        // First what is looked for, and then where it stands: joined, every token there is was held against the decision's.
        var values = await db.Set<CashClaim>().Where(c => c.CaseId == handle.CaseId).Select(c => c.Value).ToListAsync();
        values.AddRange(await MadeNowAsync(handle));
        var hits = await FoundAsync(handle, values);
        var numbers = new List<string>();
        foreach (var (id, number) in hits.OrderBy(h => h.Number, StringComparer.Ordinal))
        {
            if ((await access.FindAsync(id, handle.Account))?.MayOpen(Compartment.Identity) == true)
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    private async Task<IEnumerable<(Guid Id, string Number)>> FoundAsync(CaseHandle handle, List<byte[]> values)
    {
        var alike = await db.Set<StoredToken>()
            .Where(t => t.Compartment == Compartment.Identity && t.CaseId != handle.CaseId && values.Contains(t.Value))
            .Select(t => t.CaseId)
            .Distinct()
            .ToListAsync();
        if (alike.Count == 0)
        {
            // Nearly always: who sees what is not asked for every decision, whose number it would grow with.
            return [];
        }

        var mine = access.Visible(handle.Account).Where(c => c.Kind == ProgrammeKind.AssistedReturn && alike.Contains(c.Id));
        var found = await mine.Select(c => new { c.Id, c.Number }).ToListAsync();
        return found.Select(c => (c.Id, c.Number));
    }

    private async Task<IReadOnlyList<byte[]>> MadeNowAsync(CaseHandle handle)
    {
        if (handle.Opened is not { } opened || !opened.Covers(Compartment.Identity))
        {
            return [];
        }

        var family = await db.Set<CashFamilyMember>().AsNoTracking().Where(m => m.CaseId == handle.CaseId).ToListAsync();
        return [.. (await names.ReadAsync(opened, family)).Names.Values.SelectMany(tokens.Of).Select(t => t.Value)];
    }
}
