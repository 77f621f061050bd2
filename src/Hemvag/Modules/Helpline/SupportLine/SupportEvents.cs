using Hemvag.Auditing;

namespace Hemvag.Modules.Helpline.SupportLine;

/// <summary>A professional was answered on the national support line.</summary>
/// <param name="CountyCode">Null when it was not said.</param>
internal sealed record SupportTalkLogged(
    Guid TalkId,
    DateOnly Day,
    SupportAsker Asker,
    string? CountyCode,
    SupportTopic Topic,
    TalkLength Length,
    SupportReferral Referral
) : IEvent;

/// <summary>A row of the support line's log was taken back; it stays and is no longer counted.</summary>
internal sealed record SupportTalkTakenBack(Guid TalkId, LogReversalReason Reason) : IEvent;
