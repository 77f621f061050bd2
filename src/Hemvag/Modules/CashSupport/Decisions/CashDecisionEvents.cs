using Hemvag.Auditing;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <param name="Members">How many the decision names.</param>
internal sealed record CashDecisionEntered(Guid DecisionId, Guid RecordId, int Members, long TotalMinor, string Currency) : IEvent;

/// <summary>Somebody like this one had support; the officer has looked.</summary>
internal sealed record CashPersonLookedAt(Guid MemberId, NotSamePersonReason Reason) : IEvent;

internal sealed record CashCombinationAnswered(Guid DecisionId, CombinationAnswer Answer) : IEvent;

/// <summary>IOM Finland confirms the receipt later; why stands nowhere.</summary>
internal sealed record CashReceiptPutOff(Guid DecisionId) : IEvent;

/// <summary>Nothing was paid to them: those of the decision can be granted support by another one.</summary>
internal sealed record CashClaimsFreed(int Claims) : IEvent;
