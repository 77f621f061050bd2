using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Ledger;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Money.Payments;

/// <summary>Entitlements, the adult's first and then each child's, with their payments, newest first.</summary>
internal sealed record MoneyView(IReadOnlyList<Entitlement> Entitlements, IReadOnlyList<Payment> Payments)
{
    public LedgerSums Total =>
        Entitlements.Aggregate(
            LedgerSums.Zero,
            (all, e) =>
                new LedgerSums(
                    all.Ceiling + e.CeilingMinor,
                    all.Reserved + e.ReservedMinor,
                    all.Approved + e.ApprovedMinor,
                    all.Paid + e.PaidMinor,
                    all.Confirmed + e.ConfirmedMinor
                )
        );

    /// <summary>Lines of accompanying children are among them.</summary>
    public bool HasChildren => Entitlements.Any(e => e.IsOfChild);

    public Entitlement EntitlementOf(Payment payment) => Entitlements.First(e => e.Id == payment.EntitlementId);
}

/// <summary>A line of a payment's history.</summary>
internal sealed record LedgerLine(int Ordinal, LedgerKind Kind, long AmountMinor, DateTime At, string? By);

/// <summary>Reads the money of a case.</summary>
internal sealed class MoneyQueries(HemvagDbContext db, CaseVault vault)
{
    /// <summary>In one query.</summary>
    public async Task<MoneyView> ReadAsync(CaseHandle handle)
    {
        // A child's lines whose yes was taken back before money moved are not shown.
        var stand = db.Set<Entitlement>()
            .AsNoTracking()
            .Where(e => e.CaseId == handle.CaseId)
            .Where(e =>
                e.BeneficiaryId == e.CaseId
                || db.Set<AccompanyingChild>().Any(c => c.Id == e.BeneficiaryId && c.TravelsAlong && c.GetsSupport == true)
                || db.Set<Payment>().Any(p => p.EntitlementId == e.Id)
            );
        var rows = await (
            from entitlement in stand
            join payment in db.Set<Payment>().AsNoTracking() on entitlement.Id equals payment.EntitlementId into payments
            from payment in payments.DefaultIfEmpty()
            select new { entitlement, payment }
        ).ToListAsync();
        return new MoneyView(
            [.. rows.Select(r => r.entitlement).DistinctBy(e => e.Id).OrderBy(e => e.ChildOrdinal ?? 0).ThenBy(e => e.Category)],
            [.. rows.Where(r => r.payment is not null).Select(r => r.payment!).OrderByDescending(p => p.RequestedAt).ThenByDescending(p => p.Month)]
        );
    }

    /// <returns>Null when this case has no such payment.</returns>
    public Task<Payment?> FindAsync(CaseHandle handle, Guid paymentId) =>
        db.Set<Payment>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == paymentId && p.CaseId == handle.CaseId);

    public async Task<IReadOnlyList<LedgerLine>> HistoryAsync(CaseHandle handle, Guid paymentId) =>
        await db.Set<LedgerEntry>()
            .AsNoTracking()
            .Where(e => e.CaseId == handle.CaseId && e.PaymentId == paymentId)
            .OrderBy(e => e.Ordinal)
            .Select(e => new LedgerLine(
                e.Ordinal,
                e.Kind,
                e.AmountMinor,
                e.At,
                db.Set<Account>().Where(a => a.Id == e.By).Select(a => a.DisplayName).FirstOrDefault()
            ))
            .ToListAsync();

    /// <summary>What each payment buys, by payment, under a live opening of Bank.</summary>
    public async Task<IReadOnlyDictionary<Guid, Unsealed<PaymentDetails>>> DetailsAsync(OpenedCompartment opened)
    {
        var all = await vault.ReadAllAsync<PaymentDetails>(db, opened, Compartment.Bank, PaymentSubjects.AllDetails);
        return all.ToDictionary(d => Guid.ParseExact(d.Subject[PaymentSubjects.AllDetails.Length..], "N"));
    }

    /// <summary>What a payment buys; and why it was sent back, cancelled or reversed, by the ordinal of the entry that explains.</summary>
    public async Task<(Unsealed<PaymentDetails>? Details, IReadOnlyDictionary<int, string> Reasons)> WordsAsync(
        OpenedCompartment opened,
        Guid paymentId
    )
    {
        var prefix = PaymentSubjects.Reasons(paymentId);
        var (details, reasons) = await vault.ReadBothAsync<PaymentDetails, PaymentReason>(
            db,
            opened,
            Compartment.Bank,
            PaymentSubjects.Details(paymentId),
            prefix
        );
        return (
            details.SingleOrDefault(),
            reasons.ToDictionary(r => int.Parse(r.Subject[prefix.Length..], System.Globalization.CultureInfo.InvariantCulture), r => r.Value.Text)
        );
    }
}
