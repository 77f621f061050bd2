namespace Hemvag.Modules.Programmes.Definition;

/// <summary>
/// Who can take part: at least one criterion of every group in <paramref name="AllOf"/> must be met
/// (S1.17 or S1.18, and S1.19).
/// </summary>
/// <param name="Countries">Where a person must return to (S4.18), each with its days; null where no list limits it.</param>
/// <param name="AlsoCovers">Who else is covered, as stated (S1.20).</param>
internal sealed record EligibilityDefinition(
    IReadOnlyList<CriterionDefinition> Criteria,
    IReadOnlyList<CriterionGroup> AllOf,
    IReadOnlyList<DestinationKind> Destinations,
    IReadOnlyList<StatedRule> AlsoCovers,
    IReadOnlyList<DatedCountry>? Countries = null
);
