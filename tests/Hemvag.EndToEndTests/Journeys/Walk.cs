using System.Text.RegularExpressions;
using Hemvag.TestKit.Browsers;
using Microsoft.Playwright;
using Shouldly;

namespace Hemvag.EndToEndTests.Journeys;

/// <summary>What was seen on a walk through many pages: everything wrong is told at the end, not the first alone.</summary>
/// <param name="withAxe">Whether axe is asked; a second walk over the same pages needn't.</param>
internal sealed partial class Walk(bool withAxe = true)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<string> wrong = [];

    /// <summary>Asks axe, and looks for keys without a text; once for each kind of page in each language.</summary>
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

        if (withAxe)
        {
            wrong.AddRange((await AxeCheck.FindAsync(page)).Select(w => $"{place}: {w}"));
        }

        wrong.AddRange(Keys().Matches(await page.Locator("body").InnerTextAsync()).Select(m => $"{place}: the key {m.Value} instead of a text"));
    }

    public void Note(string what) => wrong.Add(what);

    public void ShouldBeClean() => wrong.Distinct(StringComparer.Ordinal).ShouldBeEmpty(string.Join('\n', wrong.Distinct(StringComparer.Ordinal)));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 1000)]
    private static partial Regex Ids();

    // A text's key is words with capitals, joined by dots; no sentence has that.
    [GeneratedRegex(@"\b[A-Z][A-Za-z]+(\.[A-Z][A-Za-z]+)+\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Keys();
}
