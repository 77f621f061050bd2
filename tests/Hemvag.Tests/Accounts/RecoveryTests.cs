using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.Links;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Mails;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Accounts;

public sealed class RecoveryTests
{
    [Theory, OnBothDatabases]
    public async Task Two_administrators_who_have_spoken_with_the_owner_let_them_begin_anew(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind, mails: true);
        var mail = MailSink.NewAddress("anew");
        var key = TimeCodes.NewKey();
        var id = await app.MakeAccountAsync(mail, key: key);
        using var owner = app.NewClient();
        (await AskAsync(owner, mail)).ShouldShow("Om det finns ett konto");
        var page = $"/admin/accounts/{id}";
        using var regional = await app.SignInToDemoAsync("admin-2");
        (await regional.GetAsync("/notices")).ShouldShow("Någon behöver hjälp att komma in");
        (await regional.GetAsync("/admin/accounts")).ShouldShow("har bett om hjälp att komma in");
        var first = (await regional.GetAsync(page)).ShouldShow("personen har bett om hjälp");
        (await first.Form("form[action*=ConfirmRecovery]").SubmitAsync()).ShouldRefuse("HaveYouSpoken");
        (await first.Form("form[action*=ConfirmRecovery]").Forge("Spoken", "true").SubmitAsync()).ShouldShow("väntar det på en annan administratör");
        await RefusedAsync("AnotherAdministrator", () => app.Register.ApproveRecoveryAsync(app.NewId(), Admin("admin-2"), id, true, LinkWay.ByMail));
        await app.RunJobsAsync();
        (await MailSink.ToAsync(mail)).ShouldAllBe(m => !m.Body.Contains("/begin#"));

        using var national = await app.SignInToDemoAsync("admin-1");
        var second = (await national.GetAsync(page)).ShouldShow("En annan administratör har talat med personen");
        (await second.Form("form[action*=ApproveRecovery]").Forge("Spoken", "true").SubmitOnceAsync()).RedirectsTo.ShouldBe(page);
        (await national.GetAsync(page)).ShouldNotContain("/begin#");
        // Nothing is taken away yet: whoever did not ask for it goes on as before.
        app.Time.Advance(TimeSpan.FromMinutes(1));
        using (var before = await app.SignInAsync(key, mail))
        {
            (await before.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");
            await app.RunJobsAsync();
            var token = (await MailSink.WaitForAsync(mail))
                .Single(m => m.Body.Contains("/begin#", StringComparison.Ordinal))
                .Body.Split('#')[1]
                .Trim();
            var begin = await (await owner.GetAsync("/begin")).Form("[name=Token]").Fill("Token", token).SubmitAsync();
            var setUp = await begin.Form("form[action*=Password]").Fill("Password", "tre blå och en röd hink").SubmitAsync();
            setUp.Url.AbsolutePath.ShouldBe("/account/second-factor");
            setUp.ShouldShow("med hjälp av två administratörer");
            (await before.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        }

        var account = await app.WithDbAsync(db => db.Set<Account>().SingleAsync(a => a.Id == id));
        account.SecondFactorKey.ShouldBeNull();
        foreach (var admin in new[] { "admin-1", "admin-2" })
        {
            app.Time.Advance(TimeSpan.FromDays(8));
            await RefusedAsync("RecoveryAndLink", () => app.Register.IssueLinkAsync(app.NewId(), Admin(admin), id, LinkWay.Shown));
        }

        var told = await app.WithDbAsync(db => db.Set<Notice>().Where(n => n.AccountId == id).Select(n => n.Kind).ToListAsync());
        new[] { nameof(RecoveryConfirmed), nameof(RecoveryApproved), nameof(LinkUsed) }.ShouldBeSubsetOf(told);
    }

    [Fact]
    public async Task Without_mail_a_third_administrator_hands_the_link_out()
    {
        await using var app = await AccountsApp.StartAsync();
        var id = await app.MakeAccountAsync(key: TimeCodes.NewKey());
        await app.Register.ConfirmRecoveryAsync(app.NewId(), Admin("admin-2"), id, hasSpoken: true);
        await app.Register.ApproveRecoveryAsync(app.NewId(), Admin("admin-1"), id, hasSpoken: true, LinkWay.Shown);
        foreach (var admin in new[] { "admin-1", "admin-2" })
        {
            await RefusedAsync("RecoveryAndLink", () => app.Register.IssueLinkAsync(app.NewId(), Admin(admin), id, LinkWay.Shown));
        }

        (await app.Register.IssueLinkAsync(app.NewId(), Admin("admin-3"), id, LinkWay.Shown)).ShouldNotBeNull();
        var link = await app.WithDbAsync(db =>
            db.Set<AccountLink>().SingleAsync(l => l.AccountId == id && l.UsedAt == null && l.WithdrawnAt == null)
        );
        link.Purpose.ShouldBe(LinkPurpose.Recovery);
    }

    [Fact]
    public async Task Whoever_gave_a_link_or_is_new_does_not_confirm()
    {
        await using var app = await AccountsApp.StartAsync();
        var id = await app.MakeAccountAsync();
        await app.Register.IssueLinkAsync(app.NewId(), Admin("admin-2"), id, LinkWay.Shown);
        await RefusedAsync("RecoveryAndLink", () => app.Register.ConfirmRecoveryAsync(app.NewId(), Admin("admin-2"), id, true));
        await app.Register.ConfirmRecoveryAsync(app.NewId(), Admin("admin-1"), id, true);
        await app.Register.IssueLinkAsync(app.NewId(), Admin("admin-1"), DemoAccounts.IdOf("admin-3"), LinkWay.Shown);
        await RefusedAsync("AdministratorTooNew", () => app.Register.ApproveRecoveryAsync(app.NewId(), Admin("admin-3"), id, true, LinkWay.Shown));
        app.Time.Advance(TimeSpan.FromDays(8));
        await RefusedAsync("AnotherAdministrator", () => app.Register.ApproveRecoveryAsync(app.NewId(), Admin("admin-3"), id, true, LinkWay.Shown));
        // One of the two is of the owner's own organisation, where it has an administrator.
        await app.Register.ConfirmRecoveryAsync(app.NewId(), Admin("admin-1"), id, true);
        await RefusedAsync("OneOfOrganisation", () => app.Register.ApproveRecoveryAsync(app.NewId(), Admin("admin-3"), id, true, LinkWay.Shown));
        await RefusedAsync("OwnAccount", () => app.Register.ConfirmRecoveryAsync(app.NewId(), Admin("admin-2"), DemoAccounts.IdOf("admin-2"), true));
    }

    [Fact]
    public async Task Whoever_signs_in_has_not_lost_the_ways_in()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        var id = await app.MakeAccountAsync(key: key);
        await app.Register.ConfirmRecoveryAsync(app.NewId(), Admin("admin-2"), id, true);
        using (await app.SignInAsync(key)) { }
        await RefusedAsync("AnotherAdministrator", () => app.Register.ApproveRecoveryAsync(app.NewId(), Admin("admin-1"), id, true, LinkWay.Shown));
    }

    [Fact]
    public async Task Asking_says_nothing_about_who_has_an_account_and_tells_administrators_once_a_day()
    {
        await using var app = await AccountsApp.StartAsync();
        var id = await app.MakeAccountAsync(key: TimeCodes.NewKey());
        using var client = app.NewClient();
        var bodies = new List<string>();
        foreach (var mail in new[] { AccountsApp.Mail, AccountsApp.Mail, "finns.inte@region.example", "inte en adress", "" })
        {
            bodies.Add((await AskAsync(client, mail)).ShouldBeOk().Text);
        }

        bodies.Distinct().Count().ShouldBe(1);
        var stream = Streams.Account(id);
        (await app.WithDbAsync(db => db.Set<Operation>().CountAsync(o => o.Stream == stream && o.Kind == "AskForRecovery"))).ShouldBe(1);
        var told = await app.WithDbAsync(db => db.Set<Notice>().Where(n => n.Kind == nameof(RecoveryWanted)).Select(n => n.AccountId).ToListAsync());
        // Västs administrator is alone: national coordination's is asked too.
        told.ShouldBe([DemoAccounts.IdOf("admin-2"), DemoAccounts.IdOf("admin-1")], ignoreOrder: true);
        (await app.WithDbAsync(db => db.Set<AccountLink>().AnyAsync(l => l.AccountId == id && l.UsedAt == null))).ShouldBeFalse();
    }

    /// <summary>Nothing an administrator does with accounts, links and recovery shows them a case, and no role of cases is theirs to take.</summary>
    [Fact]
    public async Task Nothing_of_this_gives_an_administrator_a_case()
    {
        await using var app = await AccountsApp.StartAsync();
        using var admin = await app.SignInToDemoAsync("admin-2");
        using var passkey = new SoftPasskey();
        await AccountsApp.AddPasskeyAsync(admin, passkey);
        using var again = app.NewClient();
        (await AccountsApp.WithPasskeyAsync(await again.GetAsync("/sign-in"), passkey.Show)).RedirectsTo.ShouldBe("/");
        foreach (var client in new[] { admin, again })
        {
            (await client.GetAsync("/cases")).ShouldBe(System.Net.HttpStatusCode.Forbidden);
            (await client.GetAsync($"/cases/{app.NewId()}")).ShouldBeHidden();
        }

        var me = Admin("admin-2");
        await RefusedAsync(
            "OwnAccount",
            () => app.Register.SetRolesAsync(app.NewId(), me, me.AccountId!.Value, [Modules.Programmes.Role.RegionalCoordinator])
        );
        await RefusedAsync("OwnAccount", () => app.Register.IssueLinkAsync(app.NewId(), me, me.AccountId!.Value, LinkWay.Shown));
        await RefusedAsync("OwnAccount", () => app.Register.ConfirmRecoveryAsync(app.NewId(), me, me.AccountId!.Value, hasSpoken: true));
    }

    private static async Task<PageAnswer> AskAsync(PageClient client, string mail) =>
        await (await client.GetAsync("/lost-access")).Form("[name=Mail]").Fill("Mail", mail).SubmitAsync();

    private static Actor Admin(string code) => new(DemoAccounts.IdOf(code), code);

    private static async Task RefusedAsync(string name, Func<Task> act) =>
        (await Should.ThrowAsync<RefusedException>(act)).Refusal.Name.ShouldBe(name);
}
