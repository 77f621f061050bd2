using System.Net;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
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

        using var elsewhere = await CopyAsync(app, key);
        (await elsewhere.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");
        var page = await client.GetAsync("/sign-out");
        (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");
        await page.Form("main form").SubmitAsync();
        (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        // A cookie that someone has copied is of no use either.
        (await elsewhere.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
    }

    private static async Task<PageClient> CopyAsync(AccountsApp app, byte[] key)
    {
        app.Time.Advance(TimeSpan.FromMinutes(1));
        return await app.SignInAsync(key);
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
