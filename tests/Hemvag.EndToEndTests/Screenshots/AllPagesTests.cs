using Hemvag.EndToEndTests.Journeys;
using Microsoft.Playwright;
using Xunit;

namespace Hemvag.EndToEndTests.Screenshots;

/// <summary>Every page of the demo in both languages, wide and narrow, light and dark; none may be wider than the window.</summary>
[Trait("Category", "Screenshots")]
public sealed class AllPagesTests
{
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
        var look = new Look(language, width, height, scheme);
        Assert.SkipWhen(PageLook.Folder(look) is null, "HEMVAG_SCREENSHOTS names no folder: make screenshots.");
        await using var town = await DemoTown.StartAsync(cases: true);
        var walk = new Walk(withAxe: false);
        await PageLook.AllAsync(town, walk, look);
        walk.ShouldBeClean();
    }
}
