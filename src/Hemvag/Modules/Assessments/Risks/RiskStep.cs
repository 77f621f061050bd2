namespace Hemvag.Modules.Assessments.Risks;

/// <summary>What a look at a row of the risk table ends with.</summary>
internal enum RiskStep
{
    /// <summary>Still a risk.</summary>
    Review,

    Close,

    /// <summary>A closed row is a risk again.</summary>
    Reopen,
}
