using System.Net;
using System.Text.RegularExpressions;
using Hemvag.Web;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Web;

public sealed class ResponseBaselineTests : IAsyncLifetime
{
    private WebApplication app = null!;

    public async ValueTask InitializeAsync() => app = await WebHost.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/fine", 200)]
    [InlineData("/closed", 401)]
    [InlineData("/no-such-path", 401)]
    [InlineData("/throws", 500)]
    [InlineData("/not-there", 404)]
    [InlineData("/status/400", 400)]
    [InlineData("/status/403", 403)]
    [InlineData("/status/413", 413)]
    [InlineData("/status/429", 429)]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/robots.txt", 200)]
    [InlineData("/favicon.ico", 302)]
    [InlineData("/icon.svg", 200)]
    [InlineData("/dist/site.css", 200)]
    [InlineData("/dist/no-such.css", 401)]
    public async Task Every_response_has_the_headers(string path, int status)
    {
        var response = await WebHost.Client(app).GetAsync(path, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(status);
        Header(response, "Content-Security-Policy").ShouldBe(ResponseBaseline.ContentSecurityPolicy);
        Header(response, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(response, "Referrer-Policy").ShouldBe("no-referrer");
        Header(response, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Header(response, "Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        Header(response, "Permissions-Policy").ShouldContain("camera=()");
        Header(response, "Strict-Transport-Security").ShouldContain("max-age=");
        var isAsset = status == 200 && (path.StartsWith("/dist", StringComparison.Ordinal) || path == "/icon.svg");
        response.Headers.CacheControl!.NoStore.ShouldBe(!isAsset);
    }

    [Fact]
    public async Task Strict_transport_is_asked_for_over_https_alone()
    {
        var response = await WebHost.Client(app, "http").GetAsync("/fine", TestContext.Current.CancellationToken);
        response.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Theory]
    [InlineData("sv", "/throws", "Något gick fel")]
    [InlineData("en", "/throws", "Something went wrong")]
    [InlineData("sv", "/not-there", "Sidan finns inte")]
    [InlineData("en", "/status/429", "Wait a moment")]
    [InlineData("de", "/status/404", "There is no such page")]
    public async Task An_error_has_a_page_in_the_readers_language_and_no_cause(string language, string path, string says)
    {
        var client = WebHost.Client(app);
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        var page = await (await client.GetAsync(path, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );

        page.ShouldContain(says);
        page.ShouldNotContain("Amal");
        page.ShouldNotContain("Exception");
        page.ShouldNotContain(" style=");
        page.ShouldNotContain("<script>");
    }

    [Fact]
    public async Task Who_asks_for_json_gets_problem_details()
    {
        var client = WebHost.Client(app);
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        var response = await client.GetAsync("/throws", TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Assets_are_kept_for_good_under_names_with_a_hash()
    {
        var client = WebHost.Client(app);
        var css = await client.GetStringAsync("/dist/site.css", TestContext.Current.CancellationToken);
        var font = Regex.Match(css, @"fonts/noto-sans-latin-wght[^)""]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var response = await client.GetAsync("/dist/" + font, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        Header(response, "Cache-Control").ShouldContain("immutable");
    }

    [Fact]
    public async Task The_language_is_remembered_only_with_the_forms_token()
    {
        var client = WebHost.Client(app);
        var bare = await client.PostAsync("/language", new FormUrlEncodedContent([new("language", "en")]), TestContext.Current.CancellationToken);
        bare.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        bare.Headers.GetValues("Set-Cookie").ShouldNotContain(c => c.StartsWith("__Host-lang", StringComparison.Ordinal));

        var page = await client.GetAsync("/status/404", TestContext.Current.CancellationToken);
        var cookie = page.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-form=", StringComparison.Ordinal));
        cookie.ShouldContain("secure");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        var token = Regex
            .Match(
                await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                "name=\"__form\" type=\"hidden\" value=\"(?<token>[^\"]+)\"",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            )
            .Groups["token"]
            .Value;
        var post = new HttpRequestMessage(HttpMethod.Post, "/language")
        {
            Content = new FormUrlEncodedContent([new("__form", token), new("language", "en"), new("return", "//evil.example")]),
        };
        post.Headers.Add("Cookie", cookie.Split(';')[0]);
        var chosen = await client.SendAsync(post, TestContext.Current.CancellationToken);
        chosen.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        chosen.Headers.Location!.OriginalString.ShouldBe("/");
        chosen.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("__Host-lang=en", StringComparison.Ordinal) && c.Contains("secure"));
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
}
