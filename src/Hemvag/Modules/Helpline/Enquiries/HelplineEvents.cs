using Hemvag.Auditing;

namespace Hemvag.Modules.Helpline.Enquiries;

/// <summary>An enquiry came to the helpline.</summary>
internal sealed record HelplineEnquiryLogged(
    Guid EnquiryId,
    DateTime HappenedAt,
    HelplineChannel Channel,
    HelplineLanguage Language,
    HelplineTopic Topic,
    HelplineOutcome Outcome,
    DateOnly? CallBackOn
) : IEvent;

/// <summary>Someone called back.</summary>
/// <param name="NextOn">The day it is tried again.</param>
internal sealed record HelplineCalledBack(Guid EnquiryId, CallBackResult Result, DateOnly? NextOn) : IEvent;

/// <summary>A row of the helpline's log was taken back; it stays and is no longer counted.</summary>
internal sealed record HelplineEnquiryTakenBack(Guid EnquiryId, LogReversalReason Reason) : IEvent;

/// <summary>An enquiry to the helpline belongs to this case. What was asked is not told here.</summary>
internal sealed record HelplineEnquiryLinked(Guid EnquiryId) : IEvent;

/// <summary>An enquiry to the helpline does not belong to this case after all.</summary>
internal sealed record HelplineEnquiryUnlinked(Guid EnquiryId, LogReversalReason Reason) : IEvent;
