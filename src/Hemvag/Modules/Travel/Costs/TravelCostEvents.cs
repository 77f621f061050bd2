using Hemvag.Auditing;

namespace Hemvag.Modules.Travel.Costs;

/// <param name="EstimateMinor">Minor units of the currency.</param>
internal sealed record TravelCostRequested(Guid CostId, TravelCostKind Kind, Guid? SubjectId, long EstimateMinor, string Currency) : IEvent;

/// <summary>A cost was approved, refused, invoiced, paid back or cancelled.</summary>
/// <param name="State">Where it stands after it.</param>
/// <param name="AmountMinor">What it is about, in minor units of the currency.</param>
internal sealed record TravelCostMoved(Guid CostId, TravelCostKind Kind, TravelCostState State, long AmountMinor, string Currency, bool IsRefund)
    : IEvent;

/// <summary>What it cost had been mistyped.</summary>
/// <param name="State">Where it stands after it.</param>
/// <param name="BeforeMinor">Minor units of the currency.</param>
/// <param name="AfterMinor">The same.</param>
internal sealed record TravelCostCorrected(Guid CostId, TravelCostState State, long BeforeMinor, long AfterMinor, string Currency) : IEvent;
