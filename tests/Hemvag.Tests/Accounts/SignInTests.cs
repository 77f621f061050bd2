using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Accounts;

public sealed class SignInTests
{
    [Theory, OnBothDatabases]
    public async Task Password_and_code_open_a_session(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        var key = TimeCodes.NewKey();
        var id = await app.MakeAccountAsync(key: key);

        using var client = await app.SignInAsync(key);

        (await client.GetAsync("/account")).ShouldBeOk().ShouldShow("Vera Sandell");
        var events = await app.WithDbAsync(db =>
            db.Set<Operation>().Where(o => o.Stream == Streams.Account(id)).SelectMany(o => o.Events).ToListAsync()
        );
        events
            .Select(e => e.Kind)
            .ShouldBeSubsetOf([
                nameof(AccountCreated),
                nameof(RoleGiven),
                nameof(LinkIssued),
                nameof(LinkUsed),
                nameof(PasswordSet),
                nameof(SecondFactorSet),
                nameof(SignInSucceeded),
            ]);
        // By the link that worked once, and by password and code.
        events.Count(e => e.Kind == nameof(SignInSucceeded)).ShouldBe(2);
        events.ShouldAllBe(e => !e.Data.Contains(AccountsApp.Mail) && !e.Data.Contains("Vera"));
    }

    [Fact]
    public async Task Wrong_password_unknown_address_closed_account_and_lock_are_answered_alike()
    {
        await using var app = await AccountsApp.StartAsync();
        await app.MakeAccountAsync(key: TimeCodes.NewKey());
        var closed = await app.MakeAccountAsync("closed@region.example", key: TimeCodes.NewKey());
        await app.Register.CloseAsync(app.NewId(), AccountsApp.Tester, closed);
        var bodies = new List<string>();
        foreach (
            var (mail, password) in new[]
            {
                (AccountsApp.Mail, "helt fel lösenord"),
                ("finns.inte@region.example", "helt fel lösenord"),
                ("closed@region.example", AccountsApp.Password),
            }
        )
        {
            using var client = app.NewClient();
            var answer = (await AccountsApp.TypePasswordAsync(client, mail, password)).ShouldRefuse("SignInRefused");
            bodies.Add(answer.Text.Replace(mail, "", StringComparison.Ordinal));
        }

        bodies.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Both_languages_say_what_to_do()
    {
        await using var app = await AccountsApp.StartAsync();
        using var client = app.NewClient();
        (await AccountsApp.TypePasswordAsync(client, "a@b.example", "x")).ShouldShow("vänta en stund och försök igen");
        client.Http.DefaultRequestHeaders.Add("Accept-Language", "en");
        (await AccountsApp.TypePasswordAsync(client, "a@b.example", "x")).ShouldShow("wait a moment and try again");
    }

    private const string Attacker = "192.0.2.7";
    private const string Office = "198.51.100.20";

    [Theory, OnBothDatabases]
    public async Task Failures_stop_their_own_network_for_a_growing_time_and_nobody_elses(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        await FailAsync(app, Attacker, 5);

        using var right = app.NewClientFrom(Attacker);
        (await AccountsApp.TypePasswordAsync(right, AccountsApp.Mail, AccountsApp.Password)).ShouldRefuse("SignInRefused");
        // The owner, at the same moment elsewhere, in a browser never seen before.
        using var owner = app.NewClientFrom(Office);
        (await AccountsApp.TypePasswordAsync(owner, AccountsApp.Mail, AccountsApp.Password)).Url.AbsolutePath.ShouldBe("/sign-in/code");
        app.Time.Advance(TimeSpan.FromMinutes(2));
        (await AccountsApp.TypePasswordAsync(right, AccountsApp.Mail, AccountsApp.Password)).ShouldNotRefuse().ShouldBeOk();
    }

    [Theory, OnBothDatabases]
    public async Task From_many_networks_unknown_browsers_are_stopped_and_neither_a_known_one_nor_a_passkey(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        using var known = await app.SignInAsync(key, from: Office);
        await app.ProveAsync(known, key);
        using var passkey = new SoftPasskey();
        await AccountsApp.AddPasskeyAsync(known, passkey);
        await (await known.GetAsync("/sign-out")).Form("main form").SubmitAsync();
        for (var network = 1; network <= 7; network++)
        {
            await FailAsync(app, $"192.0.{network}.1", 4);
        }

        (await app.WithDbAsync(db => db.Set<Account>().SingleAsync(a => a.Email == AccountsApp.Mail))).LockedUntil.ShouldNotBeNull();
        using var unknown = app.NewClientFrom("203.0.113.5");
        (await AccountsApp.TypePasswordAsync(unknown, AccountsApp.Mail, AccountsApp.Password)).ShouldRefuse("SignInRefused");
        (await AccountsApp.TypePasswordAsync(known, AccountsApp.Mail, AccountsApp.Password)).Url.AbsolutePath.ShouldBe("/sign-in/code");
        (await AccountsApp.WithPasskeyAsync(await unknown.GetAsync("/sign-in"), passkey.Show)).RedirectsTo.ShouldBe("/");
        (await unknown.GetAsync("/account")).Url.AbsolutePath.ShouldBe("/account");
    }

    [Fact]
    public async Task A_known_browser_answers_for_its_own_failures()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        var id = await app.MakeAccountAsync(key: key);
        using var known = await app.SignInAsync(key, from: Office);
        await (await known.GetAsync("/sign-out")).Form("main form").SubmitAsync();
        for (var i = 0; i < 5; i++)
        {
            (await AccountsApp.TypePasswordAsync(known, AccountsApp.Mail, "fel")).ShouldRefuse("SignInRefused");
        }

        (await AccountsApp.TypePasswordAsync(known, AccountsApp.Mail, AccountsApp.Password)).ShouldRefuse("SignInRefused");
        // To another account it is a browser like any other.
        await app.MakeAccountAsync("annan@region.example");
        (await AccountsApp.TypePasswordAsync(known, "annan@region.example", AccountsApp.Password)).ShouldNotRefuse();
        (await app.WithDbAsync(db => db.Set<Operation>().CountAsync(o => o.Stream == Streams.Account(id) && o.Kind == "SignInFailed"))).ShouldBe(5);
    }

    private static async Task FailAsync(AccountsApp app, string from, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var client = app.NewClientFrom(from);
            (await AccountsApp.TypePasswordAsync(client, AccountsApp.Mail, "fel")).ShouldRefuse("SignInRefused");
        }
    }

    [Fact]
    public void The_lock_grows_and_has_an_end()
    {
        SignInLock.After(4).ShouldBe(TimeSpan.Zero);
        SignInLock.After(5).ShouldBe(TimeSpan.FromMinutes(1));
        SignInLock.After(7).ShouldBe(TimeSpan.FromMinutes(4));
        SignInLock.After(int.MaxValue).ShouldBe(TimeSpan.FromMinutes(30));
        SignInLock.AfterFromAnywhere(24).ShouldBe(TimeSpan.Zero);
        SignInLock.AfterFromAnywhere(25).ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_network_that_fails_too_often_is_slowed_and_others_are_not()
    {
        await using var app = await AccountsApp.StartAsync();
        var throttle = new SignInThrottle(new NetworkThrottle(app.Time), app.Time);
        for (var i = 0; i < NetworkThrottle.Most; i++)
        {
            throttle.Failed(null, SignInOrigin.Nowhere with { Network = System.Net.IPAddress.Parse("192.0.2." + i) });
        }

        throttle.IsFull(System.Net.IPAddress.Parse("192.0.2.200")).ShouldBeTrue();
        throttle.IsFull(System.Net.IPAddress.Parse("198.51.100.1")).ShouldBeFalse();
        app.Time.Advance(NetworkThrottle.Window + TimeSpan.FromSeconds(1));
        throttle.IsFull(System.Net.IPAddress.Parse("192.0.2.200")).ShouldBeFalse();
    }
}
