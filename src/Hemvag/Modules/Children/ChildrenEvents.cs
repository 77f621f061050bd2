using Hemvag.Auditing;
using Hemvag.Modules.Cases.Guardians;

namespace Hemvag.Modules.Children;

internal sealed record ChildAdded(Guid ChildId, int Ordinal) : IEvent;

internal sealed record ChildRecorded(Guid ChildId, Guid RecordId, int Version) : IEvent;

/// <param name="On">The day of the yes, or of the decision.</param>
internal sealed record CustodySettled(Guid ChildId, CustodyGround Ground, DateOnly On, Guid RecordId) : IEvent;

/// <summary>A guardian whom it rested on is suspected, stands for the child no longer, or is new: it has to be settled anew.</summary>
internal sealed record CustodyFellAway(Guid ChildId, Guid GuardianId) : IEvent;

/// <summary>Whoever agreed agrees no longer, or what was decided holds no longer. Why is sealed.</summary>
internal sealed record CustodyTakenBack(Guid ChildId, DateOnly On, Guid RecordId) : IEvent;

internal sealed record ChildHeard(Guid ChildId, ChildView View, DateOnly On, Guid RecordId) : IEvent;

/// <summary>It has turned 18: its own yes alone decides over its journey. The day it did is sealed with the date of birth.</summary>
internal sealed record ChildIsGrown(Guid ChildId, DateOnly ConfirmedOn) : IEvent;

/// <summary>Whether the child travels along or stays in Sweden. Why is sealed.</summary>
internal sealed record ChildTravelSet(Guid ChildId, bool TravelsAlong, Guid RecordId) : IEvent;

/// <summary>The reasons are sealed.</summary>
internal sealed record ChildSupportDecided(Guid ChildId, Guid DecisionId, bool Gets, DateOnly On, Guid RecordId) : IEvent;

internal sealed record GuardianAdded(Guid GuardianId, int Number, GuardianKind Kind, StandsFor StandsFor, Guid? ChildId, Guid RecordId) : IEvent;

internal sealed record GuardianRecorded(Guid GuardianId, Guid RecordId, int Version) : IEvent;

/// <summary>From now on they are kept out (OSL 12:3), or no longer. Why is sealed.</summary>
internal sealed record GuardianSuspicionSet(Guid GuardianId, bool Suspected, Guid RecordId) : IEvent;

/// <summary>They stand for nobody here any more. Why is sealed.</summary>
internal sealed record GuardianEnded(Guid GuardianId, DateOnly On, Guid RecordId) : IEvent;

internal sealed record MinorMarked(Guid MinorId) : IEvent;

internal sealed record GuardianSigned(Guid GuardianId, DateOnly On, Guid FileId) : IEvent;

/// <summary>Who signed is suspected, or stands for the person no longer: the signature counts for nothing.</summary>
internal sealed record GuardianSignatureFellAway(Guid GuardianId) : IEvent;

/// <summary>The guardian agrees no longer. Why is sealed.</summary>
internal sealed record GuardianSignatureTakenBack(Guid GuardianId, DateOnly On, Guid RecordId) : IEvent;

internal sealed record BestInterestsDecided(Guid DecisionId, DecisionSide Side, bool InBestInterests, DateOnly On, Guid RecordId, Guid? FileId)
    : IEvent;

internal sealed record ReceivingAuthorityNamed(Guid RecordId, int Version) : IEvent;

internal sealed record TakingOverConfirmed(DateOnly On) : IEvent;

/// <summary>It was not so, or not on that day: the social services in Sweden are responsible again. Why is sealed.</summary>
internal sealed record TakingOverTakenBack(Guid RecordId) : IEvent;

/// <summary>The day of arrival was corrected to one after it: it is asked anew.</summary>
internal sealed record TakingOverFellAway : IEvent;

/// <summary>The child had left, and is with the social services in Sweden again.</summary>
internal sealed record ChildIsBack(DateOnly On) : IEvent;

/// <summary>The rules for children end here. The day they turned 18 is sealed with the date of birth.</summary>
internal sealed record MinorIsAdult(DateOnly ConfirmedOn) : IEvent;
