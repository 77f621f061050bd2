namespace Hemvag.Modules.Programmes.Definition;

/// <summary>A field of a form. A field that is not required can also be "not asked" or "does not want to say".</summary>
/// <param name="Id">Unique in the form.</param>
/// <param name="Choices">For <see cref="FieldKind.Choice"/> and <see cref="FieldKind.MultiChoice"/>; else null.</param>
internal sealed record FieldDefinition(
    string Id,
    FieldKind Kind,
    Bilingual Label,
    bool Required,
    IReadOnlyList<string> Source,
    IReadOnlyList<ChoiceDefinition>? Choices = null,
    Bilingual? Hint = null
);
