using AngleSharp.Html.Parser;

namespace Hemvag.TestKit.Pages;

/// <summary>
/// Uses the pages as a person without script does: <c>(await client.GetAsync("/x")).Form().Fill("Name", "y").SubmitAsync()</c>.
/// Keeps cookies and follows redirects, yet tells of them.
/// </summary>
public sealed class PageClient(HttpClient http) : IDisposable
{
    private const int MostRedirects = 8;

    /// <summary>For what is not a page: headers, files, requests made by hand. Follows no redirects.</summary>
    public HttpClient Http { get; } = http;

    public Task<PageAnswer> GetAsync(string path) => SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends without following a redirect.</summary>
    public async Task<PageAnswer> SendOnceAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        var document = new HtmlParser().ParseDocument(body);
        return new PageAnswer(this, response, body, document, []);
    }

    internal async Task<PageAnswer> SendAsync(Func<HttpRequestMessage> makeRequest)
    {
        using var request = makeRequest();
        var answer = await SendOnceAsync(request);
        var passed = new List<string>();
        while (answer.RedirectsTo is { } target)
        {
            passed.Add(target);
            if (passed.Count > MostRedirects)
            {
                throw new InvalidOperationException($"Redirected in a circle: {string.Join(" → ", passed)}");
            }

            using var next = new HttpRequestMessage(HttpMethod.Get, new Uri(answer.Url, target));
            answer = await SendOnceAsync(next);
        }

        return answer with
        {
            Passed = passed,
        };
    }

    public void Dispose() => Http.Dispose();
}
