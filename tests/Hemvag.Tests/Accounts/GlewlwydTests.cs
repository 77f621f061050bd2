using System.Net;
using System.Net.Http.Json;
using Hemvag.Modules.Accounts.External;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.TestKit.Identity;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Accounts;

/// <summary>External sign-in against a provider that others wrote: Debian's glewlwyd, started by tests/setup/glewlwyd.sh where it is installed.</summary>
[Trait("Category", "Long")]
public sealed class GlewlwydTests
{
    [Fact]
    public async Task An_account_is_linked_and_signed_in_through_glewlwyd()
    {
        var address = Environment.GetEnvironmentVariable("HEMVAG_TEST_GLEWLWYD");
        Assert.SkipWhen(string.IsNullOrEmpty(address), "No glewlwyd: install Debian's package and run the tests by `make test`.");
        await using var app = await AccountsApp.StartAsync(
            settings: new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["ExternalSignIn:own:Name"] = "Regionens inloggning",
                ["ExternalSignIn:own:Organisation"] = "vast",
                ["ExternalSignIn:own:ClientId"] = TestProvider.ClientId,
                ["ExternalSignIn:own:ClientSecret"] = TestProvider.ClientSecret,
                ["ExternalSignIn:own:AuthorizationEndpoint"] = address + "/api/oidc/auth",
                ["ExternalSignIn:own:TokenEndpoint"] = address + "/api/oidc/token",
                ["ExternalSignIn:own:UserInformationEndpoint"] = address + "/api/oidc/userinfo",
            }
        );
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        using var provider = await AtGlewlwydAsync(address!);
        await app.ProveAsync(client, key);
        (await ThroughAsync(provider, client, "/account/external/own?handler=Go")).RedirectsTo.ShouldBe("/account/external/own");
        var page = (await client.GetAsync("/account/external/own")).ShouldShow("Vill du koppla");
        (await page.Form("main form").SubmitOnceAsync()).RedirectsTo.ShouldBe("/account/ways");
        (await app.WithDbAsync(db => db.Set<ExternalIdentity>().CountAsync())).ShouldBe(1);

        using var later = app.NewClient();
        (await ThroughAsync(provider, later, "/sign-in/external/own?return=/account")).RedirectsTo.ShouldBe("/sign-in/code");
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var code = (await later.GetAsync("/sign-in/code")).Form("[name=Code]").Fill("Code", app.CodeNow(key));
        (await code.SubmitOnceAsync()).RedirectsTo.ShouldBe("/account");
    }

    /// <summary>A browser whose person has signed in at glewlwyd and allowed the client to know who they are.</summary>
    private static async Task<HttpClient> AtGlewlwydAsync(string address)
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        var stop = TestContext.Current.CancellationToken;
        (
            await browser.PostAsJsonAsync("/api/auth/", new { username = "vera", password = "a password of the tests" }, stop)
        ).EnsureSuccessStatusCode();
        (await browser.PutAsJsonAsync($"/api/auth/grant/{TestProvider.ClientId}", new { scope = "openid" }, stop)).EnsureSuccessStatusCode();
        return browser;
    }

    private static async Task<PageAnswer> ThroughAsync(HttpClient provider, PageClient client, string path)
    {
        var sent = await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, path));
        // Its page to sign in goes on so, once the person has said yes.
        using var answer = await provider.GetAsync(new Uri(sent.RedirectsTo! + "&g_continue"), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        return await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location!.PathAndQuery));
    }
}
