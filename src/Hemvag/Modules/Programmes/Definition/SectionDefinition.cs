using Hemvag.Sealing;

namespace Hemvag.Modules.Programmes.Definition;

/// <summary>A section of a form: saved as a whole, sealed in one compartment.</summary>
/// <param name="Id">Unique in the form.</param>
internal sealed record SectionDefinition(
    string Id,
    Bilingual Title,
    Compartment Compartment,
    IReadOnlyList<FieldDefinition> Fields,
    IReadOnlyList<string> Source,
    Bilingual? Hint = null
);
