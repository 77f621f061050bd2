using Hemvag.TestKit;

namespace Hemvag.Tests.Security;

/// <summary>
/// What each handler of a case answers to whom, as written by hand in <c>case-pages.txt</c>: a second opinion beside the product's own tables,
/// so that a slip in one of them shows.
/// </summary>
internal sealed class CasePageTable
{
    private readonly Dictionary<string, Row> rows;

    private CasePageTable(Dictionary<string, Row> rows) => this.rows = rows;

    public static CasePageTable Read()
    {
        var file = Path.Combine(RepositoryFolder.Path, "tests", "Hemvag.Tests", "Security", "case-pages.txt");
        var lines = File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return new CasePageTable(
            lines.ToDictionary(
                l => $"{l[0]} {l[1]}",
                l => new Row(
                    l[2],
                    l.Length > 3 && l[3].Contains('e', StringComparison.Ordinal),
                    l.Length > 3 && l[3].Contains('m', StringComparison.Ordinal),
                    l.Length > 3 && l[3].Contains('i', StringComparison.Ordinal)
                ),
                StringComparer.Ordinal
            )
        );
    }

    /// <summary>Handlers of cases that have no row, and rows that have no handler.</summary>
    public IEnumerable<string> Missing(IEnumerable<RoutedHandler> handlers)
    {
        var keys = handlers.Where(h => h.IsOfCase).Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return keys.Except(rows.Keys, StringComparer.Ordinal).Concat(rows.Keys.Except(keys, StringComparer.Ordinal));
    }

    public AccessWalkTests.Expected For(RoutedHandler handler, Seer seer)
    {
        var row = rows[KeyOf(handler)];
        return seer.Sight switch
        {
            Sight.Nothing => AccessWalkTests.Expected.NotThere,
            // Beyond what is left, the case does not exist.
            Sight.Minimum => row.InMinimum ? AccessWalkTests.Expected.Allowed : AccessWalkTests.Expected.NotThere,
            Sight.Emergency => row.InEmergency && Has(row, seer) ? AccessWalkTests.Expected.Allowed : AccessWalkTests.Expected.Forbidden,
            _ => Has(row, seer) ? AccessWalkTests.Expected.Allowed : AccessWalkTests.Expected.Forbidden,
        };
    }

    private static bool Has(Row row, Seer seer) =>
        (!row.OpensIdentity || seer.Opens.Contains('I', StringComparison.Ordinal))
        && (row.Parts.Contains(seer.Part, StringComparison.Ordinal) || (seer.InThread && row.Parts.Contains('J', StringComparison.Ordinal)));

    private static string KeyOf(RoutedHandler handler) =>
        handler.ToString().Replace("/cases/{caseId:guid}", "", StringComparison.Ordinal) is var key && key.EndsWith(' ')
            ? key + "/"
            : key.Replace(" ?", " /?", StringComparison.Ordinal);

    private sealed record Row(string Parts, bool InEmergency, bool InMinimum, bool OpensIdentity);
}
