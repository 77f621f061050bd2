namespace Hemvag.Modules.Assessments.Risks;

/// <summary>Whether a risk is still watched.</summary>
internal enum RiskStatus
{
    Open,

    /// <summary>No longer a risk, or no longer ours; it stays in the table.</summary>
    Closed,
}
