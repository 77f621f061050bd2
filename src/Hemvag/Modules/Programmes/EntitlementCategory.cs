namespace Hemvag.Modules.Programmes;

/// <summary>The lines of support with a ceiling of their own.</summary>
internal enum EntitlementCategory
{
    /// <summary>Monthly subsistence (S1.65, S3.24).</summary>
    Subsistence,

    /// <summary>Special reintegration grant in kind (S1.66, S3.25).</summary>
    Reintegration,

    /// <summary>Health costs, if needed (S1.68, S3.26).</summary>
    Health,

    /// <summary>Housing costs, only in the 2014 version (S3.27).</summary>
    Housing,

    /// <summary>Reintegration cash support (S4.17; förordningen 2008:778, 6 §).</summary>
    CashSupport,
}
