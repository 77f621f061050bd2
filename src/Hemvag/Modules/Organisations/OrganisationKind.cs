namespace Hemvag.Modules.Organisations;

/// <summary>What an organisation is in the work.</summary>
internal enum OrganisationKind
{
    /// <summary>The coordinators of one of the seven regions (S1.34).</summary>
    Region,

    /// <summary>The one body that decided for the whole country before the regions did (S0.11, S3.11).</summary>
    FormerGatekeeper,

    /// <summary>National coordination (S1.38, S1.78).</summary>
    NationalCoordination,

    /// <summary>IOM's office in Finland (S1.80).</summary>
    IomFinland,

    /// <summary>An IOM office in a country of return (S1.54, S3.40).</summary>
    LocalIomOffice,

    /// <summary>A partner that takes over where there is no office, or that shelters and helps at home (S1.62).</summary>
    Partner,

    /// <summary>Swedish social services (S1.7).</summary>
    SocialServices,

    /// <summary>The Swedish police (S1.7).</summary>
    Police,

    /// <summary>Migrationsverket (S1.7, S4.17).</summary>
    MigrationAgency,

    /// <summary>A Swedish shelter or other voluntary organisation (S1.7).</summary>
    Shelter,

    /// <summary>A body that reads and verifies the trail (not from the seeds).</summary>
    OversightBody,
}
