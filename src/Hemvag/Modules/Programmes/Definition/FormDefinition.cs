namespace Hemvag.Modules.Programmes.Definition;

/// <summary>A form as data. Answers are sealed per section together with <paramref name="Version"/>.</summary>
/// <param name="Version">Counts from 1.</param>
/// <param name="FilledBy">Who fills it in with the person (S1.46, S3.17, S3.18).</param>
internal sealed record FormDefinition(
    FormKind Kind,
    int Version,
    Bilingual Title,
    Bilingual Text,
    IReadOnlyList<SectionDefinition> Sections,
    IReadOnlyList<Role> FilledBy,
    IReadOnlyList<string> Source
)
{
    public SectionDefinition Section(string id) => Sections.Single(section => section.Id == id);
}
