namespace Hemvag.Modules.Money.Payments;

/// <summary>How far a payment has come.</summary>
internal enum PaymentState
{
    /// <summary>Waits for approval in advance.</summary>
    Requested,

    /// <summary>Sent back with a reason; asked for again or cancelled.</summary>
    SentBack,

    /// <summary>Waits to be paid.</summary>
    Approved,

    /// <summary>Waits for its receipt.</summary>
    Paid,

    /// <summary>Paid, with its receipt; waits for the person's own word.</summary>
    Receipted,

    /// <summary>Ended before anything was paid.</summary>
    Cancelled,

    /// <summary>Paid and taken back; a new payment is a new request.</summary>
    Reversed,

    /// <summary>Paid, and accounted for by an approver without a receipt, which cannot be had any more. Nothing is free again.</summary>
    AccountedFor,
}
