using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>Risk scales that rise, and thresholds that can be reached.</summary>
internal static class RiskChecks
{
    public static void Check(RiskVocabulary risks, ErrorList found)
    {
        CheckScale(risks.Likelihoods, "$.risks.likelihoods", found);
        CheckScale(risks.Consequences, "$.risks.consequences", found);
        found.Require(risks.MediumFrom >= 1 && risks.MediumFrom < risks.HighFrom, "$.risks.mediumFrom", "a number from 1 to below highFrom");
        var highest =
            risks.Likelihoods.Select(step => step.Weight).DefaultIfEmpty().Max()
            * risks.Consequences.Select(step => step.Weight).DefaultIfEmpty().Max();
        found.Require(risks.HighFrom <= highest, "$.risks.highFrom", $"at most {highest}, or no risk could be high");
    }

    private static void CheckScale(IReadOnlyList<RiskScaleStep> scale, string path, ErrorList found)
    {
        UniqueIds.Once(scale, step => step.Id, path, "id", found);
        for (var index = 0; index < scale.Count; index++)
        {
            var below = index == 0 ? 0 : scale[index - 1].Weight;
            found.Require(scale[index].Weight > below, $"{path}[{index}].weight", $"more than {below}, found {scale[index].Weight}");
        }
    }
}
