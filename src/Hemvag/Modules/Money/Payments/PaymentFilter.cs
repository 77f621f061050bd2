namespace Hemvag.Modules.Money.Payments;

/// <summary>The columns of the money table, as a filter of the payments behind them.</summary>
internal enum PaymentFilter
{
    Reserved,
    Approved,
    Paid,
    Confirmed,
}

internal static class PaymentFilters
{
    public static bool Holds(this PaymentFilter filter, PaymentState state) =>
        filter switch
        {
            PaymentFilter.Reserved => state == PaymentState.Requested,
            PaymentFilter.Approved => state == PaymentState.Approved,
            PaymentFilter.Paid => state is PaymentState.Paid or PaymentState.Receipted or PaymentState.AccountedFor,
            // The person's own confirmation is another part's; until then nothing stands there.
            PaymentFilter.Confirmed => false,
        };
}
