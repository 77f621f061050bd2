using System.Globalization;
using System.Text;

namespace Hemvag.TestKit.Files;

/// <summary>
/// Invented decisions on cash support as rows of a file, by the Swedish headings. Written out here and not taken from the product, so that a
/// heading that is renamed breaks a test.
/// </summary>
public static class DecisionRows
{
    public static readonly string[] Headings =
    [
        "beslutsnummer",
        "beslutsdatum",
        "asylärendet_slutade_med",
        "asylärendet_slutade_den",
        "ansökte_den",
        "ansökte_i_sverige",
        "återvänder_frivilligt_med_bistånd",
        "land",
        "kontor",
        "planerad_resa",
        "telefon",
        "språk",
        "samtycke_iom_finland",
        "samtycke_kontoret",
        "samtycke_läst_på",
        "samtyckte_den",
        "relation",
        "förnamn",
        "efternamn",
        "födelsedatum",
        "medborgarskap",
        "handlingsnummer",
        "belopp_sek",
    ];

    private static readonly string[] Countries = ["Irak", "NG", "Pakistan", "Somalia", "SD", "Ethiopia", "El Salvador", "CD"];
    private static readonly string[] Consonants = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u"];

    /// <summary>Where a heading stands.</summary>
    public static int At(string heading) =>
        Array.IndexOf(Headings, heading) is >= 0 and var at ? at : throw new ArgumentException(heading, nameof(heading));

    /// <summary>Decisions of one person to five, with as many persons in all as asked for; nobody is like another.</summary>
    /// <param name="alone">One person in each decision.</param>
    public static List<List<string[]>> Decisions(Random random, DateOnly today, int persons, bool alone = false)
    {
        var decisions = new List<List<string[]>>();
        for (var left = persons; left > 0; )
        {
            var size = Math.Min(left, alone || random.Next(10) < 6 ? 1 : random.Next(2, 6));
            decisions.Add(Decision(random, today, decisions.Count + 1, size));
            left -= size;
        }

        return decisions;
    }

    public static List<string[]> Decision(Random random, DateOnly today, int number, int size)
    {
        var decided = today.AddDays(-random.Next(1, 200));
        var country = random.Pick(Countries);
        var family = Name(random);
        var outcome = random.Next(2) == 0 ? "avslag" : "återkallelse";
        var phone = string.Create(CultureInfo.InvariantCulture, $"+4670{random.Next(10_000_000):0000000}");
        var rows = new List<string[]>();
        var left = 75_000;
        for (var i = 0; i < size; i++)
        {
            var adult = i < 2;
            var amount = Math.Min(left, adult ? 30_000 : 15_000);
            left -= amount;
            rows.Add([
                string.Create(CultureInfo.InvariantCulture, $"MV-{number:00000}"),
                Day(decided),
                outcome,
                Day(decided.AddDays(-40)),
                Day(decided.AddDays(-20)),
                "ja",
                "ja",
                country,
                "",
                Day(decided.AddDays(30)),
                phone,
                "engelska",
                "ja",
                "ja",
                "engelska",
                "",
                i == 0 ? "sökande"
                : adult ? "maka"
                : "barn",
                Name(random),
                family,
                Day(decided.AddYears(adult ? -random.Next(19, 70) : -random.Next(1, 17)).AddDays(-random.Next(1, 300))),
                country,
                string.Create(CultureInfo.InvariantCulture, $"P{number:00000}{i}{random.Next(100):00}"),
                amount.ToString(CultureInfo.InvariantCulture),
            ]);
        }

        return rows;
    }

    public static byte[] Csv(IEnumerable<string[]> rows, char separator = ';') => Csv(rows.Select(r => Line(r, separator)), separator);

    /// <param name="lines">As they stand in the file.</param>
    public static byte[] Csv(IEnumerable<string> lines, char separator = ';') =>
        new UTF8Encoding(false).GetBytes(string.Join("\r\n", lines.Prepend(Line(Headings, separator))) + "\r\n");

    public static string Line(IEnumerable<string> cells, char separator = ';') => string.Join(separator, cells);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Long enough that no two are alike, however they are spelled.
    private static string Name(Random random)
    {
        var name = string.Concat(Enumerable.Range(0, 4).Select(_ => random.Pick(Consonants) + random.Pick(Vowels)));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
