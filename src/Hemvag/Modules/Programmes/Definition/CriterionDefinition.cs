namespace Hemvag.Modules.Programmes.Definition;

/// <summary>One thing that is met or not met.</summary>
/// <param name="AppliesFrom">First day on which it could be met; null where it always could (S2.8).</param>
internal sealed record CriterionDefinition(string Id, Bilingual Text, IReadOnlyList<string> Source, DateOnly? AppliesFrom = null);
