using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes;

/// <summary>Says what the criteria of a programme version give; a coordinator decides (S1.41).</summary>
internal static class EligibilityRule
{
    /// <param name="rule">The rule of the programme version.</param>
    /// <param name="met">Ids of the criteria that are met; an unknown id is an error of the caller.</param>
    /// <exception cref="ArgumentException">An id is not a criterion of the rule.</exception>
    public static EligibilityOutcome Evaluate(EligibilityDefinition rule, IReadOnlySet<string> met)
    {
        var known = rule.Criteria.Select(criterion => criterion.Id).ToHashSet(StringComparer.Ordinal);
        if (!known.IsSupersetOf(met))
        {
            throw new ArgumentException("A criterion is not part of this rule.", nameof(met));
        }

        return new EligibilityOutcome([.. rule.AllOf.Where(group => !group.AnyOf.Any(met.Contains))]);
    }
}
