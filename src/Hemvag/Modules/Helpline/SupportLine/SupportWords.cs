namespace Hemvag.Modules.Helpline.SupportLine;

/// <summary>What kind of organisation asked (closed list, not from the seeds; the line is for professionals, S1.38).</summary>
internal enum SupportAsker
{
    SocialServices,
    Police,
    MigrationAgency,
    HealthCare,
    School,
    Prosecutor,
    OtherAuthority,
    Shelter,
    OtherAssociation,
    Other,
}

/// <summary>What was asked about (closed list, not from the seeds).</summary>
internal enum SupportTopic
{
    ReturnProgramme,
    SuspectedTrafficking,
    Prostitution,
    Protection,
    ResidencePermit,
    Children,
    LegalProceedings,
    Secrecy,
    General,
    SomethingElse,
}

/// <summary>How long the talk was, roughly (not from the seeds).</summary>
internal enum TalkLength
{
    UpToTenMinutes,
    UpToHalfAnHour,
    UpToAnHour,
    Longer,
}

/// <summary>Where the caller was sent on to (closed list, not from the seeds).</summary>
internal enum SupportReferral
{
    Nobody,
    RegionalCoordinator,
    Police,
    SocialServices,
    MigrationAgency,
    HealthCare,
    Shelter,
    IomFinland,
    SomebodyElse,
}
