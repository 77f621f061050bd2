namespace Hemvag.Modules.Money.Ledger;

/// <summary>What an entry of the ledger says. Amounts are never negative: the kind carries the sign.</summary>
internal enum LedgerKind
{
    /// <summary>The ceiling of the programme version was opened for the beneficiary (S1.65-S1.68).</summary>
    Opened,

    /// <summary>What had been paid before the case was entered here (not from the seeds): it is never paid again.</summary>
    PaidBefore,

    /// <summary>A payment was requested: its amount waits under the ceiling.</summary>
    Reserved,

    /// <summary>The approver sent the request back: nothing waits any longer.</summary>
    SentBack,

    /// <summary>The request was cancelled before it was approved.</summary>
    Withdrawn,

    /// <summary>IOM Finland approved in advance (S1.64).</summary>
    Approved,

    /// <summary>The payment was cancelled after approval, before anything was paid.</summary>
    Cancelled,

    /// <summary>The local office paid (S1.63).</summary>
    Paid,

    /// <summary>Less was paid than approved; the rest is free again.</summary>
    Released,

    /// <summary>The receipt is there (S1.69). Moves nothing.</summary>
    Receipted,

    /// <summary>The person confirmed what was received.</summary>
    Confirmed,

    /// <summary>The money came back, or was never handed over: the payment no longer counts.</summary>
    Reversed,

    /// <summary>Paid, and the receipt cannot be had any more: an approver says how it is accounted for. Moves nothing.</summary>
    AccountedFor,
}
