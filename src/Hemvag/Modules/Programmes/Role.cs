namespace Hemvag.Modules.Programmes;

/// <summary>Who may do what: the closed list of roles an account can hold. A programme version chooses among them.</summary>
internal enum Role
{
    /// <summary>Social services, police, Migrationsverket, shelter or NGO staff who make the first contact (S1.7, S1.37).</summary>
    ReferringProfessional,

    /// <summary>Coordinator of one of the seven regions: decides who can take part, fills and signs (S1.34, S1.41, S1.46-S1.48).</summary>
    RegionalCoordinator,

    /// <summary>National coordination and donor: figures and money, never people (S1.38, S1.79, S4.13).</summary>
    NationalCoordination,

    /// <summary>Caseworker at IOM Finland: receipt, support, assessment, travel, plan (S1.53, S4.7, S4.16).</summary>
    IomCaseworker,

    /// <summary>Approves every payment in advance at IOM Finland, neither requests nor pays (S1.64).</summary>
    IomApprover,

    /// <summary>Meets the person, pays, collects receipts and follows up (S1.59, S1.63, S1.71).</summary>
    LocalOfficeWorker,

    /// <summary>Officer at Migrationsverket who decides on cash support (S4.21).</summary>
    MigrationOfficer,

    /// <summary>Reads and verifies the trail (not from the seeds).</summary>
    DataProtectionOfficer,

    /// <summary>Reads and verifies the trail (not from the seeds).</summary>
    Auditor,

    /// <summary>Accounts and offices; never case content (not from the seeds).</summary>
    Administrator,
}
