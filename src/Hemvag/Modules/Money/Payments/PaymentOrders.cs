using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Money.Payments;

/// <summary>What is asked for.</summary>
/// <param name="Purpose">Null only for an instalment, which serves all purposes of its line.</param>
/// <param name="Month">1, 2, 3 … for an instalment; else null.</param>
/// <param name="PlanItem">The item of the current plan it carries out; null when it stands in no item.</param>
internal sealed record PaymentOrder(SupportPurpose? Purpose, PaymentMode Mode, long AmountMinor, int? Month = null, PlannedFor? PlanItem = null);

/// <summary>An item of the plan, as far as money needs to know it.</summary>
/// <param name="Number">What people call it by: item 2.</param>
/// <param name="Category">The entitlement that pays it.</param>
internal sealed record PlannedFor(Guid ItemId, int Number, SupportPurpose Purpose, EntitlementCategory Category);

/// <summary>How it was paid.</summary>
internal sealed record PaidOrder(DateOnly On, PaymentMode Mode, long AmountMinor);

/// <summary>What proves it: a sealed file, or the person's signature on the office's cash receipt.</summary>
internal sealed record ReceiptOrder(DateOnly On, Guid? FileId, bool CashReceiptSigned);

/// <summary>The days before which a payment cannot have been made.</summary>
/// <param name="ApprovedOn">The day of the approval, at the office that pays.</param>
/// <param name="MonthBegins">The first day of an instalment's month; null when the person has not been met, or for a line without instalments.</param>
internal sealed record PayableFrom(DateOnly ApprovedOn, DateOnly? MonthBegins);
