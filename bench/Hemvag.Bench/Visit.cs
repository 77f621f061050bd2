using System.Text.RegularExpressions;

namespace Hemvag.Bench;

/// <summary>What a browser fetches, compressed: the page with style, script and the fonts of Swedish text at first, the page alone later.</summary>
internal sealed record Visit(long First, long Later)
{
    public static async Task<Visit> MeasureAsync(BenchClient client, string path)
    {
        var page = (await client.Pages.GetAsync(path)).ShouldBeOk();
        var parts = page
            .Document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload], script[src], img[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Distinct()
            .ToList();
        var later = await BytesAsync(client, path);
        var first = later;
        foreach (var part in parts)
        {
            first += await BytesAsync(client, part);
        }

        foreach (var font in await FontsAsync(client, parts.Where(p => p.Contains(".css", StringComparison.Ordinal))))
        {
            first += parts.Contains(font) ? 0 : await BytesAsync(client, font);
        }

        return new Visit(first, later);
    }

    // Browsers fetch a font only for characters that the page holds: a Swedish page needs the one for Latin.
    private static async Task<IReadOnlyList<string>> FontsAsync(BenchClient client, IEnumerable<string> styles)
    {
        var fonts = new List<string>();
        foreach (var style in styles)
        {
            var text = await client.Pages.Http.GetStringAsync(style);
            fonts.AddRange(
                Regex
                    .Matches(text, @"url\(""?([^)""]+-latin-wght[^)""]*\.woff2)""?\)", RegexOptions.None, TimeSpan.FromSeconds(1))
                    .Select(m => new Uri(new Uri(client.Pages.Http.BaseAddress!, style), m.Groups[1].Value).AbsolutePath)
            );
        }

        return fonts;
    }

    private static async Task<long> BytesAsync(BenchClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using var response = await client.Pages.Http.SendAsync(request);
        return (await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
    }
}
