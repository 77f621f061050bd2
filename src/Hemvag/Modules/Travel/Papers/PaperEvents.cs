using Hemvag.Auditing;
using Hemvag.Modules.Travel.Will;

namespace Hemvag.Modules.Travel.Papers;

/// <summary>A travel document was written. What stands in it is in the sealed record alone.</summary>
internal sealed record TravelPaperWritten(Guid PaperId, PaperKind Kind, PaperState State, Guid RecordId, int Version) : IEvent;

internal sealed record TravelPaperExpired(Guid PaperId, PaperKind Kind) : IEvent;

/// <summary>The watch over a document's last day has looked at it.</summary>
internal sealed record TravelPaperLookedAt(Guid PaperId, PaperState State) : IEvent;

internal sealed record EmbassyAdded(Guid EmbassyId, Guid RecordId) : IEvent;

/// <summary>The person said yes to contact with that very embassy.</summary>
internal sealed record EmbassyAgreed(Guid EmbassyId, Guid YesId, DateOnly SaidOn, AskedHow How) : IEvent;

/// <summary>The person took the yes back.</summary>
internal sealed record EmbassyNoLonger(Guid EmbassyId, Guid YesId) : IEvent;

internal sealed record EmbassyStepTaken(Guid EmbassyId, Guid StepId, EmbassyStepKind Kind, Guid? PaperId, Guid RecordId) : IEvent;
