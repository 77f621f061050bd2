using System.Runtime.CompilerServices;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Payments;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Money.Ledger;

/// <summary>Adds up the whole ledger again: balances are the sums of their entries, and no payment was made without approval before it, or twice.</summary>
internal sealed class MoneyVerification : IVerification
{
    public async IAsyncEnumerable<Finding> CheckAsync(HemvagDbContext db, [EnumeratorCancellation] CancellationToken stop)
    {
        var sums = new Dictionary<Guid, LedgerSums>();
        var before = new Dictionary<Guid, long>();
        var replays = new Dictionary<Guid, PaymentReplay>();
        var entries = db.Set<LedgerEntry>().AsNoTracking().OrderBy(e => e.PaymentId).ThenBy(e => e.Ordinal).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(stop))
        {
            sums[entry.EntitlementId] = (sums.GetValueOrDefault(entry.EntitlementId) ?? LedgerSums.Zero).Plus(entry.Kind, entry.AmountMinor);
            if (entry.Kind == LedgerKind.PaidBefore)
            {
                before[entry.EntitlementId] = before.GetValueOrDefault(entry.EntitlementId) + entry.AmountMinor;
            }

            if (entry.PaymentId is { } payment)
            {
                replays[payment] = (replays.GetValueOrDefault(payment) ?? PaymentReplay.Nothing).After(entry);
            }
        }

        await foreach (var entitlement in db.Set<Entitlement>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            var added = sums.GetValueOrDefault(entitlement.Id) ?? LedgerSums.Zero;
            if (added != entitlement.Sums || !added.Hold || before.GetValueOrDefault(entitlement.Id) != entitlement.PaidBeforeMinor)
            {
                yield return new Finding(
                    Streams.Case(entitlement.CaseId),
                    $"Entitlement {entitlement.Id}",
                    "differs from the sum of its ledger entries"
                );
            }
        }

        await foreach (var payment in db.Set<Payment>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!(replays.GetValueOrDefault(payment.Id) ?? PaymentReplay.Nothing).Fits(payment))
            {
                yield return new Finding(Streams.Case(payment.CaseId), $"Payment {payment.Id}", "differs from what its ledger entries say");
            }
        }
    }
}
