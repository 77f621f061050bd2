using Hemvag.Auditing;
using Hemvag.Modules.Money.Ledger;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Money.Payments;

internal sealed record PaymentRequested(
    Guid PaymentId,
    EntitlementCategory Category,
    SupportPurpose? Purpose,
    PaymentMode Mode,
    long AmountMinor,
    string Currency,
    int? Month,
    int Round
) : IEvent;

internal sealed record PaymentSentBack(Guid PaymentId, long AmountMinor, string Currency, int Round) : IEvent;

internal sealed record PaymentCancelled(Guid PaymentId, PaymentState Before, long AmountMinor, string Currency) : IEvent;

internal sealed record PaymentApproved(Guid PaymentId, long AmountMinor, string Currency, int Round) : IEvent;

internal sealed record PaymentPaid(Guid PaymentId, DateOnly PaidOn, PaymentMode Mode, long AmountMinor, long ReleasedMinor, string Currency) : IEvent;

internal sealed record PaymentReceipted(Guid PaymentId, DateOnly ReceiptOn, Guid? FileId, bool CashReceiptSigned) : IEvent;

internal sealed record PaymentAccountedFor(Guid PaymentId, long AmountMinor, string Currency) : IEvent;

internal sealed record PaymentReversed(Guid PaymentId, PaymentState Before, long AmountMinor, string Currency) : IEvent;

/// <summary>What an act on a payment leaves behind: lines of the ledger and the event that tells of it.</summary>
internal sealed record PaymentMove(IReadOnlyList<LedgerEntry> Entries, IEvent Happened);
