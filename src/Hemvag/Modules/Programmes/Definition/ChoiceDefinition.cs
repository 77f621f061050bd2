namespace Hemvag.Modules.Programmes.Definition;

/// <summary>Something that can be chosen; the id is stored, the label is shown.</summary>
internal sealed record ChoiceDefinition(string Id, Bilingual Label);
