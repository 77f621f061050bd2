namespace Hemvag.Modules.Organisations;

/// <summary>What an organisation is to the programme.</summary>
internal enum OrganisationKind
{
    /// <summary>One of the seven regions of coordinators (S1.34).</summary>
    Region,
    NationalCoordination,
    IomFinland,
    LocalIomOffice,

    /// <summary>A named partner that takes over where a country of return has no office.</summary>
    Partner,
    SocialServices,
    Police,
    MigrationAgency,
    Shelter,
    OversightBody,
}
