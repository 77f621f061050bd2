using Hemvag.Auditing;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>A coordinator made a link for a professional without an account.</summary>
internal sealed record LinkMade(Guid LinkId, bool OpensMatter, DateTime ExpiresAt) : IEvent;

/// <summary>A wrong code was typed; after five the link is of no use.</summary>
internal sealed record LinkCodeWrong(Guid LinkId, int Count) : IEvent;

/// <summary>Link and code were right: the professional can write for half an hour.</summary>
internal sealed record OneTimeLinkUsed(Guid LinkId, DateTime WindowUntil) : IEvent;

/// <summary>The professional closed the window.</summary>
internal sealed record LinkLeft(Guid LinkId) : IEvent;

internal sealed record LinkRevoked(Guid LinkId) : IEvent;

/// <summary>Something was written through the link, sealed under Protection.</summary>
internal sealed record LinkWritten(Guid LinkId, Guid RecordId) : IEvent;

/// <summary>The region answered what was written through a link.</summary>
internal sealed record LinkAnswered(Guid ThreadId, Guid RecordId) : IEvent;

/// <summary>What was written through a link needs no answer.</summary>
internal sealed record LinkNeedsNoAnswer(Guid ThreadId) : IEvent;

/// <summary>The form of the first contact was filled in through the link.</summary>
internal sealed record MatterOpenedByLink(Guid LinkId) : IEvent;
