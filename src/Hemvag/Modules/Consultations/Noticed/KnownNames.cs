using Hemvag.Sealing;

namespace Hemvag.Modules.Consultations.Noticed;

/// <summary>
/// Names that are known in many spellings, and words that begin with a capital and are none. A name matches in Latin, Arabic and Cyrillic
/// letters, with a genitive's end and with a joined Arabic preposition. No list is whole.
/// </summary>
internal static class KnownNames
{
    private const char OnlyWithCapital = '*';
    private const int ShortestWithoutEnd = 4;
    private const string JoinedInArabic = "ولبفك";

    private static readonly Lazy<(HashSet<string> Always, HashSet<string> Capital, HashSet<string> WithoutEnd)> Names = new(ReadNames);

    private static readonly Lazy<HashSet<string>> NoNames = new(() =>
        [.. Lines("consultations/no-names.txt").Concat(Lines("lists/countries.tsv")).Select(Folded)]
    );

    /// <param name="capital">The word begins with a capital where no sentence begins: needed for names that are ordinary words too.</param>
    public static bool Has(string word, bool capital) =>
        Forms(word).Any(f => Names.Value.Always.Contains(f) || (capital && Names.Value.Capital.Contains(f))) || IsInflectedCyrillic(word);

    /// <summary>A country, an authority, a month, a beginning of sentences.</summary>
    public static bool IsNone(string word) => Forms(word).Any(NoNames.Value.Contains);

    private static IEnumerable<string> Forms(string word)
    {
        var folded = Folded(word);
        yield return folded;
        if (folded.Length > 3 && folded[^1] == 's')
        {
            yield return folded[..^1];
        }

        if (word.Length > 3 && JoinedInArabic.Contains(word[0], StringComparison.Ordinal))
        {
            yield return Folded(word[1..]);
        }
    }

    // Амина, Амины, Амине, Амину: the end changes, what stands before it stays.
    private static bool IsInflectedCyrillic(string word) =>
        word[0] is >= '\u0400' and <= '\u04FF'
        && Folded(word) is { Length: > ShortestWithoutEnd } folded
        && (Names.Value.WithoutEnd.Contains(folded[..^1]) || Names.Value.WithoutEnd.Contains(folded));

    private static (HashSet<string>, HashSet<string>, HashSet<string>) ReadNames()
    {
        var always = new HashSet<string>(StringComparer.Ordinal);
        var capital = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Lines("consultations/names.txt"))
        {
            (line[0] == OnlyWithCapital ? capital : always).Add(Folded(line.TrimStart(OnlyWithCapital)));
        }

        always.ExceptWith(capital);
        return (always, capital, [.. always.Where(n => n.Length > ShortestWithoutEnd).Select(n => n[..^1])]);
    }

    private static string Folded(string word) => string.Concat(NameSpelling.Parts(word.Replace("\u00AD", "", StringComparison.Ordinal)));

    private static string[] Lines(string name)
    {
        using var stream =
            typeof(KnownNames).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"The list {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
