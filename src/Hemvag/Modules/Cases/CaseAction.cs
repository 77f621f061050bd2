namespace Hemvag.Modules.Cases;

/// <summary>What can be done in a case. Who may do it stands in <see cref="CasePermissions"/>.</summary>
internal enum CaseAction
{
    /// <summary>See that the case exists: its number, step, milestones and what waits.</summary>
    SeeCase,

    /// <summary>Open compartments, as far as the task and the consents allow.</summary>
    OpenSealed,

    /// <summary>See what is left after a withdrawal: given with <see cref="MinimumSight"/> and to no role.</summary>
    SeeMinimum,
    TakeMatter,
    AnswerMatter,
    SeePerson,
    EditPerson,

    /// <summary>Mark that the person's identity is protected, and name who may open it.</summary>
    ProtectIdentity,
    SeeConsents,
    ManageConsents,
    WithdrawConsent,
    SeeAssessment,
    DecideEligibility,
    RecordInformation,
    EditRisks,
    AssessNeeds,

    /// <summary>Fill in and conclude the health assessment (S4.7).</summary>
    AssessHealth,
    SeeApplication,
    EditApplication,
    SignApplication,
    Refer,
    ConfirmReceipt,
    AnswerSupport,
    SeeTravel,
    ArrangeTravel,
    AnswerArrangement,
    ReconfirmWill,
    RecordDeparture,
    RecordArrival,
    SeePlanAndMoney,
    EditPlan,
    AgreeToPlan,
    OpenEntitlements,
    RequestPayment,
    ApprovePayment,

    /// <summary>End a payment that is not paid yet: who may ask for one, and who may approve it.</summary>
    CancelPayment,
    PayPayment,
    SeeFollowUp,

    /// <summary>See the evaluation at the end, where the version asks for one (S3.30).</summary>
    SeeEvaluation,

    /// <summary>Evaluate the case at its end, where the version asks for it (S3.30).</summary>
    Evaluate,
    RecordFollowUp,
    WriteProgressNote,
    SeeDocuments,
    AddDocument,
    SeeTrail,

    /// <summary>Ask for, decide on and hand over a disclosure that rests on a rule of law instead of consent; two people.</summary>
    DiscloseWithoutConsent,

    /// <summary>Say whether an emergency opening by somebody else was right.</summary>
    ReviewBrokenGlass,

    /// <summary>Make a case that waits for anyone at the office one's own.</summary>
    TakeOn,

    /// <summary>Share one's own case with a colleague, or hand it over.</summary>
    ShareCase,
    Stop,

    /// <summary>Record that the person has been reached after a stop, and what they decided: to go on, or that the support ends.</summary>
    Resume,

    /// <summary>Hold the support after arrival, until the person has been reached.</summary>
    EndSupport,
    Close,
    AskAboutInvestigation,

    /// <summary>Write and read what the own organisation keeps for itself about the case.</summary>
    KeepNotes,

    /// <summary>Read the dated notes that IOM Finland sends to the Swedish partners a consent names.</summary>
    SeeProgressNotes,

    /// <summary>Answer a person who has asked for more support after the return.</summary>
    AnswerMoreSupport,

    /// <summary>Make and revoke one-time links for a professional without an account, and answer what is written through them.</summary>
    MakeLink,

    /// <summary>Hand the case to another region before it has been referred, with the person's consent.</summary>
    HandToRegion,

    /// <summary>Ask the arbiter whether the person is in another case.</summary>
    AskIfMet,

    /// <summary>See the thread of access to justice, behind its own wall (S4.12): the holder's region, and IOM Finland by its own consent alone.</summary>
    SeeJustice,

    /// <summary>Keep the thread: proceedings, what the person was told, taking part in a trial.</summary>
    EditJustice,

    /// <summary>End the thread, with which its life after the closing of the case ends too.</summary>
    EndJustice,

    /// <summary>See that help with a journey is asked for on a day, without a reason.</summary>
    SeeJourneyHelp,

    /// <summary>Say that such help is arranged.</summary>
    AnswerJourneyHelp,

    /// <summary>See the children who travel along, those who stand for them, and what holds for a person under 18.</summary>
    SeeChildren,

    /// <summary>Keep who the children are, who decides over them and what they say themselves; and the guardians.</summary>
    EditChildren,

    /// <summary>Decide whether an accompanying child gets half of every category (S1.70).</summary>
    DecideChildSupport,

    /// <summary>Keep what a child who returns alone needs: signature, decisions on its best interests, who receives it.</summary>
    EditMinor,

    /// <summary>Confirm that the authority at home has taken over a child who has returned alone.</summary>
    ConfirmTakingOver,

    /// <summary>Move an open case to another programme version, after a look at what changes for it.</summary>
    MoveProgramme,

    /// <summary>See the decision on cash support and how far its payment has come (S4.17).</summary>
    SeeCash,

    /// <summary>Confirm that IOM Finland has the decision, and ask the office for its payment (S4.19).</summary>
    ConfirmCash,

    /// <summary>Pay the shares of a decision at the office (S4.19).</summary>
    PayCash,

    /// <summary>Record that the person came to the office, and whether the papers fit (S4.22).</summary>
    RecordPresented,

    /// <summary>Say what followed when the office did not recognise the person.</summary>
    SettleDoubt,

    /// <summary>End a decision on cash support of which nothing is paid: renounced, revoked, or not claimed.</summary>
    EndCash,

    /// <summary>Say that the receipt of a payment cannot be had any more (not from the seeds).</summary>
    AccountForPayment,

    /// <summary>Record that cash support is to be paid back, and what was (förordningen 2008:778, 7 §).</summary>
    RecoverCash,

    /// <summary>Say what happens on the day of travel: landed, heard of, where the person is safe.</summary>
    TellOnTheWay,

    /// <summary>See what the journey costs.</summary>
    SeeTravelCosts,

    /// <summary>Ask for a cost of the journey, say what it came to and what came back.</summary>
    EditTravelCosts,

    /// <summary>Approve a cost of the journey in advance, or say no.</summary>
    ApproveTravelCosts,

    /// <summary>Hand those outside who carry, receive or help the person what they need for their task, with the person's yes to that very contact.</summary>
    HandOut,
}
