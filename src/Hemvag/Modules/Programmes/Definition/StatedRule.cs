namespace Hemvag.Modules.Programmes.Definition;

/// <summary>A rule that is stated to people and that no table computes.</summary>
internal sealed record StatedRule(string Id, Bilingual Text, IReadOnlyList<string> Source);
