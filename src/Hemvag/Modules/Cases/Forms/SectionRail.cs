using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>The sections of a form in order, each with its address and whether it is filled in.</summary>
internal static class SectionRail
{
    /// <param name="current">Id of the section the reader is on; null elsewhere.</param>
    /// <param name="basePath">The address under which the sections stand.</param>
    public static IReadOnlyList<RailLine> Of(
        FormDefinition form,
        IReadOnlyDictionary<string, FilledSection> filled,
        string? current,
        string basePath
    ) => [.. form.Sections.Select((s, i) => new RailLine(i + 1, s.Title.Shown, $"{basePath}/{s.Id}", filled.ContainsKey(s.Id), s.Id == current))];
}
