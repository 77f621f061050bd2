namespace Hemvag.Modules.Cases;

/// <summary>Where a case stands, apart from its step.</summary>
internal enum CaseState
{
    /// <summary>A first contact that no coordinator has taken yet.</summary>
    Matter,

    Open,

    /// <summary>Stopped: nothing moves until a named worker has reached the person.</summary>
    Held,

    /// <summary>The person has ended the support after arrival; money is settled, then the case is closed.</summary>
    SupportEnded,

    Closed,
}

/// <summary>Why a case was closed. Always a person's act.</summary>
internal enum ClosingGround
{
    /// <summary>The follow-up is done.</summary>
    Completed,

    /// <summary>The person stopped it.</summary>
    StoppedByPerson,

    /// <summary>The first contact was answered, and nothing more was asked for.</summary>
    AnsweredAtFirstContact,

    /// <summary>The person could not take part; what was offered instead is recorded.</summary>
    NotEligible,

    /// <summary>The person ended the support after arrival.</summary>
    SupportEndedByPerson,

    /// <summary>Contact was lost and every agreed way has been tried.</summary>
    ContactLost,

    /// <summary>The cash support is paid.</summary>
    SupportPaid,

    /// <summary>The person does not want the cash support.</summary>
    Renounced,

    /// <summary>Migrationsverket has revoked its decision before anything was paid.</summary>
    DecisionRevoked,

    /// <summary>The person has not come for the cash support; somebody has looked and says so.</summary>
    NotClaimed,

    /// <summary>IOM Finland does not pay the cash support out; why stands nowhere, since it can be another case of the person.</summary>
    NotPaidOut,
}
