using Hemvag.Auditing;

namespace Hemvag.Modules.Travel.Journeys;

/// <summary>A journey was planned, or planned anew. When and where is in the sealed record alone.</summary>
internal sealed record JourneyPlanned(Guid JourneyId, Guid RecordId, int Version) : IEvent;
