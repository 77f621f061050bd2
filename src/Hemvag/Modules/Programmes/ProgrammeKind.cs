namespace Hemvag.Modules.Programmes;

/// <summary>What a version is of: a case starts under the version in force of its own kind, and never moves to another kind.</summary>
internal enum ProgrammeKind
{
    /// <summary>Assisted voluntary return and reintegration (S1, S3, S0).</summary>
    AssistedReturn,

    /// <summary>Reintegration cash support, decided by Migrationsverket (S4.17–S4.22).</summary>
    CashSupport,
}

/// <summary>Whether someone may be supported under both schemes at once; the seeds do not say.</summary>
internal enum CombinationRule
{
    /// <summary>Not known: whoever answers for the money asks, case by case.</summary>
    Ask,

    Allowed,

    Refused,
}
