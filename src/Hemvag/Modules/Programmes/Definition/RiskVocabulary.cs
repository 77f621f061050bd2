namespace Hemvag.Modules.Programmes.Definition;

/// <summary>The words of the risk table.</summary>
/// <param name="MediumFrom">Likelihood weight times consequence weight from which a risk is medium.</param>
/// <param name="HighFrom">Likelihood weight times consequence weight from which a risk is high.</param>
internal sealed record RiskVocabulary(
    IReadOnlyList<ChoiceDefinition> Phases,
    IReadOnlyList<ChoiceDefinition> Categories,
    IReadOnlyList<RiskScaleStep> Likelihoods,
    IReadOnlyList<RiskScaleStep> Consequences,
    int MediumFrom,
    int HighFrom,
    IReadOnlyList<string> Source
)
{
    /// <summary>The level of a risk from the ids of its likelihood and consequence.</summary>
    public RiskLevel Level(string likelihood, string consequence)
    {
        var score = Likelihoods.Single(step => step.Id == likelihood).Weight * Consequences.Single(step => step.Id == consequence).Weight;
        return score >= HighFrom ? RiskLevel.High
            : score >= MediumFrom ? RiskLevel.Medium
            : RiskLevel.Low;
    }
}
