using System.Net;
using Hemvag.Demo;
using Hemvag.TestKit.Pages;
using Shouldly;

namespace Hemvag.Tests.Kill;

/// <summary>
/// Keeps every cookie, secure or not: over plain http to this very machine a browser keeps them too, the framework's own jar does not.
/// </summary>
internal sealed class PlainVisitor() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    /// <summary>A visitor who has signed in as one of the demo's people.</summary>
    public static async Task<PageClient> SignInAsync(Uri url, string code)
    {
        var client = new PageClient(new HttpClient(new PlainVisitor()) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) });
        var page = (await client.GetAsync("/demo")).ShouldBeOk();
        var id = DemoAccounts.IdOf(code);
        var answer = await page.Form($"form:has(input[value='{id}'])").SubmitOnceAsync();
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
            }
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            lock (gate)
            {
                foreach (var cookie in set.Select(c => c.Split(';')[0].Split('=', 2)))
                {
                    cookies[cookie[0]] = cookie[1];
                }
            }
        }

        return response;
    }
}
