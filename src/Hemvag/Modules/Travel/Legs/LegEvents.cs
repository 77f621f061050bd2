using Hemvag.Auditing;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>A leg was planned. When and where is in the sealed record alone.</summary>
/// <param name="ReplacesId">The leg whose place it takes; null for a new one.</param>
internal sealed record LegPlanned(Guid LegId, int Ordinal, LegKind Kind, Guid? ReplacesId, Guid RecordId) : IEvent;

/// <summary>A leg is not travelled as planned; its row and what is sealed stay.</summary>
internal sealed record LegSuperseded(Guid LegId, int Ordinal, LegChange Change) : IEvent;

/// <summary>A leg has departed or arrived.</summary>
internal sealed record LegMoved(Guid LegId, int Ordinal, LegState State) : IEvent;

/// <summary>What was told last of a leg was not so.</summary>
/// <param name="State">As it stands without it.</param>
internal sealed record LegTakenBack(Guid LegId, int Ordinal, LegState State, NotSoReason Reason) : IEvent;

/// <summary>Whoever meets the person has seen that the journey was changed on the way.</summary>
internal sealed record LegsAcknowledged(Guid OrganisationId) : IEvent;
