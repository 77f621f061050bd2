namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>Why a contact was planned.</summary>
internal enum ContactOrigin
{
    /// <summary>The programme's months of follow-up (S1.71).</summary>
    Plan,

    /// <summary>Agreed beside the plan.</summary>
    Extra,

    /// <summary>The longer contact that the person has asked for (not from the seeds).</summary>
    Watch,
}

internal enum ContactState
{
    Planned,

    /// <summary>Tried without an answer; open until it is held, or cancelled at the person's wish.</summary>
    Missed,

    Held,

    Cancelled,
}

/// <summary>How a contact was held; always by the person's rules for safe contact.</summary>
internal enum ContactWay
{
    Phone,
    Visit,
    Message,
}

/// <summary>What happened next after a try without an answer.</summary>
internal enum MissedNext
{
    TriedAgain,

    OtherAgreedWay,

    /// <summary>Someone whom the person has named and allowed.</summary>
    AskedNamedPerson,

    /// <summary>Nothing more to try here: the next in line takes over now.</summary>
    Climb,
}

/// <summary>Who a missed contact waits for. It climbs and never falls back by itself.</summary>
internal enum ClimbLevel
{
    None,
    ContactHolder,
    Caseworker,
    Coordinator,
}

internal enum ContactCancelReason
{
    AtPersonsWish,
    ConsentWithdrawn,
    SupportEnded,
    FollowUpDone,

    /// <summary>The person had not been met after all.</summary>
    NotMet,
}
