using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Payments;

namespace Hemvag.Modules.Reintegration;

/// <summary>Addresses of the pages of plan and money within a case.</summary>
internal static class MoneyLinks
{
    public const string Open = "money/open";
    public const string Request = "money/request";
    public const string Approve = "money/approve";
    public const string NewItem = "plan/items";

    public static string PaymentPage(Guid paymentId) => $"money/payments/{paymentId:D}";

    public static string ItemPage(Guid itemId) => $"plan/items/{itemId:D}";

    public static string AgreePage(Plans.PlanParty party) => $"plan/agree/{party}";

    /// <summary>The payments behind a figure of the table.</summary>
    public static string Figure(Guid caseId, EntitlementCategory? category, PaymentFilter state) =>
        CaseLinks.To(caseId, CaseLinks.Money) + (category is null ? $"?state={state}" : $"?category={category}&state={state}") + "#payments";
}
