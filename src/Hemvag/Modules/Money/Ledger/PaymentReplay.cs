using Hemvag.Modules.Money.Payments;

namespace Hemvag.Modules.Money.Ledger;

/// <summary>What a payment's entries say, read in their order and without trusting its row.</summary>
/// <param name="State">Null before the first entry.</param>
/// <param name="InOrder">False once an entry stood where it could not: paid without approval, twice, or out of order.</param>
internal sealed record PaymentReplay(PaymentState? State, long Amount, long Paid, int Count, bool InOrder)
{
    public static readonly PaymentReplay Nothing = new(null, 0, 0, 0, InOrder: true);

    public PaymentReplay After(LedgerEntry entry)
    {
        var (fits, next) = entry.Kind switch
        {
            LedgerKind.Reserved => (State is null or PaymentState.SentBack, this with { State = PaymentState.Requested, Amount = entry.AmountMinor }),
            LedgerKind.SentBack => (State == PaymentState.Requested && IsWhole(entry), this with { State = PaymentState.SentBack }),
            LedgerKind.Withdrawn => (FitsWithdrawn(entry), this with { State = PaymentState.Cancelled }),
            LedgerKind.Approved => (State == PaymentState.Requested && IsWhole(entry), this with { State = PaymentState.Approved }),
            LedgerKind.Cancelled => (State == PaymentState.Approved && IsWhole(entry), this with { State = PaymentState.Cancelled }),
            LedgerKind.Paid => (FitsPaid(entry), this with { State = PaymentState.Paid, Paid = entry.AmountMinor }),
            LedgerKind.Released => (State == PaymentState.Paid && entry.AmountMinor == Amount - Paid, this),
            LedgerKind.Receipted => (
                (State is PaymentState.Paid or PaymentState.AccountedFor) && entry.AmountMinor == Paid,
                this with
                {
                    State = PaymentState.Receipted,
                }
            ),
            LedgerKind.AccountedFor => (State == PaymentState.Paid && entry.AmountMinor == Paid, this with { State = PaymentState.AccountedFor }),
            LedgerKind.Reversed => (IsPaid && entry.AmountMinor == Paid && entry.ReversesId is not null, this with { State = PaymentState.Reversed }),
            LedgerKind.Confirmed => (IsPaid, this),
            LedgerKind.Opened or LedgerKind.PaidBefore => (false, this),
        };
        return next with { Count = Count + 1, InOrder = InOrder && fits && entry.Ordinal == Count + 1 };
    }

    public bool Fits(Payment payment) =>
        InOrder && State == payment.State && Count == payment.Entries && Amount == payment.AmountMinor && (payment.PaidMinor ?? 0) == Paid;

    private bool IsPaid => State is PaymentState.Paid or PaymentState.Receipted or PaymentState.AccountedFor;

    private bool IsWhole(LedgerEntry entry) => entry.AmountMinor == Amount;

    private bool FitsPaid(LedgerEntry entry) => State == PaymentState.Approved && entry.AmountMinor > 0 && entry.AmountMinor <= Amount;

    // What was sent back holds nothing any longer.
    private bool FitsWithdrawn(LedgerEntry entry) =>
        (State == PaymentState.Requested && IsWhole(entry)) || (State == PaymentState.SentBack && entry.AmountMinor == 0);
}
