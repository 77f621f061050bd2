using System.Text.Json.Nodes;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Comparing;

namespace Hemvag.Modules.Versions.Reading;

/// <summary>A difference as people read it: where, and both sides in lines.</summary>
internal sealed record DifferenceLine(DifferenceKind Kind, string Place, IReadOnlyList<string> Old, IReadOnlyList<string> New);

/// <summary>Which version comes before another, and what differs.</summary>
internal sealed class VersionComparison(ProgrammeCatalogue catalogue, DefinitionWords words)
{
    /// <summary>The version before: of the same programme where there is one, the latest that ran before; null for the first.</summary>
    public ProgrammeFile? Before(ProgrammeFile file)
    {
        var earlier = catalogue
            .Files.Where(other => other.Version.Id != file.Version.Id && other.Version.RunsFrom <= file.Version.RunsFrom)
            .OrderBy(other => other.Version.CaseNumberPrefix == file.Version.CaseNumberPrefix)
            .ThenBy(other => other.Version.RunsFrom)
            .ThenBy(other => other.Version.Id, StringComparer.Ordinal);
        return earlier.LastOrDefault();
    }

    public ProgrammeFile? Find(string? id) => catalogue.Files.FirstOrDefault(file => file.Version.Id == id);

    public IReadOnlyList<ProgrammeFile> Others(ProgrammeFile file) => [.. catalogue.Files.Where(other => other.Version.Id != file.Version.Id)];

    public IReadOnlyList<DifferenceLine> Between(ProgrammeFile old, ProgrammeFile @new)
    {
        var (before, after) = (JsonNode.Parse(old.Content)!, JsonNode.Parse(@new.Content)!);
        return
        [
            .. Differences
                .Between(old.Content, @new.Content)
                .Select(one => new DifferenceLine(
                    one.Kind,
                    words.Place(one, before, after),
                    one.Kind == DifferenceKind.Added ? [] : words.Side(one, one.Old, old.Version.Entitlements.Currency),
                    one.Kind == DifferenceKind.Removed ? [] : words.Side(one, one.New, @new.Version.Entitlements.Currency)
                )),
        ];
    }
}
