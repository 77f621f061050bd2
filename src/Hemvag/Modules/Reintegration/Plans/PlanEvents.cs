using Hemvag.Auditing;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>What of an item stands in clear.</summary>
internal sealed record PlanItemFigures(
    SupportPurpose Purpose,
    EntitlementCategory Category,
    long AmountMinor,
    int Month,
    Role Responsible,
    DateOnly DrawnUpOn,
    Guid? ChildId
)
{
    public static PlanItemFigures Of(PlanItem item) =>
        new(item.Purpose, item.Category, item.AmountMinor, item.Month, item.Responsible, item.DrawnUpOn, item.ChildId);
}

internal sealed record PlanItemAdded(Guid ItemId, int Number, int PlanVersion, PlanItemFigures After) : IEvent;

internal sealed record PlanItemChanged(Guid ItemId, int Number, int PlanVersion, PlanItemFigures Before, PlanItemFigures After) : IEvent;

internal sealed record PlanItemRemoved(Guid ItemId, int Number, int PlanVersion, PlanItemFigures Before) : IEvent;

internal sealed record PlanAgreed(PlanParty Party, int PlanVersion, DateOnly AgreedOn, string? Language, bool ThroughInterpreter) : IEvent;
