namespace Hemvag.Modules.Programmes.Definition;

/// <summary>Ids of criteria of which at least one must be met.</summary>
internal sealed record CriterionGroup(IReadOnlyList<string> AnyOf, IReadOnlyList<string> Source);
