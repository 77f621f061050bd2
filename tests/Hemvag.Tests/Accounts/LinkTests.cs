using System.Net;
using Hemvag.Auditing;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.Links;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Mails;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Accounts;

public sealed class LinkTests
{
    [Theory, OnBothDatabases]
    public async Task A_new_account_begins_by_a_mailed_link_that_works_once(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind, mails: true);
        var mail = MailSink.NewAddress("begin");
        using var admin = await app.SignInToDemoAsync("admin-2");
        var done = await (await admin.GetAsync("/admin/accounts/new"))
            .Form("[name=Mail]")
            .Fill("Name", "Vera Sandell")
            .Fill("Mail", mail)
            .Choose("Roles", "RegionalCoordinator")
            .SubmitAsync();
        // Whoever makes the account sees no link.
        done.ShouldBeOk().ShouldShow("En länk är på väg").ShouldNotContain("/begin#");
        var token = await TokenAsync(app, mail);

        // A scanner that opens it, also with a button pressed, uses nothing up.
        using var scanner = app.NewClient();
        (await OpenAsync(scanner, token)).ShouldBeOk();
        using var client = app.NewClient();
        var second = (await OpenAsync(client, token)).ShouldBeOk().ShouldNotContain(mail).ShouldNotContain("Vera");
        var form = second.Form("form[action*=Password]");
        (await form.Fill("Password", "password1234").SubmitAsync()).ShouldRefuse("PasswordTooCommon");
        (await form.Fill("Password", AccountsApp.Password).SubmitAsync()).Url.AbsolutePath.ShouldBe("/account/second-factor");

        (await OpenAsync(scanner, token)).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("LinkRefused");
        (await admin.GetAsync("/admin/accounts")).ShouldBeOk();
    }

    [Fact]
    public async Task A_passkey_can_be_the_first_and_only_way_in()
    {
        await using var app = await AccountsApp.StartAsync();
        var token = await MakeAsync(app);
        using var client = app.NewClient();
        using var passkey = new SoftPasskey();
        var page = await OpenAsync(client, token);
        (await AccountsApp.WithPasskeyAsync(page, passkey.Make, form => form.Fill("Name", ""))).ShouldRefuse("PasskeyNameMissing");
        (await AccountsApp.WithPasskeyAsync(page, passkey.Make, form => form.Fill("Name", "Mobilen"))).ShouldNotRefuse().RedirectsTo.ShouldBe("/");
        (await client.GetAsync("/account")).ShouldBeOk().Url.AbsolutePath.ShouldBe("/account");
        (await OpenAsync(client, token)).ShouldRefuse("LinkRefused");
    }

    [Fact]
    public async Task A_link_lasts_three_days_and_the_last_one_issued_alone_works()
    {
        await using var app = await AccountsApp.StartAsync();
        var first = await MakeAsync(app);
        var id = (await app.WithDbAsync(db => db.Set<Account>().SingleAsync(a => a.Email == AccountsApp.Mail))).Id;
        var second = await app.Register.IssueLinkAsync(app.NewId(), AccountsApp.Tester, id, LinkWay.Shown);
        using var client = app.NewClient();
        (await OpenAsync(client, first)).ShouldRefuse("LinkRefused");
        // The whole address is as good as what stands behind the #.
        (await OpenAsync(client, LinkTokens.Address("https://hemvag.example/", second!))).ShouldBeOk();
        app.Time.Advance(TimeSpan.FromHours(73));
        (await OpenAsync(client, second!)).ShouldRefuse("LinkRefused");
        var third = await app.Register.IssueLinkAsync(app.NewId(), AccountsApp.Tester, id, LinkWay.Shown);
        await app.Register.CloseAsync(app.NewId(), AccountsApp.Tester, id);
        (await OpenAsync(client, third!)).ShouldRefuse("LinkRefused");
    }

    [Fact]
    public async Task Beside_a_second_factor_a_link_sets_the_password_alone()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        var id = await app.MakeAccountAsync(key: key);
        using var signedIn = await app.SignInAsync(key);
        var token = await app.Register.IssueLinkAsync(app.NewId(), AccountsApp.Tester, id, LinkWay.Shown);
        using var client = app.NewClient();
        var page = await OpenAsync(client, token!);
        page.Document.QuerySelector("[data-passkey]").ShouldBeNull();
        using var passkey = new SoftPasskey();
        using (var ceremony = app.NewClient())
        {
            // Asked for by hand all the same.
            var options = await page.Form("form[action*=Password]").SubmitToAsync("/begin?handler=PasskeyOptions");
            var forged = page.Form("form[action*=Password]").Forge("Credential", passkey.Make(options.Body)).Forge("Name", "x");
            (await forged.SubmitToAsync("/begin?handler=Passkey")).ShouldRefuse("LinkRefused");
        }

        (await page.Form("form[action*=Password]").Fill("Password", "tre blå och en röd hink").SubmitOnceAsync()).RedirectsTo.ShouldBe("/sign-in");
        (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        // The password changed: whoever was signed in is not any more.
        (await signedIn.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        (await AccountsApp.TypePasswordAsync(client, AccountsApp.Mail, "tre blå och en röd hink")).Url.AbsolutePath.ShouldBe("/sign-in/code");
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_use_a_link_at_once_one_is_too_late(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        var token = await MakeAsync(app);
        var links = app.Services.GetRequiredService<LinkUse>();
        var tries = Enumerable.Range(0, 4).Select(_ => links.ChoosePasswordAsync(app.NewId(), token, AccountsApp.Password, SignInOrigin.Nowhere));
        var results = await Task.WhenAll(tries.Select(async t => await Task.WhenAny(t) is { IsCompletedSuccessfully: true }));
        results.Count(r => r).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Its_token_is_in_no_table_no_log_and_no_event(DatabaseKind kind)
    {
        var log = new KeptLog();
        await using var app = await AccountsApp.StartAsync(
            kind,
            mails: true,
            settings: new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Logging:LogLevel:Default"] = "Trace",
                ["Logging:LogLevel:Microsoft"] = "Trace",
            },
            services: s => s.AddLogging(l => l.AddProvider(log).AddFilter<KeptLog>(null, LogLevel.Trace))
        );
        var mail = MailSink.NewAddress("token");
        await MakeAsync(app, mail, LinkWay.ByMail);
        var token = await TokenAsync(app, mail);
        using var client = app.NewClient();
        var page = await OpenAsync(client, token);
        await page.Form("form[action*=Password]").Fill("Password", AccountsApp.Password).SubmitAsync();
        var link = await app.WithDbAsync(db => db.Set<AccountLink>().SingleAsync(l => l.UsedAt != null));
        link.TokenMac!.Length.ShouldBe(32);
        var data = await app.WithDbAsync(db => db.Set<OperationEvent>().Select(e => e.Data).ToListAsync());
        data.ShouldAllBe(d => !d.Contains(token));
        System.Text.Encoding.UTF8.GetString(log.Bytes).ShouldNotContain(token);
        (await app.WithDbAsync(db => db.Set<Hemvag.Jobs.Job>().Select(j => j.DedupeKey).ToListAsync())).ShouldAllBe(k => !k.Contains(token));
    }

    [Fact]
    public async Task The_mail_says_one_sentence_in_the_owners_language()
    {
        await using var app = await AccountsApp.StartAsync(mails: true);
        var mail = MailSink.NewAddress("words");
        await MakeAsync(app, mail, LinkWay.ByMail);
        await app.RunJobsAsync();
        var sent = (await MailSink.WaitForAsync(mail)).Single();
        sent.Subject.ShouldBe("Hemväg");
        sent.Body.Trim().ShouldStartWith("Öppna länken inom tre dagar för att komma in i Hemväg: https://hemvag.example/begin#");
        sent.Body.ShouldNotContain("Vera");
    }

    /// <summary>What the reader does: opens the page and gives it the token, as the script does from behind the #.</summary>
    private static async Task<PageAnswer> OpenAsync(PageClient client, string token) =>
        await (await client.GetAsync("/begin")).ShouldBeOk().Form("[name=Token]").Fill("Token", token).SubmitAsync();

    private static async Task<string> TokenAsync(AccountsApp app, string mail)
    {
        await app.RunJobsAsync();
        var body = (await MailSink.WaitForAsync(mail)).Single(m => m.Body.Contains("/begin#", StringComparison.Ordinal)).Body;
        return body.Split('#')[1].Trim();
    }

    private static async Task<string> MakeAsync(AccountsApp app, string mail = AccountsApp.Mail, LinkWay way = LinkWay.Shown)
    {
        var at = await app.Services.GetRequiredService<Modules.Organisations.OrganisationQueries>().FindByCodeAsync("vast");
        var (_, token) = await app.Register.CreateAsync(
            app.NewId(),
            AccountsApp.Tester,
            new NewAccount(mail, "Vera Sandell", at!.Id, "sv", [Modules.Programmes.Role.RegionalCoordinator]),
            way
        );
        return token ?? "";
    }
}
