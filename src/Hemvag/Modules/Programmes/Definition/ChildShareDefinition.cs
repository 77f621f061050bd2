namespace Hemvag.Modules.Programmes.Definition;

/// <summary>What an accompanying child may get, as a share of every category.</summary>
/// <param name="Percent">1 to 100.</param>
/// <param name="ByDecision">True when it takes an individual decision, yes or no, with reasons.</param>
internal sealed record ChildShareDefinition(int Percent, bool ByDecision, Bilingual Text, IReadOnlyList<string> Source);
