namespace Hemvag.Modules.Programmes;

/// <summary>A dated act or fact that moves the case. The closed vocabulary; a programme version orders it and sets the gates.</summary>
internal enum MilestoneKind
{
    /// <summary>Fact: a region was contacted with the person's consent (S1.37).</summary>
    FirstContact,

    /// <summary>Act: a coordinator took the matter from the inbox of the region (S1.37; the inbox is not from the seeds).</summary>
    MatterTaken,

    /// <summary>Act: whether the person can take part was decided (S1.41).</summary>
    EligibilityDecided,

    /// <summary>Fact: the return was discussed and the person had enough information to decide (S1.42, S1.33).</summary>
    InformationGiven,

    /// <summary>Act: the coordinator signed the application (S1.46, S1.48).</summary>
    ApplicationSigned,

    /// <summary>Fact: the person certified in writing that the return is voluntary (S1.49).</summary>
    VoluntarinessCertified,

    /// <summary>Act: application and risk table were sent to IOM Finland (S1.35, S4.15).</summary>
    Referred,

    /// <summary>Act: IOM Finland confirmed receipt in writing (S4.16).</summary>
    ReceiptConfirmed,

    /// <summary>Act: IOM Finland answered which support is available in the country (S0.16, S1.31).</summary>
    SupportAnswered,

    /// <summary>Act: the local office or partner was told of the person, with the person's yes (S1.54).</summary>
    LocalOfficeContacted,

    /// <summary>Act: the reintegration plan was agreed by the person, IOM Finland and the local office (S1.24, S1.50).</summary>
    PlanAgreed,

    /// <summary>Act: the journey was booked (S1.56).</summary>
    Booked,

    /// <summary>Act: everything needed for the journey is confirmed and the person still wants to go (S1.51, S1.53).</summary>
    ReadyToTravel,

    /// <summary>Fact: the person left Sweden.</summary>
    Departed,

    /// <summary>Fact: someone met the person at the airport (S1.59).</summary>
    MetOnArrival,

    /// <summary>Fact: the person reached home or other accommodation (S1.60).</summary>
    OnwardJourneyDone,

    /// <summary>Act: the entitlements of the programme version were opened for the person (S1.65-S1.69).</summary>
    EntitlementsOpened,

    /// <summary>Fact: the months of contact after return have passed (S1.71).</summary>
    FollowUpDone,

    /// <summary>Fact: the case was evaluated at the end, with the person's feedback if they wished to give any (S3.30, S0.23).</summary>
    Evaluated,

    /// <summary>Fact: the person came to the local office after the return and showed who they are (S4.22).</summary>
    PresentedHerself,

    /// <summary>Fact: every share of the cash support is paid (S4.19).</summary>
    CashPaid,

    /// <summary>Act: a person closed the case.</summary>
    Closed,
}
