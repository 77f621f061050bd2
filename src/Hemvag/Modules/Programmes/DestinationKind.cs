namespace Hemvag.Modules.Programmes;

/// <summary>Where the person may return to under a programme version.</summary>
internal enum DestinationKind
{
    /// <summary>The home country (S1.19, S3.6).</summary>
    HomeCountry,

    /// <summary>A third country where the person has a permanent residence permit (S1.19).</summary>
    ThirdCountryWithPermanentPermit,
}
