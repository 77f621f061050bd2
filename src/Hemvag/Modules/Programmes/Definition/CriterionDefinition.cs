namespace Hemvag.Modules.Programmes.Definition;

/// <summary>One thing that is met or not met.</summary>
internal sealed record CriterionDefinition(string Id, Bilingual Text, IReadOnlyList<string> Source);
