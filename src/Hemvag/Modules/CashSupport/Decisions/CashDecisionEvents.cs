using Hemvag.Auditing;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <param name="Members">How many the decision names.</param>
internal sealed record CashDecisionEntered(
    Guid DecisionId,
    Guid RecordId,
    int Members,
    long TotalMinor,
    string Currency,
    NotSamePersonReason? NotSamePerson
) : IEvent;

internal sealed record CashCombinationAnswered(Guid DecisionId, CombinationAnswer Answer) : IEvent;

/// <summary>Nothing was paid: those of the decision can be granted support by another one.</summary>
internal sealed record CashClaimsFreed(int Claims) : IEvent;
