using System.Text.Json;
using System.Text.Json.Serialization;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Organisations;

/// <summary>Reads the lists that are part of the application (<c>Lists/</c>).</summary>
internal static class ShippedLists
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public static IReadOnlyList<RegionEntry> Regions() => Json<RegionEntry>("regions.json");

    public static IReadOnlyList<OrganisationEntry> Organisations() => Json<OrganisationEntry>("organisations.json");

    public static IReadOnlyList<OfficeEntry> Offices() =>
        [.. Rows("offices.tsv", 6).Select(row => new OfficeEntry(row[0], row[1], Code(row[2]), new Bilingual(row[3], row[4]), row[5]))];

    public static IReadOnlyList<CountryEntry> Countries() =>
        [.. Rows("countries.tsv", 4).Select(row => new CountryEntry(row[0], Code(row[1]), new Bilingual(row[2], row[3])))];

    private static string? Code(string cell) => cell.Length == 0 ? null : cell;

    private static List<TEntry> Json<TEntry>(string name)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<List<TEntry>>(stream, Strict) ?? throw new InvalidDataException($"The shipped list {name} is empty.");
    }

    private static IEnumerable<string[]> Rows(string name, int columns)
    {
        using var reader = new StreamReader(Open(name));
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'));
        foreach (var row in rows)
        {
            yield return row.Length == columns ? row : throw new InvalidDataException($"A row of {name} does not have {columns} columns.");
        }
    }

    private static Stream Open(string name) =>
        typeof(ShippedLists).Assembly.GetManifestResourceStream("lists/" + name)
        ?? throw new InvalidDataException($"The shipped list {name} is missing.");
}
