namespace Hemvag.Modules.Cases;

/// <summary>How someone stands to a case they see. What each leaves of the compartments of their role stands in <see cref="CasePermissions"/>.</summary>
internal enum CaseRelation
{
    /// <summary>Holds the case, or brought it; needs no consent.</summary>
    OwnTask,

    /// <summary>Sees it by a live consent: at most what that names (security.md, promise 2).</summary>
    Consent,

    /// <summary>The person's identity is protected, and the account is not named to read it; cover and emergency included.</summary>
    NotNamedForProtected,

    /// <summary>Broke the glass: the one compartment they asked for, for an hour.</summary>
    Emergency,

    /// <summary>The consent was taken back while the person is between departed and met.</summary>
    MinimumOnTheWay,

    /// <summary>The consent was taken back while paid money waits for its receipt: the payment's rows, nothing sealed.</summary>
    MinimumForMoney,

    /// <summary>Sees it by the consent to access to justice alone: the thread, and how the person can be reached safely.</summary>
    JusticeThread,

    /// <summary>Brought a case that has ended with an answer at the first contact.</summary>
    BroughtAndAnswered,

    /// <summary>Brought a case that has ended in another way.</summary>
    BroughtAndEnded,
}
