using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Reintegration.Entitlements;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Reintegration.Payments;

/// <summary>Finds payments inside their own case, tracked, and adds what an act on them leaves behind.</summary>
internal static class PaymentRows
{
    /// <exception cref="NotThereException">When this case has no such payment.</exception>
    public static async Task<(Payment Payment, Entitlement Entitlement)> FindAsync(CaseWork work, Guid paymentId)
    {
        var payment =
            await work.Db.Set<Payment>().FirstOrDefaultAsync(p => p.Id == paymentId && p.CaseId == work.Case.Id) ?? throw new NotThereException();
        return (payment, await work.Db.Set<Entitlement>().FirstAsync(e => e.Id == payment.EntitlementId));
    }

    public static void Add(CaseWork work, PaymentMove move)
    {
        work.Db.AddRange(move.Entries);
        work.Record(move.Happened);
    }

    /// <exception cref="RefusedException">ReasonMissing.</exception>
    public static string RequireReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? throw new RefusedException(ReintegrationRefusals.ReasonMissing, "Reason.Text") : reason;
}
