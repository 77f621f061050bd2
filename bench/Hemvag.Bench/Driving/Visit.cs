using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Hemvag.Bench.Driving;

/// <summary>What a browser fetches for one page, in bytes over the wire.</summary>
/// <param name="Page">The page itself as the product sends it.</param>
/// <param name="PageCompressed">The same through Brotli, as a proxy before the product may send it.</param>
/// <param name="Rest">Style, script, icon and the fonts of Swedish text, which a browser keeps after the first visit.</param>
internal sealed record Visit(long Page, long PageCompressed, long Rest)
{
    public static async Task<Visit> MeasureAsync(Client client, string path)
    {
        var shown = (await client.Coordinator.GetAsync(path)).ShouldBeOk();
        var parts = shown
            .Document.QuerySelectorAll("link[href], script[src], img[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Distinct()
            .ToList();
        var fonts = await FontsAsync(client, parts.Where(p => p.Contains(".css", StringComparison.Ordinal)));
        var rest = 0L;
        foreach (var part in parts.Union(fonts))
        {
            rest += (await FetchAsync(client, part)).Bytes.Length;
        }

        var (page, encoding) = await FetchAsync(client, path);
        return new Visit(page.Length, encoding is null ? Compressed(page) : page.Length, rest);
    }

    // Browsers fetch a font only for characters that the page holds: a Swedish page needs the one for Latin.
    private static async Task<IReadOnlyList<string>> FontsAsync(Client client, IEnumerable<string> styles)
    {
        var fonts = new List<string>();
        foreach (var style in styles)
        {
            var text = await client.Coordinator.Http.GetStringAsync(style);
            fonts.AddRange(
                Regex
                    .Matches(text, @"url\(""?(?<font>[^)""]+-latin-wght[^)""]*\.woff2)""?\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
                    .Select(m => new Uri(new Uri(client.Coordinator.Http.BaseAddress!, style), m.Groups["font"].Value).AbsolutePath)
            );
        }

        return fonts;
    }

    private static async Task<(byte[] Bytes, string? Encoding)> FetchAsync(Client client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using var response = await client.Coordinator.Http.SendAsync(request);
        var content = response.EnsureSuccessStatusCode().Content;
        return (await content.ReadAsByteArrayAsync(), content.Headers.ContentEncoding.FirstOrDefault());
    }

    private static long Compressed(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var brotli = new BrotliStream(memory, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        return memory.Length;
    }
}
