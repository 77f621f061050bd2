namespace Hemvag.Modules.Money.Ledger;

/// <summary>What ledger entries add up to, in minor units.</summary>
internal sealed record LedgerSums(long Ceiling, long Reserved, long Approved, long Paid, long Confirmed)
{
    public static readonly LedgerSums Zero = new(0, 0, 0, 0, 0);

    /// <summary>What may still be requested.</summary>
    public long Left => Ceiling - Reserved - Approved - Paid;

    /// <summary>Nothing below zero, nothing above the ceiling.</summary>
    public bool Hold => Reserved >= 0 && Approved >= 0 && Paid >= 0 && Confirmed >= 0 && Confirmed <= Paid && Left >= 0;

    /// <exception cref="OverflowException">When a sum does not fit: no real ledger comes near.</exception>
    public LedgerSums Plus(LedgerKind kind, long amountMinor)
    {
        var effect = LedgerEffect.Of(kind);
        return checked(
            new LedgerSums(
                Ceiling + (effect.Ceiling * amountMinor),
                Reserved + (effect.Reserved * amountMinor),
                Approved + (effect.Approved * amountMinor),
                Paid + (effect.Paid * amountMinor),
                Confirmed + (effect.Confirmed * amountMinor)
            )
        );
    }
}
