using Hemvag.Auditing;

namespace Hemvag.Modules.Versions.Drafts;

/// <summary>A programme version was uploaded as a draft.</summary>
internal sealed record ProgrammeDraftUploaded(Guid DraftId, string ProgrammeId, string Sha256) : IEvent;

/// <summary>Its owner carried an invented case to the end and asks for publication.</summary>
/// <param name="Moves">What was done with the invented case, in words of closed lists.</param>
internal sealed record ProgrammeDraftSubmitted(Guid DraftId, string ProgrammeId, string Sha256, string Moves) : IEvent;

/// <summary>Its owner took the draft back.</summary>
internal sealed record ProgrammeDraftWithdrawn(Guid DraftId, string ProgrammeId) : IEvent;

/// <summary>A second person published the version; it never changes from then on.</summary>
/// <param name="OwnerId">Whose draft it was.</param>
internal sealed record ProgrammePublished(Guid DraftId, string ProgrammeId, string Sha256, Guid OwnerId) : IEvent;
