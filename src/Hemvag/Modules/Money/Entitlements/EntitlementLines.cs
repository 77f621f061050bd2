using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Money.Ledger;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Money.Entitlements;

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
    /// <param name="paidBefore">What was paid on each line before the case was entered here, in minor units; null where nothing was.</param>
    public static void OpenForChild(CaseWork work, AccompanyingChild child, IReadOnlyDictionary<EntitlementCategory, long>? paidBefore = null)
    {
        var set = work.Programme.Entitlements;
        foreach (var line in set.Lines)
        {
            var opened = Entitlement.OpenForChild(child, set, line, Acts.Of(work));
            Add(work, opened);
            BookPaidBefore(work, opened.Entitlement, paidBefore);
        }
    }

    public static void BookPaidBefore(CaseWork work, Entitlement line, IReadOnlyDictionary<EntitlementCategory, long>? paidBefore)
    {
        if (paidBefore?.GetValueOrDefault(line.Category) is > 0 and var amount)
        {
            work.Db.Add(line.BookPaidBefore(amount, Acts.Of(work)));
            work.Record(new EntitlementPaidBefore(line.Id, amount, line.Currency));
        }
    }
}

/// <summary>
/// A decision on a child's support, or that it stays in Sweden, reaches its money: lines are opened with the adult's or after them, and what
/// is asked for and not paid is put before IOM Finland after a no.
/// </summary>
internal sealed class ChildLinesFollowDecision : IReactTo<ChildEntitlementStands>
{
    public async Task ReactAsync(ChildEntitlementStands happened, CaseWork work)
    {
        var lines = await work.Db.Set<Entitlement>().Where(e => e.CaseId == work.Case.Id).ToListAsync();
        var own = lines.Where(e => e.BeneficiaryId == happened.ChildId).ToList();
        if (happened.Entitled && lines.Count > 0 && own.Count == 0)
        {
            EntitlementLines.OpenForChild(work, await ChildRows.FindAsync(work, happened.ChildId));
        }

        await ChildMoney.FollowAsync(work);
    }
}
