using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Money;

/// <summary>Addresses of the pages of the money within a case.</summary>
internal static class MoneyLinks
{
    public const string Open = "money/open";
    public const string Request = "money/request";
    public const string Approve = "money/approve";
    public const string TravelCosts = "money/travel-costs";

    public static string PaymentPage(Guid paymentId) => $"money/payments/{paymentId:D}";

    /// <summary>The payments behind a figure of the table.</summary>
    /// <param name="of">"Child 1"; 0 for the adult; null where the case has no other beneficiary.</param>
    public static string Figure(Guid caseId, EntitlementCategory? category, PaymentFilter state, int? of = null) =>
        CaseLinks.To(caseId, CaseLinks.Money)
        + (category is null ? $"?state={state}" : $"?category={category}&state={state}")
        + (of is null ? "" : $"&of={of}")
        + "#payments";

    /// <summary>Asking for a payment of a line.</summary>
    public static string RequestOf(Guid caseId, EntitlementCategory category, int? childOrdinal) =>
        $"{CaseLinks.To(caseId, Request)}?category={category}{(childOrdinal is { } ordinal ? $"&of={ordinal}" : "")}";
}
