using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Modules.CashSupport.Recovery;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Payments;
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

    /// <summary>Something is paid, and nothing more is to be: it closes as any other case does.</summary>
    public bool IsAllPaid => HasPaid && Payable.Count == 0;

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
        // One question: a family has a handful of members, and each of the rest is seldom more than one.
        var found = await db.Set<CashDecision>()
            .AsNoTracking()
            .AsSingleQuery()
            .Where(d => d.CaseId == id)
            .Select(d => new
            {
                Decision = d,
                Family = db.Set<CashFamilyMember>().Where(m => m.CaseId == d.CaseId).OrderBy(m => m.Ordinal).ToList(),
                Payments = db.Set<Payment>()
                    .Where(p => p.CaseId == d.CaseId)
                    .Join(db.Set<Entitlement>(), p => p.EntitlementId, e => e.Id, (Payment, line) => new { Payment, line.BeneficiaryId })
                    .ToList(),
                Visits = db.Set<CashVisit>().Where(v => v.CaseId == d.CaseId).OrderBy(v => v.RecordedAt).ThenBy(v => v.Id).ToList(),
                Recoveries = db.Set<CashRecovery>().Where(r => r.CaseId == d.CaseId).OrderBy(r => r.RecordedAt).ToList(),
                Repayments = db.Set<CashRepayment>().Where(r => r.CaseId == d.CaseId).OrderBy(r => r.On).ToList(),
            })
            .FirstOrDefaultAsync();
        return found is null
            ? null
            : new CashView(
                found.Decision,
                [.. found.Family.Select(m => new ShareView(m, found.Payments.FirstOrDefault(p => p.BeneficiaryId == m.BeneficiaryId)?.Payment))],
                found.Visits,
                found.Recoveries,
                found.Repayments
            );
    }
}
