namespace Hemvag.Modules.Programmes.Definition;

/// <summary>Something that may have to be arranged for the journey.</summary>
/// <param name="IfNeeded">True where the seed says "if needed"; the question is asked either way.</param>
/// <param name="Variants">Kinds to choose among, e.g. operational or medical escort; else empty.</param>
internal sealed record TravelArrangementDefinition(
    TravelArrangementKind Kind,
    Bilingual Text,
    bool IfNeeded,
    IReadOnlyList<ChoiceDefinition> Variants,
    IReadOnlyList<string> Source
);
