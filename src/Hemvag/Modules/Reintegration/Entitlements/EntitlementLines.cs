using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Reintegration.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Reintegration.Entitlements;

/// <summary>Adds lines inside an operation.</summary>
internal static class EntitlementLines
{
    public static void Add(CaseWork work, (Entitlement Entitlement, LedgerEntry Entry) opened)
    {
        var (line, entry) = opened;
        work.Db.Add(line);
        work.Db.Add(entry);
        work.Record(new EntitlementOpened(line.Id, line.BeneficiaryId, line.Category, line.CeilingMinor, line.Currency));
    }

    /// <summary>Every category of the version, with the child's share.</summary>
    public static void OpenForChild(CaseWork work, AccompanyingChild child)
    {
        var set = work.Programme.Entitlements;
        foreach (var line in set.Lines)
        {
            Add(work, Entitlement.OpenForChild(child, set, line, Acts.Of(work)));
        }
    }
}

/// <summary>
/// A decision on a child's support, or that it stays in Sweden, reaches its money: lines are opened with the adult's or after them, and what
/// has moved stands in the way of a no.
/// </summary>
internal sealed class ChildLinesFollowDecision : IReactTo<ChildEntitlementStands>
{
    /// <exception cref="RefusedException">ChildMoneyMoved.</exception>
    public async Task ReactAsync(ChildEntitlementStands happened, CaseWork work)
    {
        var lines = await work.Db.Set<Entitlement>().Where(e => e.CaseId == work.Case.Id).ToListAsync();
        var own = lines.Where(e => e.BeneficiaryId == happened.ChildId).ToList();
        if (!happened.Entitled && own.Any(e => e.ReservedMinor + e.ApprovedMinor + e.PaidMinor > 0))
        {
            throw new RefusedException(ReintegrationRefusals.ChildMoneyMoved);
        }

        if (happened.Entitled && lines.Count > 0 && own.Count == 0)
        {
            EntitlementLines.OpenForChild(work, await ChildRows.FindAsync(work, happened.ChildId));
        }
    }
}
