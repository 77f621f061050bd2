using Hemvag.Auditing;
using Hemvag.Modules.Cases.Moving;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases;

internal sealed record MatterOpened(string Number, string NeutralName, string ProgrammeId, Guid RegionId, bool Pseudonym) : IEvent;

internal sealed record MatterTaken(Guid HolderId) : IEvent;

internal sealed record MatterAnswered(Guid RecordId) : IEvent;

internal sealed record PersonRecorded(Compartment Compartment, Guid RecordId, int Version) : IEvent;

/// <summary>What was said or written of the person tells that they are under 18.</summary>
internal sealed record ReturneeIsMinor : IEvent;

/// <summary>At the first contact it was said that children will travel along.</summary>
internal sealed record ChildrenTravelAlong(int Count) : IEvent;

/// <summary>Whether an accompanying child gets support as things stand: it travels along, and the latest decision is yes.</summary>
internal sealed record ChildEntitlementStands(Guid ChildId, bool Entitled) : IEvent;

internal sealed record CountryOfReturnSet(string? Before, string? After) : IEvent;

internal sealed record MilestoneReached(MilestoneKind Kind, DateOnly OccurredOn, string OpenGates) : IEvent;

/// <summary>It had happened before the case came here.</summary>
internal sealed record PastMilestoneRecorded(MilestoneKind Kind, DateOnly OccurredOn) : IEvent;

/// <summary>The day of a milestone was wrong; what rests on it has followed.</summary>
internal sealed record MilestoneDateCorrected(MilestoneKind Kind, DateOnly Before, DateOnly After, CorrectionReason Reason) : IEvent;

/// <summary>A fact of the journey was not so; what had been set going by it is taken back with it.</summary>
internal sealed record MilestoneTakenBack(MilestoneKind Kind, DateOnly OccurredOn, NotSoReason Reason) : IEvent;

/// <summary>An open case goes on by another programme version. What it has reached stays reached, and consents keep their wording.</summary>
internal sealed record CaseMovedToProgramme(string FromId, string ToId, MoveReason Reason) : IEvent;

internal sealed record ConsentGiven(
    Guid ConsentId,
    ConsentPurpose Purpose,
    Compartment Compartments,
    IReadOnlyList<Guid> Recipients,
    int WordingVersion,
    string Language,
    ConsentForm Form
) : IEvent;

internal sealed record ConsentWithdrawn(Guid ConsentId, ConsentPurpose Purpose) : IEvent;

/// <param name="ById">The consent for the same purpose that takes its place at once: nothing is taken back.</param>
internal sealed record ConsentReplaced(Guid ConsentId, ConsentPurpose Purpose, Guid ById) : IEvent;

internal sealed record ParticipantAdded(Guid OrganisationId, Guid? AccountId, Role Role) : IEvent;

internal sealed record ParticipantEnded(Guid OrganisationId, Guid? AccountId, Role Role) : IEvent;

internal sealed record WorkItemAsked(Guid WorkItemId, WorkItemKind Kind, Guid OrganisationId, Guid? AccountId, DateOnly? DueOn) : IEvent;

internal sealed record WorkItemDone(Guid WorkItemId, WorkItemKind Kind) : IEvent;

/// <summary>Someone who worked on the case has left the organisation or the role.</summary>
/// <param name="ToAccountId">Null: whoever holds the role there.</param>
internal sealed record CaseHandedOn(Guid FromAccountId, Guid? ToAccountId, Role Role) : IEvent;

/// <summary>A case that waited for whoever holds the role at an office is one colleague's own now.</summary>
internal sealed record CaseTakenOn(Guid AccountId, Role Role) : IEvent;

internal sealed record CaseShared(Guid WithAccountId, Role Role) : IEvent;

internal sealed record CaseSharingEnded(Guid WithAccountId, Role Role) : IEvent;

/// <summary>A colleague takes over on purpose.</summary>
/// <param name="Kept">The one before goes on seeing the case.</param>
internal sealed record CaseHandedOver(Guid FromAccountId, Guid ToAccountId, Role Role, bool Kept) : IEvent;

internal sealed record IdentityProtectionSet(IdentityProtection? Before, IdentityProtection? After) : IEvent;

/// <param name="Reads">Whether the account may open Identity and Contact from now on.</param>
internal sealed record ProtectedReaderSet(Guid OrganisationId, Guid AccountId, bool Reads) : IEvent;

/// <summary>Somebody whose case it is not opened a compartment in an emergency. Why is sealed.</summary>
internal sealed record GlassBroken(Guid GlassId, Guid AccountId, Compartment Compartment, DateTime Until) : IEvent;

internal sealed record GlassReviewed(Guid GlassId, Guid AccountId, bool Justified) : IEvent;

/// <summary>Another region answers for the case from now on, with the person's consent; the one before sees it no more.</summary>
internal sealed record CaseHandedToRegion(Guid FromRegionId, Guid ToRegionId) : IEvent;

internal sealed record CaseStopped(MilestoneKind? NextBefore) : IEvent;

internal sealed record PersonReached(ReachedHow How, DateOnly On) : IEvent;

internal sealed record CaseResumed : IEvent;

internal sealed record SupportEnded : IEvent;

internal sealed record CaseClosed(ClosingGround Ground, string OpenGates) : IEvent;

internal sealed record FileSealed(Guid FileId, string Subject, int Size, bool Scanned) : IEvent;

internal sealed record RecordSealed(string Subject, Guid RecordId, int Version) : IEvent;
