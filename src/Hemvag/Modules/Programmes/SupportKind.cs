namespace Hemvag.Modules.Programmes;

/// <summary>The nine kinds of support a programme can offer (S1.21-S1.30).</summary>
internal enum SupportKind
{
    /// <summary>Help authorities give information (S1.21).</summary>
    GivingInformation,

    /// <summary>Find out the situation and the support at home for an informed decision (S1.22, S1.23).</summary>
    FindingOutSituation,

    /// <summary>Help draw up a realistic plan, map needs and identify risks (S1.24).</summary>
    PlanningReintegration,

    /// <summary>Travel documents, e.g. passport (S1.25).</summary>
    TravelDocuments,

    /// <summary>Book flights and onward transport at home (S1.26).</summary>
    FlightsAndOnwardTransport,

    /// <summary>Airport assistance in transit, or an escort for the whole journey (S1.27).</summary>
    TransitAssistanceOrEscort,

    /// <summary>Someone meets and helps at the airport at home (S1.28).</summary>
    ReceptionAtAirport,

    /// <summary>Access to and payment of services (S1.29).</summary>
    AccessToServices,

    /// <summary>Follow up and offer more support if needed (S1.30).</summary>
    FollowUpAndFurtherSupport,
}
