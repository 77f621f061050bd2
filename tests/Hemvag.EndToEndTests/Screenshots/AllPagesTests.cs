using Hemvag.EndToEndTests.Journeys;
using Hemvag.Modules.Cases;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Hemvag.EndToEndTests.Screenshots;

/// <summary>Every page of the demo in both languages, wide and narrow, light and dark; none may be wider than the window.</summary>
[Trait("Category", "Screenshots")]
public sealed class AllPagesTests
{
    // Who looks, at which of the demo's cases (their place in its list; -1 for none), and where.
    private static readonly (string Who, int Case, string[] Pages)[] Views =
    [
        (
            "vast-1",
            -1,
            [
                "/",
                "/inbox",
                "/matters/new",
                "/cases",
                "/notices",
                "/account",
                "/account/ways",
                "/account/passkeys/new",
                "/account/sessions",
                "/account/password",
            ]
        ),
        (
            "vast-1",
            6,
            [
                "",
                "person",
                "consent",
                "consent/give/ContactWithLocalOffice",
                "assessment",
                "needs",
                "health",
                "investigation",
                "plan",
                "travel",
                "travel/will",
                "seen",
                "stop",
                "documents",
            ]
        ),
        ("vast-1", 7, ["", "stop"]),
        (
            "vast-1",
            9,
            [
                "",
                "eligibility",
                "information",
                "risks",
                "risks/new",
                "application",
                "application/person",
                "application/check",
                "application/print",
                "application/certificate",
                "referral",
            ]
        ),
        ("vast-1", 12, ["", "answer"]),
        ("vast-1", 0, ["", "follow-up", "close"]),
        ("iom-1", -1, ["/"]),
        ("iom-1", 8, ["", "referral"]),
        (
            "iom-1",
            6,
            [
                "",
                "needs/housing",
                "health/assessment",
                "plan/items",
                "travel",
                "travel/journey",
                "travel/arrangements/Flights",
                "travel/office",
                "travel/milestones/Booked",
            ]
        ),
        ("approver-1", 3, ["money", "money/approve"]),
        ("moldova-1", 3, ["", "travel", "money", "money/request", "money/request?category=Subsistence", "follow-up", "follow-up/add"]),
        ("iom-1", 3, ["follow-up/notes"]),
        ("vast-1", 1, ["", "money"]),
        ("admin-1", -1, ["/", "/admin/accounts", "/admin/organisations", "/admin/jobs"]),
        ("auditor-1", -1, ["/", "/trail", "/trail/openings"]),
    ];

    [Theory]
    [InlineData("sv", 1440, 1000, ColorScheme.Light)]
    [InlineData("sv", 390, 844, ColorScheme.Light)]
    [InlineData("sv", 1440, 1000, ColorScheme.Dark)]
    [InlineData("sv", 390, 844, ColorScheme.Dark)]
    [InlineData("en", 1440, 1000, ColorScheme.Light)]
    [InlineData("en", 390, 844, ColorScheme.Light)]
    [InlineData("en", 1440, 1000, ColorScheme.Dark)]
    [InlineData("en", 390, 844, ColorScheme.Dark)]
    public async Task Every_page_is_pictured(string language, int width, int height, ColorScheme scheme)
    {
        var folder = Environment.GetEnvironmentVariable("HEMVAG_SCREENSHOTS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "HEMVAG_SCREENSHOTS names no folder: make screenshots.");
        folder = Path.Combine(folder!, $"{language}-{width}-{scheme}".ToLowerInvariant());
        Directory.CreateDirectory(folder);
        await using var town = await DemoTown.StartAsync(cases: true);
        var cases = await town.CasesAsync();
        var walk = new Walk(withAxe: false);
        foreach (var view in Views)
        {
            await using var worker = await town.SignInAsync(
                view.Who,
                language,
                walk,
                o =>
                {
                    o.ViewportSize = new() { Width = width, Height = height };
                    o.ColorScheme = scheme;
                }
            );
            foreach (var page in view.Pages)
            {
                var path = view.Case < 0 ? page : CaseLinks.To(cases[view.Case], page);
                await PictureAsync(worker, path, Path.Combine(folder, Name(view.Who, view.Case, page)), walk, width);
            }
        }

        walk.ShouldBeClean();
    }

    private static async Task PictureAsync(Worker worker, string path, string file, Walk walk, int width)
    {
        await worker.Page.GotoAsync(path);
        if (worker.Status != 200)
        {
            walk.Note($"{file}: {worker.Status}");
        }

        await worker.LookAsync();
        var needs = await worker.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (needs > width)
        {
            walk.Note($"{Path.GetFileName(file)}: {needs} wide in a window of {width}");
        }

        await worker.Page.ScreenshotAsync(new() { Path = file, FullPage = true });
    }

    private static string Name(string who, int at, string page) =>
        $"{(at < 0 ? "" : $"c{at + 1:00}-")}{(page.Trim('/') is "" ? "start" : page.Trim('/').Replace('/', '-').Replace('?', '-'))}-{who}.png";
}
