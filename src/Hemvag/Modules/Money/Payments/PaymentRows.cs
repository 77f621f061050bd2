using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Ledger;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Money.Payments;

/// <summary>Finds payments inside their own case, tracked, and adds what an act on them leaves behind.</summary>
internal static class PaymentRows
{
    /// <exception cref="NotThereException">When this case has no such payment.</exception>
    public static async Task<(Payment Payment, Entitlement Entitlement)> FindAsync(CaseWork work, Guid paymentId)
    {
        var found = await ReadAsync(work, work.Db.Set<Payment>().Where(p => p.Id == paymentId));
        return found is [var one] ? one : throw new NotThereException();
    }

    /// <summary>
    /// Payments of this case with their entitlements, in one statement: read one after the other, the two could stem from before and after
    /// someone else's save.
    /// </summary>
    public static async Task<IReadOnlyList<(Payment Payment, Entitlement Entitlement)>> ReadAsync(CaseWork work, IQueryable<Payment> payments)
    {
        var rows = await payments
            .Where(p => p.CaseId == work.Case.Id)
            .Join(work.Db.Set<Entitlement>(), p => p.EntitlementId, e => e.Id, (payment, entitlement) => new { payment, entitlement })
            .OrderBy(r => r.payment.Id)
            .ToListAsync();
        return [.. rows.Select(r => (r.payment, r.entitlement))];
    }

    /// <summary>Those of the payments that the account has requested in any round: a colleague's second request does not make the first one go away.</summary>
    public static async Task<IReadOnlySet<Guid>> RequestedByAsync(CaseWork work, IReadOnlyList<Guid> paymentIds, Guid account)
    {
        var found = await work
            .Db.Set<LedgerEntry>()
            .Where(e => e.CaseId == work.Case.Id && e.Kind == LedgerKind.Reserved && e.By == account)
            .Where(e => e.PaymentId != null && paymentIds.Contains(e.PaymentId.Value))
            .Select(e => e.PaymentId!.Value)
            .ToListAsync();
        return found.ToHashSet();
    }

    public static void Add(CaseWork work, PaymentMove move)
    {
        work.Db.AddRange(move.Entries);
        work.Record(move.Happened);
    }

    /// <exception cref="RefusedException">ReasonMissing.</exception>
    public static string RequireReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? throw new RefusedException(MoneyRefusals.ReasonMissing, "Reason.Text") : reason;
}
