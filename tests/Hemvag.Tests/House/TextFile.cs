using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hemvag.Tests.House;

/// <summary>The texts of one module in both languages, by the name of their marker class.</summary>
internal sealed partial record TextFile(string Class, IReadOnlyDictionary<string, string> Swedish, IReadOnlyDictionary<string, string> English)
{
    private static readonly Lazy<IReadOnlyDictionary<string, TextFile>> Read = new(() =>
        Directory
            .EnumerateFiles(ProductSources.Root, "*Texts.resx", SearchOption.AllDirectories)
            .Where(p => !p.Contains("/obj/", StringComparison.Ordinal) && !p.Contains("/bin/", StringComparison.Ordinal))
            .Select(p => new TextFile(Path.GetFileNameWithoutExtension(p), Load(p), Load(Path.ChangeExtension(p, "en.resx"))))
            .ToDictionary(t => t.Class, StringComparer.Ordinal)
    );

    public static IReadOnlyDictionary<string, TextFile> All => Read.Value;

    public static IReadOnlyList<string> Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Load(string path) =>
        XDocument
            .Load(path)
            .Root!.Elements("data")
            .ToDictionary(d => (string)d.Attribute("name")!, d => (string)d.Element("value")!, StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
