using Hemvag.Auditing;
using Hemvag.EndToEndTests.Journeys;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.Links;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Browsers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Hemvag.EndToEndTests.SignIn;

/// <summary>In a real browser with its virtual authenticator: from the mailed link to the passkey that is removed, and each page under axe.</summary>
public sealed class PasskeyTests
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task A_passkey_made_by_a_link_signs_in_without_a_name_and_can_be_removed(string language)
    {
        await using var town = await DemoTown.StartAsync(cases: false);
        var walk = new Walk(withAxe: true);
        await using var context = await TestBrowser.NewContextAsync(town.Url);
        context.SetDefaultTimeout(60_000);
        var worker = new Worker(context, await context.NewPageAsync(), walk, language);
        var page = worker.Page;
        var authenticator = await VirtualAuthenticator.AddAsync(page);

        await page.GotoAsync("/sign-in");
        await worker.SpeakAsync(language);
        await worker.LookAsync();
        await worker.GoAsync("/lost-access");

        // The link: its token stands behind the #, and is out of the address before anyone looks.
        await page.GotoAsync("/begin#" + await LinkAsync(town, language));
        await worker.LookAsync();
        new Uri(page.Url).Fragment.ShouldBeEmpty();
        await worker.PressAsync("[data-token-form] button");
        await worker.LookAsync();
        await MakeAsync(worker, "Jobbdatorn");
        new Uri(page.Url).AbsolutePath.ShouldBe("/");

        foreach (var path in new[] { "/account", "/account/ways", "/account/sessions" })
        {
            await worker.GoAsync(path);
        }

        await SignOutAsync(worker);
        await authenticator.ShowFingerAsync(right: false);
        await page.ClickAsync("[data-passkey] button");
        await page.Locator("[data-passkey-failed]").First.WaitForAsync();
        await worker.LookAsync();
        await authenticator.ShowFingerAsync(right: true);
        await worker.PressAsync("[data-passkey] button");
        new Uri(page.Url).AbsolutePath.ShouldBe("/");

        // The last way in stays; with another one it goes.
        await worker.GoAsync("/account/passkeys/new");
        new Uri(page.Url).AbsolutePath.ShouldBe("/account/proof");
        await worker.PressAsync("[data-passkey] button");
        new Uri(page.Url).AbsolutePath.ShouldBe("/account/passkeys/new");
        await worker.GoAsync("/account/password");
        await worker.GoAsync("/account/ways");
        await worker.PressAsync("main a[href^='/account/passkeys/0']");
        await worker.LookAsync();
        await worker.PressAsync("form[action*=Remove] button");
        worker.Refused.ShouldBe("LastWayIn");
        await worker.LookAsync();
        await worker.GoAsync("/account/ways");
        (await worker.TextAsync()).ShouldContain("Jobbdatorn");
        walk.ShouldBeClean();
    }

    [Fact]
    public async Task A_demo_account_registers_a_passkey_signs_in_by_it_and_removes_it()
    {
        await using var town = await DemoTown.StartAsync(cases: false);
        var walk = new Walk(withAxe: true);
        await using var worker = await town.SignInAsync("vast-1", "sv", walk);
        var page = worker.Page;
        await VirtualAuthenticator.AddAsync(page);
        await worker.GoAsync("/account/passkeys/new");
        await MakeAsync(worker, "Mobilen");
        (await worker.TextAsync()).ShouldContain("Mobilen");
        await SignOutAsync(worker);
        await worker.PressAsync("[data-passkey] button");
        new Uri(page.Url).AbsolutePath.ShouldBe("/");
        await worker.GoAsync("/account/sessions");
        (await worker.TextAsync()).ShouldContain("Passnyckel");
        walk.ShouldBeClean();
    }

    [Fact]
    public async Task Without_script_the_other_way_is_all_there_is()
    {
        await using var town = await DemoTown.StartAsync(cases: false);
        await using var context = await TestBrowser.NewContextAsync(town.Url, o => o.JavaScriptEnabled = false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        (await page.Locator("[data-passkey] button").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator("[name=Password]").IsVisibleAsync()).ShouldBeTrue();
        var token = await LinkAsync(town, "sv");
        await page.GotoAsync("/begin#" + token);
        await page.FillAsync("[name=Token]", $"{town.Url}begin#{token}");
        await page.ClickAsync("[data-token-form] button");
        (await page.Locator("[name=Password]").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("[data-passkey] button").IsVisibleAsync()).ShouldBeFalse();
    }

    private static async Task MakeAsync(Worker worker, string name)
    {
        await worker.Page.FillAsync("[data-passkey=create] [name=Name]", name);
        await worker.PressAsync("[data-passkey=create] button");
        worker.Status.ShouldBe(200, worker.Refused);
        await worker.LookAsync();
    }

    private static async Task SignOutAsync(Worker worker)
    {
        await worker.PressAsync("form[action='/sign-out'] button");
        new Uri(worker.Page.Url).AbsolutePath.ShouldBe("/sign-in");
    }

    private static async Task<string> LinkAsync(DemoTown town, string language)
    {
        await using var scope = town.Services.CreateAsyncScope();
        var region = await scope.ServiceProvider.GetRequiredService<OrganisationQueries>().FindByCodeAsync("vast");
        var (_, token) = await scope
            .ServiceProvider.GetRequiredService<AccountRegister>()
            .CreateAsync(
                Guid.CreateVersion7(),
                Actor.System("Test"),
                new NewAccount($"{language}@region.example", "Vera Sandell", region!.Id, language, [Role.RegionalCoordinator]),
                LinkWay.Shown
            );
        return token!;
    }
}
