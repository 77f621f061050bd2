using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>Every criterion is used, and every group names criteria that exist.</summary>
internal static class EligibilityChecks
{
    public static void Check(EligibilityDefinition rule, ErrorList found)
    {
        var known = rule.Criteria.Select(criterion => criterion.Id).ToHashSet(StringComparer.Ordinal);
        var used = rule.AllOf.SelectMany(group => group.AnyOf).ToHashSet(StringComparer.Ordinal);
        found.Require(rule.AllOf.Count > 0, "$.eligibility.allOf", "at least one group");
        found.Require(rule.Destinations.Count > 0, "$.eligibility.destinations", "at least one destination");
        var countries = rule.Countries ?? [];
        for (var index = 0; index < countries.Count; index++)
        {
            found.Require(
                countries[index].Until is not { } last || last >= countries[index].From,
                $"$.eligibility.countries[{index}].until",
                "a day not before from"
            );
            found.Require(
                !countries.Take(index).Any(other => other.Code == countries[index].Code && Meet(other, countries[index])),
                $"$.eligibility.countries[{index}].code",
                $"a country that stands once on a day, found {countries[index].Code} again"
            );
        }

        for (var index = 0; index < rule.AllOf.Count; index++)
        {
            var path = $"$.eligibility.allOf[{index}].anyOf";
            found.Require(rule.AllOf[index].AnyOf.Count > 0, path, "at least one criterion");
            rule.AllOf[index].AnyOf.Where(id => !known.Contains(id)).ToList().ForEach(id => found.Add(path, $"ids of criteria, found \"{id}\""));
        }

        for (var index = 0; index < rule.Criteria.Count; index++)
        {
            found.Require(used.Contains(rule.Criteria[index].Id), $"$.eligibility.criteria[{index}]", "a criterion that a group in allOf names");
        }
    }

    private static bool Meet(DatedCountry one, DatedCountry other) =>
        one.From <= (other.Until ?? DateOnly.MaxValue) && other.From <= (one.Until ?? DateOnly.MaxValue);
}
