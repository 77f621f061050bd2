using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>What is chosen about a risk; the words are those of the programme version.</summary>
/// <param name="ResidualLikelihood">With the measure taken; null together with <paramref name="ResidualConsequence"/>.</param>
internal sealed record RiskCodes(
    string Phase,
    string Category,
    string Likelihood,
    string Consequence,
    string? ResidualLikelihood,
    string? ResidualConsequence,
    RiskOwner? Owner,
    DateOnly? DueOn
)
{
    public RiskLevel LevelBy(RiskVocabulary words) => words.Level(Likelihood, Consequence);

    public RiskLevel? ResidualBy(RiskVocabulary words) =>
        ResidualLikelihood is null || ResidualConsequence is null ? null : words.Level(ResidualLikelihood, ResidualConsequence);

    /// <exception cref="RefusedException">WordUnknown, ResidualHalf.</exception>
    public void Require(RiskVocabulary words)
    {
        Known(Phase, words.Phases.Select(p => p.Id), "Input.Phase");
        Known(Category, words.Categories.Select(c => c.Id), "Input.Category");
        Known(Likelihood, words.Likelihoods.Select(s => s.Id), "Input.Likelihood");
        Known(Consequence, words.Consequences.Select(s => s.Id), "Input.Consequence");
        if (ResidualLikelihood is null != ResidualConsequence is null)
        {
            throw new RefusedException(AssessmentRefusals.ResidualHalf, "Input.ResidualLikelihood");
        }

        if (ResidualLikelihood is not null && ResidualConsequence is not null)
        {
            Known(ResidualLikelihood, words.Likelihoods.Select(s => s.Id), "Input.ResidualLikelihood");
            Known(ResidualConsequence, words.Consequences.Select(s => s.Id), "Input.ResidualConsequence");
        }
    }

    private static void Known(string word, IEnumerable<string> words, string field)
    {
        if (!words.Contains(word, StringComparer.Ordinal))
        {
            throw new RefusedException(AssessmentRefusals.WordUnknown, field);
        }
    }
}
