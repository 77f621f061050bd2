namespace Hemvag.Modules.Cases;

/// <summary>What can be done in a case. Who may do it stands in <see cref="CasePermissions"/>.</summary>
internal enum CaseAction
{
    /// <summary>See that the case exists: its number, step, milestones and what waits.</summary>
    SeeCase,
    TakeMatter,
    AnswerMatter,
    SeePerson,
    EditPerson,
    SeeConsents,
    ManageConsents,
    WithdrawConsent,
    SeeAssessment,
    DecideEligibility,
    RecordInformation,
    EditRisks,
    AssessNeeds,
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
    RecordFollowUp,
    WriteProgressNote,
    SeeDocuments,
    AddDocument,
    SeeTrail,
    Stop,

    /// <summary>Record that the person has been reached after a stop, and what they decided: to go on, or that the support ends.</summary>
    Resume,

    /// <summary>Hold the support after arrival, until the person has been reached.</summary>
    EndSupport,
    Close,
    AskAboutInvestigation,

    /// <summary>Read the dated notes that IOM Finland sends to the Swedish partners a consent names.</summary>
    SeeProgressNotes,

    /// <summary>Answer a person who has asked for more support after the return.</summary>
    AnswerMoreSupport,

    /// <summary>Ask the arbiter whether the person is in another case.</summary>
    AskIfMet,
}
