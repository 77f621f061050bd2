using Hemvag.Auditing;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Applications;

internal sealed record ApplicationSignedByCoordinator(Guid SignatureId, int FormVersion, int Sections) : IEvent;

internal sealed record VoluntarinessRecorded(
    Guid CertificateId,
    DateOnly CertifiedOn,
    string Language,
    ConsentReading Reading,
    string Wordings,
    Guid FileId
) : IEvent;

internal sealed record ReferralSent(Guid ReferralId, Guid OrganisationId, Guid? SignatureId, DateOnly ReceiptDueOn) : IEvent;

internal sealed record ReferralChased(Guid ReferralId, int WorkingDaysWaited) : IEvent;

internal sealed record ReceiptGiven(Guid ReferralId, DateOnly ReceivedOn, Guid CaseworkerId) : IEvent;

internal sealed record SupportReplied(Guid ReplyId, int Round, int Available, int Limited, int NotAvailable) : IEvent;

internal sealed record DecidedAnew(Guid DecisionId, Guid ReplyId, bool GoesOn) : IEvent;
