namespace Hemvag.Modules.Money.Ledger;

/// <summary>How an entry moves the counters of its entitlement: +1, 0 or −1 times the amount. The one table of signs.</summary>
internal sealed record LedgerEffect(int Ceiling = 0, int Reserved = 0, int Approved = 0, int Paid = 0, int Confirmed = 0)
{
    public static LedgerEffect Of(LedgerKind kind) =>
        kind switch
        {
            LedgerKind.Opened => new(Ceiling: 1),
            LedgerKind.Reserved => new(Reserved: 1),
            LedgerKind.SentBack or LedgerKind.Withdrawn => new(Reserved: -1),
            LedgerKind.Approved => new(Reserved: -1, Approved: 1),
            LedgerKind.Cancelled or LedgerKind.Released => new(Approved: -1),
            LedgerKind.Paid => new(Approved: -1, Paid: 1),
            LedgerKind.PaidBefore => new(Paid: 1),
            LedgerKind.Receipted or LedgerKind.AccountedFor => new(),
            LedgerKind.Confirmed => new(Confirmed: 1),
            LedgerKind.Reversed => new(Paid: -1),
        };
}
