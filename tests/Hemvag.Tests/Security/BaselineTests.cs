using System.Net;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Security;

/// <summary>What every response owes, whoever asks and whatever comes of it.</summary>
public sealed class BaselineTests
{
    /// <summary>Who sees the pages that no walker sees: a withdrawal, a disclosure without consent, the minimum view, an earlier version.</summary>
    private static readonly (string Code, string Case)[] Others =
    [
        ("iom-1", "c09"),
        ("vast-1", "c10"),
        ("vast-1", "c13"),
        ("stockholm-2", "c14"),
        ("romania-1", "c14"),
        ("syd-1", "c15"),
        ("stockholm-2", "c16"),
        ("stockholm-2", "c17"),
        ("migration-1", "cash-1"),
        ("migration-1", "cash-4"),
        ("iom-1", "cash-4"),
        ("iraq-1", "cash-2"),
        ("iraq-1", "cash-3"),
    ];

    [Theory, OnBothDatabases]
    public async Task Every_page_for_every_role_has_the_headers_and_changes_nothing(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var pages = await RoutedPages.ReadAsync(world.Services);
        var wrong = new List<string>();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        // Each role at its case, and together every page there is.
        foreach (var (code, caseCode) in Walker.All.Select(w => (w.Code, w.Own ?? w.Stranger)).Concat(Others))
        {
            var addresses = await WalkAddresses.OfAsync(world, world.Cases[caseCode], code);
            var client = await world.AsAsync(code);
            var before = await world.OperationsAsync();
            foreach (var handler in pages.Gets)
            {
                var answer = await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, addresses.Of(handler)));
                Check(wrong, answer, $"{code} {addresses.Of(handler)}");
                if (answer.Status is HttpStatusCode.OK or HttpStatusCode.Redirect)
                {
                    shown.Add(handler.Route);
                }
            }

            if (await world.OperationsAsync() != before)
            {
                wrong.Add($"{code}: looking did {await world.OperationsAsync() - before} operations");
            }
        }

        pages.Gets.Select(h => h.Route).Where(r => !shown.Contains(r)).ShouldBeEmpty("pages that nobody was shown");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_refusal_and_error_has_the_headers()
    {
        var database = new CountedCommands();
        await using var world = await WalkWorld.StartAsync(services: s => s.AddSingleton<ISaveChangesInterceptor>(database));
        var client = await world.AsAsync("vast-1");
        var token = await AccessWalkTests.TokenAsync(client);
        var caseId = world.Cases["c02"];
        var wrong = new List<string>();
        foreach (
            var (status, request) in new (HttpStatusCode, HttpRequestMessage)[]
            {
                (HttpStatusCode.BadRequest, Post("/matters/new")),
                (HttpStatusCode.BadRequest, Get("/cases?step=99")),
                (HttpStatusCode.Forbidden, Get("/admin/accounts")),
                (HttpStatusCode.Forbidden, Get($"/cases/{caseId}/money/approve")),
                (HttpStatusCode.NotFound, Get("/no/such/page")),
                (HttpStatusCode.NotFound, Get($"/cases/{Guid.Empty}")),
                (HttpStatusCode.UnprocessableEntity, Post("/matters/new", ("__form", token))),
                (HttpStatusCode.MethodNotAllowed, Post("/health-of-nothing", ("__form", token))),
            }
        )
        {
            var answer = await client.SendOnceAsync(request);
            if (answer.Status != status && status != HttpStatusCode.MethodNotAllowed)
            {
                wrong.Add($"{request.RequestUri}: {(int)answer.Status} instead of {(int)status}");
            }

            Check(wrong, answer, request.RequestUri!.OriginalString);
        }

        database.Broken = true;
        var broken = await client.SendOnceAsync(Get("/cases"));
        database.Broken = false;
        broken.ShouldBe(HttpStatusCode.InternalServerError).ShouldNotContain("Amal");
        Check(wrong, broken, "a broken database");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_static_file_has_the_headers_and_sets_no_cookie()
    {
        await using var world = await WalkWorld.StartAsync();
        using var client = world.NewClient();
        var assets = world
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var wrong = new List<string>();
        foreach (var path in assets)
        {
            using var response = await client.Http.GetAsync(path, TestContext.Current.CancellationToken);
            var headers = response.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
            CheckHeaders(wrong, headers, path);
            if (response.StatusCode != HttpStatusCode.OK || headers.ContainsKey("Set-Cookie"))
            {
                wrong.Add($"{path}: {(int)response.StatusCode} {headers.GetValueOrDefault("Set-Cookie")}");
            }
        }

        assets.Count.ShouldBeGreaterThan(3);
        wrong.ShouldBeEmpty();
    }

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Post(string path, params (string Key, string Value)[] fields) =>
        new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Key, f.Value))) };

    private static void Check(List<string> wrong, PageAnswer answer, string path)
    {
        CheckHeaders(wrong, answer.Headers, path);
        if (answer.Headers.GetValueOrDefault("Cache-Control") != "no-store")
        {
            wrong.Add($"{path}: Cache-Control {answer.Headers.GetValueOrDefault("Cache-Control")}");
        }

        // A page names nothing that is not ours, and says nothing that a policy without inline script would refuse.
        var foreign = answer
            .Document.QuerySelectorAll("[src], link[href]")
            .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href"))
            .Where(u =>
                u is not null && (u.Contains("//", StringComparison.Ordinal) || u.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
            );
        var inline = answer.Document.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onload], [onsubmit]").Select(e => e.LocalName);
        wrong.AddRange(foreign.Concat(inline).Select(what => $"{path}: {what}"));
    }

    internal static void CheckHeaders(List<string> wrong, IReadOnlyDictionary<string, string> headers, string path)
    {
        foreach (
            var (name, value) in new[]
            {
                ("Content-Security-Policy", ResponseBaseline.ContentSecurityPolicy),
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "no-referrer"),
                ("Cross-Origin-Opener-Policy", "same-origin"),
                ("Cross-Origin-Resource-Policy", "same-origin"),
                ("Permissions-Policy", ResponseBaseline.PermissionsPolicy),
                ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
            }
        )
        {
            if (headers.GetValueOrDefault(name) != value)
            {
                wrong.Add($"{path}: {name} is {headers.GetValueOrDefault(name)}");
            }
        }

        // Cookies are joined by commas, and so are the days of the week in them: each starts with its name.
        if (headers.TryGetValue("Set-Cookie", out var cookies))
        {
            var set = cookies.Split("__Host-", StringSplitOptions.RemoveEmptyEntries);
            var fine =
                cookies.StartsWith("__Host-", StringComparison.Ordinal)
                && set.All(c =>
                    c.Contains("secure", StringComparison.OrdinalIgnoreCase)
                    && c.Contains("httponly", StringComparison.OrdinalIgnoreCase)
                    && c.Contains("samesite=", StringComparison.OrdinalIgnoreCase)
                    && c.Contains("path=/", StringComparison.OrdinalIgnoreCase)
                    && !c.Contains("domain=", StringComparison.OrdinalIgnoreCase)
                );
            if (!fine)
            {
                wrong.Add($"{path}: {cookies}");
            }
        }
    }
}
