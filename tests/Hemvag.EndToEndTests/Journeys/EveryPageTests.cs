using Hemvag.EndToEndTests.Screenshots;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Hemvag.EndToEndTests.Journeys;

/// <summary>Every page there is, as a role whose task it is, with axe: wide and light in Swedish, narrow and dark in English.</summary>
public sealed class EveryPageTests
{
    /// <summary>Pages that only send on, or are there for a moment that other journeys walk through.</summary>
    private static readonly string[] Elsewhere =
    [
        "account/external/{provider}",
        "account/passkeys/{passkeyId:guid}",
        "cases/{caseId:guid}/open",
        "cases/{caseId:guid}/take",
        "handed/window",
        "link/first-contact",
        "link/leave",
        "link/show",
        "link/window",
        "sign-in/code",
        "sign-in/external/{provider}",
        "sign-out",
    ];

    private static readonly Look Wide = new("sv", 1440, 1000, ColorScheme.Light);
    private static readonly Look Narrow = new("en", 390, 844, ColorScheme.Dark);

    [Fact]
    public Task Every_page_passes_axe_and_fits_its_window_in_one_look_or_the_other() => AllAsync(Wide, Narrow);

    [Fact, Trait("Category", "Long")]
    public Task Every_page_passes_axe_and_fits_a_wide_window() => AllAsync(Wide);

    [Fact, Trait("Category", "Long")]
    public Task Every_page_passes_axe_and_fits_a_narrow_window() => AllAsync(Narrow);

    private static async Task AllAsync(params Look[] looks)
    {
        await using var town = await DemoTown.StartAsync(cases: true);
        var walk = new Walk();
        var seen = await PageLook.AllAsync(town, walk, looks);
        var routes = town
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct(StringComparer.Ordinal);
        routes.Except(Elsewhere, StringComparer.Ordinal).Where(r => !seen.Any(path => Matches(r, path))).ShouldBeEmpty("pages that nobody looked at");
        walk.ShouldBeClean();
    }

    private static bool Matches(string route, string path) => new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(path, []);
}
