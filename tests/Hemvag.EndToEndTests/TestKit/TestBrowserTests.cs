using Hemvag.TestKit.Browsers;
using Shouldly;
using Xunit;

namespace Hemvag.EndToEndTests.TestKit;

public sealed class TestBrowserTests
{
    private const string Clean = "<!doctype html><html lang=sv><title>Prov</title><main><h1>Prov</h1><label>Namn <input></label></main>";

    [Fact]
    public async Task The_browser_opens_a_page_and_axe_finds_what_is_wrong_with_it()
    {
        Assert.SkipWhen(TestBrowser.WhyNot is not null, TestBrowser.WhyNot ?? "");
        await using var context = await TestBrowser.NewContextAsync(new Uri("http://localhost"));
        var page = await context.NewPageAsync();

        await page.SetContentAsync(Clean);
        (await page.TitleAsync()).ShouldBe("Prov");
        await AxeCheck.AssertCleanAsync(page);

        await page.SetContentAsync(Clean.Replace("<label>Namn <input></label>", "<input>", StringComparison.Ordinal));
        (await AxeCheck.FindAsync(page)).ShouldHaveSingleItem().ShouldStartWith("label (critical)");
    }
}
