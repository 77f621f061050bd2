using System.Net;
using Hemvag.Demo;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.External;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Identity;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Accounts;

public sealed class ExternalSignInTests
{
    [Theory, OnBothDatabases]
    public async Task An_identity_is_linked_by_its_owner_signs_in_and_is_unlinked(DatabaseKind kind)
    {
        await using var provider = await TestProvider.StartAsync();
        await using var app = await StartAsync(provider, kind);
        var key = TimeCodes.NewKey();
        var id = await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        (await client.GetAsync("/account/external/own")).Url.AbsolutePath.ShouldBe("/account/proof");
        await LinkAsync(app, client, key);
        (await client.GetAsync("/account/ways")).ShouldShow("Ta bort kopplingen");
        // What the provider calls the person stands nowhere.
        var row = await app.WithDbAsync(db => db.Set<ExternalIdentity>().SingleAsync());
        row.SubjectMac.Length.ShouldBe(32);

        // The provider vouches for one factor only: the code is still asked for.
        using var later = app.NewClient();
        var answer = await ThroughAsync(later, "/sign-in/external/own?return=/account");
        answer.RedirectsTo.ShouldBe("/sign-in/code");
        (await later.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var code = (await later.GetAsync("/sign-in/code")).Form("[name=Code]").Fill("Code", app.CodeNow(key));
        (await code.SubmitOnceAsync()).RedirectsTo.ShouldBe("/account");
        (await later.GetAsync("/account/sessions")).ShouldShow("Organisationens egen inloggning och kod");

        provider.Methods = ["pwd", "mfa"];
        using var vouched = app.NewClient();
        (await ThroughAsync(vouched, "/sign-in/external/own?return=/account")).RedirectsTo.ShouldBe("/account");
        (await vouched.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");

        await app.ProveAsync(client, key);
        await (await client.GetAsync("/account/external/own")).Form("form[action*=Remove]").SubmitAsync();
        (await vouched.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        using var gone = app.NewClient();
        (await ThroughAsync(gone, "/sign-in/external/own")).RedirectsTo.ShouldBe("/sign-in?external=failed");
        (await gone.GetAsync("/sign-in?external=failed")).ShouldShow("Det gick inte att logga in den vägen");
        (await app.WithDbAsync(db => db.Set<Notice>().Where(n => n.AccountId == id).Select(n => n.Kind).ToListAsync())).ShouldBe(
            [nameof(IdentityLinked), nameof(IdentityUnlinked)],
            ignoreOrder: true
        );
        provider.Refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_found_or_made_by_a_mail_address()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var app = await StartAsync(provider);
        // The provider's user information names the very address of this account.
        await app.MakeAccountAsync(key: TimeCodes.NewKey());
        var before = await app.WithDbAsync(db => db.Set<Account>().CountAsync());
        using var client = app.NewClient();
        (await ThroughAsync(client, "/sign-in/external/own")).RedirectsTo.ShouldBe("/sign-in?external=failed");
        (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        (await app.WithDbAsync(db => db.Set<Account>().CountAsync())).ShouldBe(before);
        (await app.WithDbAsync(db => db.Set<ExternalIdentity>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task An_identity_belongs_to_one_account_of_its_organisation()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var app = await StartAsync(provider);
        var key = TimeCodes.NewKey();
        var id = await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        await LinkAsync(app, client, key);

        using var colleague = await app.SignInToDemoAsync("vast-1");
        await ThroughAsync(colleague, "/account/external/own?handler=Go");
        (await (await colleague.GetAsync("/account/external/own")).Form("main form").SubmitAsync()).ShouldRefuse("ExternalTaken");
        using var elsewhere = await app.SignInToDemoAsync("iom-1");
        provider.Subject = "person-2";
        await ThroughAsync(elsewhere, "/account/external/own?handler=Go");
        (await (await elsewhere.GetAsync("/account/external/own")).Form("main form").SubmitAsync()).ShouldRefuse("ExternalNotYours");

        // Shown to one account, it is not linked to another that signs in afterwards in the same browser.
        await ThroughAsync(colleague, "/account/external/own?handler=Go");
        var page = await colleague.GetAsync("/demo");
        await page.Form($"[value='{DemoAccounts.IdOf("admin-2")}']").SubmitOnceAsync();
        (await colleague.GetAsync("/account/external/own")).Document.QuerySelector("main form").ShouldBeNull();

        provider.Subject = "person-1";
        await app.Register.CloseAsync(app.NewId(), AccountsApp.Tester, id);
        using var closed = app.NewClient();
        (await ThroughAsync(closed, "/sign-in/external/own")).RedirectsTo.ShouldBe("/sign-in?external=failed");
    }

    [Theory]
    [InlineData("state")]
    [InlineData("code")]
    [InlineData("browser")]
    [InlineData("denied")]
    [InlineData("other person")]
    [InlineData("other audience")]
    [InlineData("other visit")]
    public async Task A_bent_answer_signs_nobody_in(string how)
    {
        await using var provider = await TestProvider.StartAsync();
        await using var app = await StartAsync(provider);
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        using (var owner = await app.SignInAsync(key))
        {
            await LinkAsync(app, owner, key);
        }

        provider.Methods = ["mfa"];
        provider.OtherSubject = how == "other person" ? "person-2" : null;
        provider.OtherNonce = how == "other visit" ? "of another visit" : null;
        provider.Audience = how == "other audience" ? "someone else" : null;
        using var client = app.NewClient();
        var back = await AtProviderAsync(await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, "/sign-in/external/own")));
        back = how switch
        {
            "state" => back.Replace("state=", "state=A", StringComparison.Ordinal),
            "code" => back.Replace("code=", "code=A", StringComparison.Ordinal),
            "denied" => "/sign-in/external/own/callback?error=access_denied&" + back[back.IndexOf("state=", StringComparison.Ordinal)..],
            _ => back,
        };
        using var other = app.NewClient();
        var victim = how == "browser" ? other : client;
        (await victim.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, back))).RedirectsTo.ShouldBe("/sign-in?external=failed");
        (await victim.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task It_asks_with_pkce_state_and_one_address_and_takes_no_other_provider()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var app = await StartAsync(provider);
        using var client = app.NewClient();
        (await client.GetAsync("/sign-in")).ShouldShow("Logga in med Regionens inloggning");
        var asked = new Uri((await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, "/sign-in/external/own"))).RedirectsTo!);
        var query = System.Web.HttpUtility.ParseQueryString(asked.Query);
        query["code_challenge_method"].ShouldBe("S256");
        query["redirect_uri"].ShouldBe("https://localhost/sign-in/external/own/callback");
        query["state"].ShouldNotBeNullOrEmpty();
        query["nonce"].ShouldNotBeNullOrEmpty();
        (await client.GetAsync("/sign-in/external/another")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("ClientSecret", "")]
    [InlineData("TokenEndpoint", "http://idp.example/token")]
    [InlineData("Organisation", null)]
    public void A_provider_that_is_not_complete_stops_the_start(string setting, string? value)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Name"] = "Regionen",
            ["Organisation"] = "vast",
            ["ClientId"] = "hemvag",
            ["ClientSecret"] = "x",
            ["AuthorizationEndpoint"] = "https://idp.example/authorize",
            ["TokenEndpoint"] = "https://idp.example/token",
            ["UserInformationEndpoint"] = "https://idp.example/userinfo",
            [setting] = value,
        };
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(s => "ExternalSignIn:own:" + s.Key, s => s.Value))
            .Build();
        Should.Throw<AccountsRefusedException>(() => new ExternalProviders(configuration)).Message.ShouldContain("ExternalSignIn:own");
    }

    private static Task<AccountsApp> StartAsync(TestProvider provider, DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var settings = provider.Settings("own", "vast");
        settings["ExternalSignIn:own:SecondFactorClaim"] = "amr";
        settings["ExternalSignIn:own:SecondFactorValues"] = "mfa hwk";
        return AccountsApp.StartAsync(kind, settings: settings);
    }

    private static async Task LinkAsync(AccountsApp app, PageClient client, byte[] key)
    {
        await app.ProveAsync(client, key);
        (await ThroughAsync(client, "/account/external/own?handler=Go")).RedirectsTo.ShouldBe("/account/external/own");
        var page = (await client.GetAsync("/account/external/own")).ShouldShow("Vill du koppla");
        (await page.Form("main form").SubmitOnceAsync()).RedirectsTo.ShouldBe("/account/ways");
    }

    /// <summary>To the provider and back, as a browser would go.</summary>
    private static async Task<PageAnswer> ThroughAsync(PageClient client, string path)
    {
        var back = await AtProviderAsync(await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, path)));
        return await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, back));
    }

    private static async Task<string> AtProviderAsync(PageAnswer sent)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler);
        using var answer = await browser.GetAsync(new Uri(sent.RedirectsTo!), TestContext.Current.CancellationToken);
        return answer.Headers.Location!.PathAndQuery;
    }
}
