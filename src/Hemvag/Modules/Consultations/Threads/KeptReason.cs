namespace Hemvag.Modules.Consultations.Threads;

/// <summary>Why what was noticed is sent as it stands. Words of the program, since the reason stands in clear in the trail.</summary>
internal enum KeptReason
{
    /// <summary>A place, an authority or another organisation.</summary>
    PlaceOrOrganisation,

    /// <summary>Someone in public office, or an author.</summary>
    PublicPerson,

    /// <summary>Contact details of work: the writer's own or of a service.</summary>
    WorkContact,

    /// <summary>A day, a law or a number that belongs to nobody.</summary>
    BelongsToNobody,
}
