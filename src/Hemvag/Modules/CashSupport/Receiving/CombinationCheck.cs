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
internal sealed class CombinationCheck(HemvagDbContext db, CaseAccess access)
{
    /// <returns>The numbers of the cases, in order; each is one the account sees, and where it may open who the person is.</returns>
    public async Task<IReadOnlyList<string>> NumbersAsync(Guid caseId, CurrentAccount account)
    {
        var mine = access.Visible(account).Where(c => c.Kind == ProgrammeKind.AssistedReturn);
        var hits = await db.Set<CashClaim>()
            .Where(c => c.CaseId == caseId)
            .Join(db.Set<StoredToken>().Where(t => t.Compartment == Compartment.Identity), c => c.Value, t => t.Value, (c, t) => t.CaseId)
            .Distinct()
            .Join(mine, id => id, c => c.Id, (_, c) => new { c.Id, c.Number })
            .OrderBy(c => c.Number)
            .ToListAsync();
        var numbers = new List<string>();
        foreach (var hit in hits)
        {
            if ((await access.FindAsync(hit.Id, account))?.MayOpen(Compartment.Identity) == true)
            {
                numbers.Add(hit.Number);
            }
        }

        return numbers;
    }
}
