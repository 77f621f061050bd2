namespace Hemvag.Modules.Travel.Papers;

/// <summary>What a person travels on (S1.25, S1.55; the list is not from the seeds).</summary>
internal enum PaperKind
{
    Passport,
    NationalId,
    ResidencePermit,

    /// <summary>An emergency travel document: for this journey alone.</summary>
    EmergencyDocument,
    Other,
}

/// <summary>How it stands with a document.</summary>
internal enum PaperState
{
    /// <summary>The person has it.</summary>
    Has,

    /// <summary>It is needed and not there.</summary>
    Missing,

    /// <summary>Lost, or replaced by another.</summary>
    Gone,

    /// <summary>Its last day has passed.</summary>
    Expired,
}

/// <summary>What has happened with an embassy, in the order it usually comes.</summary>
internal enum EmbassyStepKind
{
    /// <summary>The embassy was asked: contact.</summary>
    Asked,

    /// <summary>A time was booked there: contact.</summary>
    Booked,
    Visited,
    Issued,
    Refused,

    /// <summary>The contact was ended, and a booked time cancelled.</summary>
    Ended,
}
