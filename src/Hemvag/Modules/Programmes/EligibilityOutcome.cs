using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes;

/// <summary>What the criteria say.</summary>
/// <param name="Missing">The groups of which no criterion is met; empty when the person can take part.</param>
internal sealed record EligibilityOutcome(IReadOnlyList<CriterionGroup> Missing)
{
    public bool Eligible => Missing.Count == 0;
}
