using System.Net;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Accounts;

public sealed class SessionTests
{
    [Theory, OnBothDatabases]
    public async Task A_change_of_roles_ends_the_session_at_the_next_request(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        var key = TimeCodes.NewKey();
        var id = await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        (await client.GetAsync("/account")).ShouldBeOk().Url.AbsolutePath.ShouldBe("/account");

        await app.Register.SetRolesAsync(app.NewId(), AccountsApp.Tester, id, [Role.Auditor]);

        (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        var id = await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        await app.Register.CloseAsync(app.NewId(), AccountsApp.Tester, id);
        (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Thirty_idle_minutes_end_it_and_use_keeps_it()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        for (var i = 0; i < 4; i++)
        {
            app.Time.Advance(TimeSpan.FromMinutes(29));
            (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");
        }

        app.Time.Advance(TimeSpan.FromMinutes(31));
        (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Ten_hours_end_it_however_busy()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        for (var i = 0; i < 29; i++)
        {
            app.Time.Advance(TimeSpan.FromMinutes(20));
            (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");
        }

        app.Time.Advance(TimeSpan.FromMinutes(21));
        (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task The_cookie_keeps_what_was_promised_and_signing_out_takes_a_post()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        using var client = app.NewClient();
        var code = await AccountsApp.TypePasswordAsync(client, AccountsApp.Mail, AccountsApp.Password);
        var signedIn = await code.Form("[name=Code]").Fill("Code", app.CodeNow(key)).SubmitOnceAsync();
        var cookie = signedIn.Headers["Set-Cookie"];
        cookie.ShouldContain("__Host-hemvag=");
        cookie.ShouldContain("secure");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");

        using var copy = Copied(app, cookie);
        (await copy.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");
        using var elsewhere = await AgainAsync(app, key);
        var page = await client.GetAsync("/sign-out");
        (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");
        await page.Form("main form").SubmitAsync();
        (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        // A cookie that someone has copied is of no use either; on another device one stays signed in.
        (await copy.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        (await elsewhere.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");
    }

    [Theory, OnBothDatabases]
    public async Task Sessions_are_listed_and_ended_by_their_owner(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        var key = TimeCodes.NewKey();
        var id = await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        using var second = await AgainAsync(app, key, "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0");
        using var third = await AgainAsync(app, key);
        using var stranger = await app.SignInToDemoAsync("vast-1");

        var page = (await client.GetAsync("/account/sessions")).ShouldBeOk().ShouldShow("Firefox, Windows").ShouldShow("den här");
        page.ShouldNotContain("Gecko");
        var rows = await app.WithDbAsync(db => db.Set<AccountSession>().Where(s => s.AccountId == id).ToListAsync());
        // The one in which the app was set up is there too.
        page.Document.QuerySelectorAll("form[action*=End] input[name=session]").Length.ShouldBe(3);
        var end = page.Form($"[value='{rows.Single(r => r.Browser == BrowserFamily.Firefox).Id}']");
        (await end.SubmitOnceAsync()).RedirectsTo.ShouldBe("/account/sessions");
        (await end.SubmitOnceAsync()).RedirectsTo.ShouldBe("/account/sessions");
        (await second.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        (await third.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");
        // Another's session is not there, as one that does not exist.
        (
            await end.Forge("session", await SessionOfAsync(app, "vast-1")).Forge("OperationId", app.NewId().ToString()).SubmitAsync()
        ).ShouldBeHidden();
        (await end.Forge("session", app.NewId().ToString()).SubmitAsync()).ShouldBeHidden();
        (await stranger.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");

        await page.Form("form[action*=EndOthers]").SubmitAsync();
        (await third.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        (await client.GetAsync("/account/sessions")).ShouldBeOk().Document.QuerySelectorAll("input[name=session]").Length.ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_signed_in_with_one_factor_has_half_an_hour_to_set_up_the_other()
    {
        await using var app = await AccountsApp.StartAsync();
        await app.MakeAccountAsync();
        using var client = app.NewClient();
        await AccountsApp.TypePasswordAsync(client, AccountsApp.Mail, AccountsApp.Password);
        app.Time.Advance(TimeSpan.FromMinutes(20));
        (await client.GetAsync("/account/second-factor")).Url.AbsolutePath.ShouldBe("/account/second-factor");
        app.Time.Advance(TimeSpan.FromMinutes(11));
        (await client.GetAsync("/account/second-factor")).Url.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task When_a_session_was_used_is_known_to_ten_minutes()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        var started = app.Time.GetUtcNow().UtcDateTime;
        app.Time.Advance(TimeSpan.FromMinutes(9));
        await client.GetAsync("/account");
        (await app.WithDbAsync(db => db.Set<SessionSeen>().OrderByDescending(s => s.SessionId).FirstAsync())).At.ShouldBe(started);
        app.Time.Advance(TimeSpan.FromMinutes(2));
        await client.GetAsync("/account");
        (await app.WithDbAsync(db => db.Set<SessionSeen>().OrderByDescending(s => s.SessionId).FirstAsync())).At.ShouldBe(started.AddMinutes(11));
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        using var other = await AgainAsync(app, key);
        await app.ProveAsync(client, key);
        var form = (await client.GetAsync("/account/password")).ShouldBeOk().Form("[name=Password]");
        (await form.Fill("Password", "kort").SubmitAsync()).ShouldRefuse("PasswordTooShort");
        (await form.Fill("Password", "tre blå och en röd hink").SubmitAsync()).ShouldBeOk().Url.AbsolutePath.ShouldBe("/account/ways");
        (await other.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        using var again = app.NewClient();
        (await AccountsApp.TypePasswordAsync(again, AccountsApp.Mail, AccountsApp.Password)).ShouldRefuse("SignInRefused");
        (await AccountsApp.TypePasswordAsync(again, AccountsApp.Mail, "tre blå och en röd hink")).Url.AbsolutePath.ShouldBe("/sign-in/code");
    }

    [Theory]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
        "Edge",
        "Windows"
    )]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "Chrome", "Linux")]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 (KHTML, like Gecko) Version/18.0 Safari/604.1",
        "Safari",
        "Ios"
    )]
    [InlineData("Mozilla/5.0 (Linux; Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "Firefox", "Android")]
    [InlineData("curl/8", "Other", "Other")]
    [InlineData(null, "Other", "Other")]
    public void A_browser_is_told_coarsely(string? agent, string family, string platform) =>
        BrowserSeen.Of(agent).ToString().ShouldBe($"BrowserSeen {{ Family = {family}, Platform = {platform} }}");

    private static async Task<string> SessionOfAsync(AccountsApp app, string code)
    {
        var id = Demo.DemoAccounts.IdOf(code);
        return (await app.WithDbAsync(db => db.Set<AccountSession>().FirstAsync(s => s.AccountId == id))).Id.ToString();
    }

    /// <summary>Whoever got hold of the cookie.</summary>
    private static PageClient Copied(AccountsApp app, string cookie)
    {
        var copy = app.NewClient();
        copy.Http.DefaultRequestHeaders.Add("Cookie", cookie[cookie.IndexOf("__Host-hemvag=", StringComparison.Ordinal)..].Split(';')[0]);
        return copy;
    }

    private static async Task<PageClient> AgainAsync(AccountsApp app, byte[] key, string? browser = null)
    {
        app.Time.Advance(TimeSpan.FromMinutes(1));
        return await app.SignInAsync(key, browser: browser);
    }

    [Fact]
    public async Task The_accounts_language_counts_until_another_is_chosen()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        var id = await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        (await client.GetAsync("/account")).ShouldShow("Mitt konto");
        await app.Services.GetRequiredService<OwnAccount>().ChooseLanguageAsync(app.NewId(), AccountsApp.Tester, id, "en");
        (await client.GetAsync("/account")).ShouldShow("My account");
        (await (await client.GetAsync("/account")).Form("form.languages").SubmitAsync("sv")).ShouldShow("Mitt konto");
    }

    [Fact]
    public async Task A_forged_form_is_refused()
    {
        await using var app = await AccountsApp.StartAsync();
        using var client = app.NewClient();
        var form = (await client.GetAsync("/sign-in")).Form("[name=Password]");
        (await form.Fill("Mail", "a@b.example").Fill("Password", "x").Forge("__form", "x").SubmitAsync()).ShouldBe(HttpStatusCode.BadRequest);
    }
}
