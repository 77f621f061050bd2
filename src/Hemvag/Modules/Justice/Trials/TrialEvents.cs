using Hemvag.Auditing;

namespace Hemvag.Modules.Justice.Trials;

internal sealed record TrialWritten(Guid ProceedingId, TrialWish? Before, TrialWish After, DateOnly AskedOn, Guid RecordId) : IEvent;

internal sealed record TrialCostAdded(Guid ProceedingId, Guid CostId, TrialCostKind Kind, long AmountMinor, string Currency, CostBearer Bearer)
    : IEvent;

internal sealed record TrialCostRemoved(Guid ProceedingId, Guid CostId) : IEvent;

internal sealed record JourneyHelpAsked(Guid JourneyId, JourneyLeg Leg, DateOnly TravelsOn, Guid RecordId) : IEvent;

internal sealed record JourneyHelpReady(Guid JourneyId, bool ByOffice) : IEvent;

internal sealed record JourneyHelpCancelled(Guid JourneyId) : IEvent;

/// <summary>What one side had arranged is undone.</summary>
internal sealed record JourneyHelpUndone(Guid JourneyId) : IEvent;
