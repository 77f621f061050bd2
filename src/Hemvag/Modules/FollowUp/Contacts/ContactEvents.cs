using Hemvag.Auditing;

namespace Hemvag.Modules.FollowUp.Contacts;

internal sealed record ContactPlanned(Guid ContactId, ContactOrigin Origin, int? Month, DateOnly PlannedOn) : IEvent;

internal sealed record ContactMoved(Guid ContactId, DateOnly Before, DateOnly After) : IEvent;

/// <summary>The day of a contact came near, and someone was asked to hold it.</summary>
internal sealed record ContactAskedFor(Guid ContactId, DateOnly PlannedOn) : IEvent;

internal sealed record ContactHeld(Guid ContactId, DateOnly HeldOn, ContactWay Way, bool MoreSupportAsked, Guid? RecordId) : IEvent;

internal sealed record ContactTried(Guid ContactId, Guid TryId, int Number, MissedNext Next, Guid? RecordId) : IEvent;

internal sealed record ContactClimbed(Guid ContactId, ClimbLevel Before, ClimbLevel After) : IEvent;

internal sealed record ContactCancelled(Guid ContactId, ContactCancelReason Reason) : IEvent;

internal sealed record ContactKept(Guid ContactId, ContactCancelReason Before) : IEvent;

/// <summary>A job looked and found nothing to do.</summary>
internal sealed record ContactLookedAt(Guid ContactId, ContactState State) : IEvent;

internal sealed record MoreSupportAnswered(Guid ContactId) : IEvent;
