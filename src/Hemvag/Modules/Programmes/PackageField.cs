namespace Hemvag.Modules.Programmes;

/// <summary>What can be handed over. Which recipient may get which stands in the version (<see cref="Definition.PackageTemplate"/>).</summary>
internal enum PackageField
{
    Name,
    BirthDate,
    DocumentNumber,
    Phone,
    Language,

    /// <summary>When the person may be called, and what to say if somebody else answers.</summary>
    SafeContact,
    CodeWord,
    Journey,
    BookingReference,
    Baggage,
    Companions,
    MeetingPlace,
    TravelDocuments,

    /// <summary>What the caseworker writes to this recipient.</summary>
    Message,
}
