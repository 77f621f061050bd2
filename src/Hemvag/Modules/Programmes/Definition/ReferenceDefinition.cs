namespace Hemvag.Modules.Programmes.Definition;

/// <summary>A publication of the programme, to read and not to compute with (S2.9–S2.13).</summary>
internal sealed record ReferenceDefinition(string Id, Bilingual Text, IReadOnlyList<string> Source);
