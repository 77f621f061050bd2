using Hemvag.Modules.Reintegration.Plans;

namespace Hemvag.Modules.Reintegration;

/// <summary>Addresses of the pages of the plan within a case.</summary>
internal static class PlanLinks
{
    public const string NewItem = "plan/items";

    public static string ItemPage(Guid itemId) => $"plan/items/{itemId:D}";

    public static string AgreePage(PlanParty party) => $"plan/agree/{party}";
}
