using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Assessments.Eligibility;

/// <summary>What a decision on taking part must satisfy: the coordinator decides (S1.41), the criteria say whether a yes is possible.</summary>
internal static class DecisionRules
{
    /// <exception cref="RefusedException">CriteriaNotMet, CriterionAppliesLater, PermanentPermitMissing, DestinationNotCovered, OfferedInsteadMissing, WordUnknown.</exception>
    public static void Require(EligibilityDefinition rule, bool canTakePart, EligibilityReasons reasons, DateOnly decidedOn)
    {
        if (reasons.Criteria.Keys.Except(rule.Criteria.Select(c => c.Id), StringComparer.Ordinal).Any())
        {
            throw new RefusedException(AssessmentRefusals.WordUnknown);
        }

        if (canTakePart)
        {
            RequireDestination(rule, reasons);
            RequireCriteria(rule, reasons, decidedOn);
        }
        else if (string.IsNullOrWhiteSpace(reasons.OfferedInstead))
        {
            throw new RefusedException(AssessmentRefusals.OfferedInsteadMissing, "Input.OfferedInstead");
        }
    }

    private static void RequireDestination(EligibilityDefinition rule, EligibilityReasons reasons)
    {
        if (reasons.Destination is { } destination && !rule.Destinations.Contains(destination))
        {
            throw new RefusedException(AssessmentRefusals.DestinationNotCovered, "Input.Destination");
        }

        if (reasons.Destination == DestinationKind.ThirdCountryWithPermanentPermit && reasons.PermanentPermit != true)
        {
            throw new RefusedException(AssessmentRefusals.PermanentPermitMissing, "Input.PermanentPermit");
        }
    }

    private static void RequireCriteria(EligibilityDefinition rule, EligibilityReasons reasons, DateOnly decidedOn)
    {
        var met = reasons.Criteria.Where(c => c.Value == CriterionAnswer.Met).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        if (rule.Criteria.FirstOrDefault(c => met.Contains(c.Id) && c.AppliesFrom > decidedOn) is { } later)
        {
            throw new RefusedException(AssessmentRefusals.CriterionAppliesLater, "Input.DecidedOn", Dates.Day(later.AppliesFrom!.Value, year: true));
        }

        var outcome = EligibilityRule.Evaluate(rule, met);
        if (!outcome.Eligible)
        {
            throw new RefusedException(
                AssessmentRefusals.CriteriaNotMet,
                "Input.CanTakePart",
                string.Join("; ", outcome.Missing.Select(group => NameOf(rule, group)))
            );
        }
    }

    // The programme's own words, one criterion of the group after the other.
    private static string NameOf(EligibilityDefinition rule, CriterionGroup group) =>
        string.Join(" / ", group.AnyOf.Select(id => rule.Criteria.Single(c => c.Id == id).Text.Shown.TrimEnd('.')));
}
