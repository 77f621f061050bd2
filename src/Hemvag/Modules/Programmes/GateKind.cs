namespace Hemvag.Modules.Programmes;

/// <summary>What must be true before an act. Facts have no gates. Each kind is code in the module that knows the answer.</summary>
internal enum GateKind
{
    /// <summary>The person agreed to the first contact (S1.37).</summary>
    ContactConsent,

    /// <summary>It is decided that the person can take part (S1.41).</summary>
    Eligible,

    /// <summary>A record of the information given exists (S1.33, S1.42).</summary>
    InformationGiven,

    /// <summary>The coordinator has signed the application (S1.48).</summary>
    ApplicationSigned,

    /// <summary>The written certificate of voluntariness is on record (S1.49).</summary>
    VoluntarinessCertified,

    /// <summary>The risk table is filled in and marked complete (S1.47).</summary>
    RiskTableComplete,

    /// <summary>A live consent to exchange information with IOM exists (S1.44).</summary>
    IomConsent,

    /// <summary>IOM Finland has confirmed receipt (S4.16).</summary>
    ReceiptConfirmed,

    /// <summary>IOM Finland has answered and the person chose to go on with what is available (S0.16, S1.31).</summary>
    SupportAvailable,

    /// <summary>A live consent to contact that very local office or partner exists (S1.44, S1.54).</summary>
    LocalOfficeConsent,

    /// <summary>The needs inventory is done (S1.24, S4.7).</summary>
    NeedsAssessed,

    /// <summary>The health assessment is done (S4.7).</summary>
    HealthAssessed,

    /// <summary>A plan with at least one item was drawn up with the person (S1.24, S1.50).</summary>
    PlanDrawnUp,

    /// <summary>Person, IOM Finland and local office have agreed the plan (S1.24, S1.50).</summary>
    PlanAgreed,

    /// <summary>It is asked whether an investigation is open and whether the person has been heard; informs, never forces (S4.12).</summary>
    InvestigationAsked,

    /// <summary>Every high risk has an owner (S1.47, S1.32).</summary>
    HighRisksOwned,

    /// <summary>The person has confirmed the will to return before booking (S1.51, S1.52).</summary>
    WillReconfirmed,

    /// <summary>Every travel arrangement is marked needed or not needed (S1.55-S1.60).</summary>
    ArrangementsDecided,

    /// <summary>Every needed travel arrangement is confirmed (S1.55-S1.60).</summary>
    ArrangementsConfirmed,

    /// <summary>The person has confirmed the will to return on the day of travel (S1.51).</summary>
    WillReconfirmedOnTravelDay,

    /// <summary>Visa, carrier and document checks are done or not needed (not from the seeds, beside S1.57).</summary>
    TravelChecksDone,

    /// <summary>The person has been met at home (S1.59).</summary>
    MetOnArrival,

    /// <summary>No payment waits for approval, payment or receipt (S1.64, S1.69). Asked before every closing, whatever the programme says.</summary>
    MoneySettled,

    /// <summary>The planned contacts are held or answered for (S1.71).</summary>
    FollowUpDone,

    /// <summary>The case has been evaluated (S3.30).</summary>
    Evaluated,

    /// <summary>No part of a journey that lies ahead is still booked. Asked before every closing, whatever the programme says.</summary>
    NothingBooked,

    /// <summary>Every child who travels along has those who decide over it behind the journey, and has been heard by its age (S1.20, S1.70). Met where no child travels along.</summary>
    ChildrenConsented,

    /// <summary>Authorities in Sweden and in the home country hold the return to be in the best interests of a child who returns alone (domain-facts §4.2). Met for adults.</summary>
    BestInterestsDecided,

    /// <summary>The guardian of a child who returns alone has signed the application (not from the seeds). Met for adults.</summary>
    GuardianSigned,

    /// <summary>It is named which authority at home receives a child who returns alone (domain-facts §4.2). Met for adults.</summary>
    ReceivingAuthorityNamed,

    /// <summary>The authority at home has taken over a child who has returned alone; the social services in Sweden answer for the child until then (domain-facts §4.2).</summary>
    TakingOverConfirmed,
}
