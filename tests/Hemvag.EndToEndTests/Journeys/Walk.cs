using System.Text.RegularExpressions;
using Hemvag.TestKit.Browsers;
using Microsoft.Playwright;
using Shouldly;

namespace Hemvag.EndToEndTests.Journeys;

/// <summary>What was seen on a walk through many pages: everything wrong is told at the end, not the first alone.</summary>
/// <param name="withAxe">Whether axe is asked; a second walk over the same pages needn't.</param>
internal sealed partial class Walk(bool withAxe = true)
{
    // What the page is built of; its words and numbers differ from case to case and say nothing new to axe.
    private const string Shape =
        "() => [...document.querySelectorAll('html, body *')].map(e => `${e.localName}.${e.className?.baseVal ?? e.className}`)";

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> built = new(StringComparer.Ordinal);
    private readonly List<string> wrong = [];

    /// <summary>
    /// Looks for keys without a text, once for each title of a kind of page in each language; asks axe when something stands on it that it
    /// has not seen on that kind of page.
    /// </summary>
    public async Task LookAsync(IPage page, string language)
    {
        var place = Ids().Replace(new Uri(page.Url).AbsolutePath, "*");
        if (!seen.Add($"{language} {place} {await page.TitleAsync()}"))
        {
            return;
        }

        if (await page.Locator("html").GetAttributeAsync("lang") is var spoken && spoken != language)
        {
            wrong.Add($"{place}: in {spoken} instead of {language}");
        }

        if (withAxe && await IsBuiltOfNewPartsAsync(page, $"{language} {place}"))
        {
            wrong.AddRange((await AxeCheck.FindAsync(page)).Select(w => $"{place}: {w}"));
        }

        wrong.AddRange(Keys().Matches(await page.Locator("body").InnerTextAsync()).Select(m => $"{place}: the key {m.Value} instead of a text"));
    }

    public void Note(string what) => wrong.Add(what);

    public void ShouldBeClean() => wrong.Distinct(StringComparer.Ordinal).ShouldBeEmpty(string.Join('\n', wrong.Distinct(StringComparer.Ordinal)));

    private async Task<bool> IsBuiltOfNewPartsAsync(IPage page, string place)
    {
        var parts = await page.EvaluateAsync<string[]>(Shape);
        if (!built.TryGetValue(place, out var known))
        {
            built[place] = known = new HashSet<string>(StringComparer.Ordinal);
        }

        var before = known.Count;
        known.UnionWith(parts);
        return known.Count > before;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 1000)]
    private static partial Regex Ids();

    // A text's key is words with capitals, joined by dots; no sentence has that.
    [GeneratedRegex(@"\b[A-Z][A-Za-z]+(\.[A-Z][A-Za-z]+)+\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Keys();
}
