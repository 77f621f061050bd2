using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Modules.CashSupport.Recovery;
using Hemvag.Modules.Reintegration.Entitlements;
using Hemvag.Modules.Reintegration.Payments;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>How far a share has come.</summary>
/// <param name="Payment">Null before IOM Finland has asked for it, and where nothing was granted.</param>
internal sealed record ShareView(CashFamilyMember Member, Payment? Payment);

/// <summary>A decision with its shares and what has happened to them.</summary>
internal sealed record CashView(
    CashDecision Decision,
    IReadOnlyList<ShareView> Shares,
    IReadOnlyList<CashVisit> Visits,
    IReadOnlyList<CashRecovery> Recoveries,
    IReadOnlyList<CashRepayment> Repayments
)
{
    public bool IsInDoubt => Visits.Any(v => v.IsInDoubt);

    public bool HasPaid => Shares.Any(s => s.Payment is { PaidMinor: not null, IsAlive: true });

    /// <summary>Those whose share can be paid now.</summary>
    public IReadOnlyList<ShareView> Payable => [.. Shares.Where(s => s.Payment?.State == PaymentState.Approved)];

    public long PaidMinor => Shares.Sum(s => s.Payment?.PaidMinor ?? 0);
}

/// <summary>Reads a decision on cash support.</summary>
internal sealed class CashQueries(HemvagDbContext db)
{
    /// <returns>Null when the case is of another kind.</returns>
    public async Task<CashView?> FindAsync(CaseHandle handle)
    {
        var id = handle.CaseId;
        var decision = await db.Set<CashDecision>().AsNoTracking().FirstOrDefaultAsync(d => d.CaseId == id);
        if (decision is null)
        {
            return null;
        }

        var family = await db.Set<CashFamilyMember>().AsNoTracking().Where(m => m.CaseId == id).OrderBy(m => m.Ordinal).ToListAsync();
        var payments = await (
            from payment in db.Set<Payment>().AsNoTracking()
            join line in db.Set<Entitlement>().AsNoTracking() on payment.EntitlementId equals line.Id
            where payment.CaseId == id
            select new { Payment = payment, line.BeneficiaryId }
        ).ToListAsync();
        var visits = await db.Set<CashVisit>().AsNoTracking().Where(v => v.CaseId == id).OrderBy(v => v.RecordedAt).ToListAsync();
        var recoveries = await (
            from recovery in db.Set<CashRecovery>().AsNoTracking().Where(r => r.CaseId == id)
            join r in db.Set<CashRepayment>().AsNoTracking() on recovery.Id equals r.RecoveryId into repaid
            from repayment in repaid.DefaultIfEmpty()
            select new { Recovery = recovery, Repayment = repayment }
        ).ToListAsync();
        return new CashView(
            decision,
            [.. family.Select(m => new ShareView(m, payments.FirstOrDefault(p => p.BeneficiaryId == m.BeneficiaryId)?.Payment))],
            visits,
            [.. recoveries.Select(r => r.Recovery).DistinctBy(r => r.Id).OrderBy(r => r.RecordedAt)],
            [.. recoveries.Where(r => r.Repayment is not null).Select(r => r.Repayment!).OrderBy(r => r.On)]
        );
    }
}
