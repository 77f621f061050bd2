namespace Hemvag.Modules.Programmes;

/// <summary>The level of a risk, from likelihood and consequence (not from the seeds).</summary>
internal enum RiskLevel
{
    /// <summary>Noted.</summary>
    Low,

    /// <summary>Needs a measure.</summary>
    Medium,

    /// <summary>Needs an owner before booking.</summary>
    High,
}
