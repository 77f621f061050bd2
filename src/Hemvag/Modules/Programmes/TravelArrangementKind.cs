namespace Hemvag.Modules.Programmes;

/// <summary>What may have to be arranged for the journey (S1.55-S1.60).</summary>
internal enum TravelArrangementKind
{
    /// <summary>Travel documents, if needed (S1.55).</summary>
    TravelDocuments,

    /// <summary>Transport to the airport in Sweden (S3.22).</summary>
    TransportInSweden,

    /// <summary>Flights (S1.56).</summary>
    Flights,

    /// <summary>Assistance at airport or gate, if needed (S1.57).</summary>
    AirportAssistance,

    /// <summary>Escort, operational or medical, if needed (S1.58, S4.8).</summary>
    Escort,

    /// <summary>Meeting at the airport at home, if needed (S1.59).</summary>
    Reception,

    /// <summary>Onward transport home or to other accommodation, if needed and possible (S1.60).</summary>
    OnwardTransport,
}
