using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Accounts.Session;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Accounts;

public sealed class PasskeyTests
{
    [Theory, OnBothDatabases]
    public async Task A_passkey_is_added_used_without_a_name_renamed_and_removed(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        var key = TimeCodes.NewKey();
        var id = await app.MakeAccountAsync(key: key);
        using var passkey = new SoftPasskey();
        using var client = await app.SignInAsync(key);
        await app.ProveAsync(client, key);
        (await AccountsApp.AddPasskeyAsync(client, passkey)).RedirectsTo.ShouldBe("/account/ways");
        (await client.GetAsync("/account/ways")).ShouldShow("Jobbdatorn");

        using var later = app.NewClient();
        (await SignInAsync(later, passkey)).RedirectsTo.ShouldBe("/");
        (await later.GetAsync("/account")).ShouldBeOk().ShouldShow("Vera Sandell");
        (await later.GetAsync("/account/sessions")).ShouldShow("Passnyckel");

        await app.ProveAsync(client, key);
        var row = await RowAsync(app);
        var form = (await client.GetAsync($"/account/passkeys/{row.Id}")).Form("[name=Name]");
        (await form.Fill("Name", " ").SubmitAsync()).ShouldRefuse("PasskeyNameMissing");
        (await form.Fill("Name", "الهاتف").SubmitAsync()).ShouldBeOk().ShouldShow("الهاتف");
        var remove = (await client.GetAsync($"/account/passkeys/{row.Id}")).Form("form[action*=Remove]");
        (await remove.SubmitAsync()).ShouldBeOk().ShouldShow("Inga passnycklar än");
        // What was opened by it ends with it.
        (await later.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        using var afterwards = app.NewClient();
        (await SignInAsync(afterwards, passkey)).ShouldRefuse("PasskeyRefused");

        var operations = await app.WithDbAsync(db =>
            db.Set<Operation>().Where(o => o.Stream == Streams.Account(id)).Select(o => o.Kind).ToListAsync()
        );
        new[] { "AddPasskey", "RenamePasskey", "RemovePasskey", "Prove" }.ShouldBeSubsetOf(operations);
        (await app.WithDbAsync(db => db.Set<Notice>().Where(n => n.AccountId == id).Select(n => n.Kind).ToListAsync())).ShouldBe(
            [nameof(PasskeyAdded), nameof(PasskeyRemoved)],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task A_stolen_session_adds_and_removes_none()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        var page = await client.GetAsync("/account/passkeys/new");
        page.Url.AbsolutePath.ShouldBe("/account/proof");
        (await page.Form("[name=Code]").Fill("Code", "000000").SubmitAsync()).ShouldRefuse("CodeRefused");
        await app.ProveAsync(client, key);
        using var passkey = new SoftPasskey();
        await AccountsApp.AddPasskeyAsync(client, passkey);
        var row = await RowAsync(app);

        // The proof is of one session and of ten minutes.
        app.Time.Advance(TimeSpan.FromMinutes(11));
        foreach (var path in new[] { "/account/passkeys/new", $"/account/passkeys/{row.Id}", "/account/password", "/account/second-factor" })
        {
            (await client.GetAsync(path)).Url.AbsolutePath.ShouldBe("/account/proof");
        }

        var token = await Security.AccessWalkTests.TokenAsync(client);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/account/passkeys/{row.Id}?handler=Remove")
        {
            Content = new FormUrlEncodedContent([new("__form", token), new("OperationId", app.NewId().ToString())]),
        };
        (await client.SendOnceAsync(request)).RedirectsTo!.ShouldStartWith("/account/proof");
        (await app.WithDbAsync(db => db.Set<AccountPasskey>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_passkey_is_proof_enough()
    {
        await using var app = await AccountsApp.StartAsync();
        using var passkey = new SoftPasskey();
        using var client = await WithPasskeyAloneAsync(app, passkey);
        var proof = await client.GetAsync("/account/passkeys/new");
        proof.Url.AbsolutePath.ShouldBe("/account/proof");
        (await AccountsApp.WithPasskeyAsync(proof, passkey.Show)).RedirectsTo.ShouldBe("/account/passkeys/new");
        using var second = new SoftPasskey();
        (await AccountsApp.AddPasskeyAsync(client, second, "Mobilen")).RedirectsTo.ShouldBe("/account/ways");

        // Someone else's is none.
        using var other = new SoftPasskey();
        using var stranger = await WithPasskeyAloneAsync(app, other, "annan@region.example");
        (await AccountsApp.WithPasskeyAsync(await stranger.GetAsync("/account/password"), passkey.Show)).ShouldRefuse("PasskeyRefused");
    }

    [Theory, OnBothDatabases]
    public async Task The_last_second_factor_stays(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        using var passkey = new SoftPasskey();
        using var client = await WithPasskeyAloneAsync(app, passkey);
        var proof = await client.GetAsync("/account/password");
        await AccountsApp.WithPasskeyAsync(proof, passkey.Show);
        var row = await RowAsync(app);
        var page = await client.GetAsync($"/account/passkeys/{row.Id}");
        (await page.Form("form[action*=Remove]").SubmitAsync()).ShouldRefuse("LastWayIn");
        using var second = new SoftPasskey();
        await AccountsApp.AddPasskeyAsync(client, second, "Mobilen");
        (await page.Form("form[action*=Remove]").Forge("OperationId", app.NewId().ToString()).SubmitAsync()).ShouldBeOk();
        (await app.WithDbAsync(db => db.Set<AccountPasskey>().Select(p => p.Name).ToListAsync())).ShouldBe(["Mobilen"]);
    }

    [Fact]
    public async Task With_a_passkey_as_the_second_factor_a_password_alone_opens_nothing()
    {
        await using var app = await AccountsApp.StartAsync();
        using var passkey = new SoftPasskey();
        using (await WithPasskeyAloneAsync(app, passkey)) { }
        using var client = app.NewClient();
        var half = await AccountsApp.TypePasswordAsync(client, AccountsApp.Mail, AccountsApp.Password);
        half.Url.AbsolutePath.ShouldBe("/sign-in/code");
        (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
        (await AccountsApp.WithPasskeyAsync(half, passkey.Show)).RedirectsTo.ShouldBe("/");
        (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");
    }

    public static TheoryData<string> Bent => ["unverified", "elsewhere", "domain", "replayed", "copied", "other question", "nothing", "nonsense"];

    [Theory]
    [MemberData(nameof(Bent))]
    public async Task What_an_authenticator_should_not_say_is_refused(string how)
    {
        await using var app = await AccountsApp.StartAsync();
        using var passkey = new SoftPasskey { Count = 5 };
        using (await WithPasskeyAloneAsync(app, passkey)) { }
        using var client = app.NewClient();
        using var elsewhere = new SoftPasskey { Origin = "https://hemvag.example", Domain = how == "domain" ? "hemvag.example" : "localhost" };
        string? before = null;
        if (how is "replayed" or "copied")
        {
            passkey.Count = 6;
            await AccountsApp.WithPasskeyAsync(await client.GetAsync("/sign-in"), asked => before = passkey.Show(asked));
        }

        passkey.VerifiesUser = how != "unverified";
        passkey.Count = how == "copied" ? 6u : 7u;
        using var victim = app.NewClient();
        var answer = await AccountsApp.WithPasskeyAsync(
            await victim.GetAsync("/sign-in"),
            asked =>
                how switch
                {
                    "elsewhere" or "domain" => elsewhere.Show(asked),
                    "replayed" => before!,
                    "other question" => passkey.Show(asked.Replace("\"challenge\":\"", "\"challenge\":\"AAAA", StringComparison.Ordinal)),
                    "nothing" => "",
                    "nonsense" => "{\"id\":[],\"response\":7}",
                    _ => passkey.Show(asked),
                }
        );
        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("PasskeyRefused");
        (await victim.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task One_made_without_the_owners_finger_is_refused_and_the_name_kept()
    {
        await using var app = await AccountsApp.StartAsync();
        await app.MakeAccountAsync();
        using var client = app.NewClient();
        await AccountsApp.TypePasswordAsync(client, AccountsApp.Mail, AccountsApp.Password);
        using var passkey = new SoftPasskey { VerifiesUser = false };
        var refused = (await AccountsApp.AddPasskeyAsync(client, passkey, "Jobbdatorn")).ShouldRefuse("PasskeyRefused");
        refused.Form("[name=Name]")["Name"].ShouldBe("Jobbdatorn");
        await (await client.GetAsync("/account/passkeys/new")).Form("form.languages").SubmitAsync("en");
        (await AccountsApp.AddPasskeyAsync(client, passkey)).ShouldShow("The passkey could not be accepted");
        (await app.WithDbAsync(db => db.Set<AccountPasskey>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_closed_account_has_no_passkey_and_anothers_page_is_not_there()
    {
        await using var app = await AccountsApp.StartAsync();
        using var passkey = new SoftPasskey();
        using var client = await WithPasskeyAloneAsync(app, passkey);
        using var demo = await app.SignInToDemoAsync("vast-1");
        var row = await RowAsync(app);
        (await demo.GetAsync($"/account/passkeys/{row.Id}")).ShouldBeHidden();
        (await demo.GetAsync($"/account/passkeys/{app.NewId()}")).ShouldBeHidden();
        await app.Register.CloseAsync(app.NewId(), AccountsApp.Tester, row.AccountId);
        using var later = app.NewClient();
        (await SignInAsync(later, passkey)).ShouldRefuse("PasskeyRefused");
    }

    [Fact]
    public async Task In_the_demo_a_passkey_can_be_tried()
    {
        await using var app = await AccountsApp.StartAsync();
        using var demo = await app.SignInToDemoAsync("vast-1");
        using var passkey = new SoftPasskey();
        (await AccountsApp.AddPasskeyAsync(demo, passkey)).RedirectsTo.ShouldBe("/account/ways");
        using var later = app.NewClient();
        (await SignInAsync(later, passkey)).RedirectsTo.ShouldBe("/");
        (
            await app.WithDbAsync(db =>
                db.Set<AccountSession>().Where(s => s.AccountId == DemoAccounts.IdOf("vast-1")).Select(s => s.Method).ToListAsync()
            )
        ).ShouldBe([SignInMethod.Demo, SignInMethod.Passkey], ignoreOrder: true);
    }

    private static async Task<PageAnswer> SignInAsync(PageClient client, SoftPasskey passkey) =>
        await AccountsApp.WithPasskeyAsync(await client.GetAsync("/sign-in"), passkey.Show);

    /// <summary>Someone whose passkey is the only second factor, signed in.</summary>
    private static async Task<PageClient> WithPasskeyAloneAsync(AccountsApp app, SoftPasskey passkey, string mail = AccountsApp.Mail)
    {
        await app.MakeAccountAsync(mail);
        var client = app.NewClient();
        (await AccountsApp.TypePasswordAsync(client, mail, AccountsApp.Password)).Url.AbsolutePath.ShouldBe("/account/second-factor");
        (await AccountsApp.AddPasskeyAsync(client, passkey)).RedirectsTo.ShouldBe("/");
        (await client.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");
        return client;
    }

    private static Task<AccountPasskey> RowAsync(AccountsApp app) =>
        app.WithDbAsync(db => db.Set<AccountPasskey>().AsNoTracking().OrderBy(p => p.CreatedAt).FirstAsync());
}
