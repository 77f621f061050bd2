using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.TestKit.Databases;
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
                nameof(PasswordCodeIssued),
                nameof(PasswordSet),
                nameof(SecondFactorSet),
                nameof(SignInSucceeded),
            ]);
        events.Count(e => e.Kind == nameof(SignInSucceeded)).ShouldBe(1);
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

    [Theory, OnBothDatabases]
    public async Task Failures_lock_the_account_for_a_growing_time(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        for (var i = 0; i < 5; i++)
        {
            using var client = app.NewClient();
            (await AccountsApp.TypePasswordAsync(client, AccountsApp.Mail, "fel")).ShouldRefuse("SignInRefused");
        }

        using var right = app.NewClient();
        (await AccountsApp.TypePasswordAsync(right, AccountsApp.Mail, AccountsApp.Password)).ShouldRefuse("SignInRefused");
        app.Time.Advance(TimeSpan.FromMinutes(2));
        (await AccountsApp.TypePasswordAsync(right, AccountsApp.Mail, AccountsApp.Password)).ShouldNotRefuse().ShouldBeOk();
    }

    [Fact]
    public void The_lock_grows_and_has_an_end()
    {
        SignInLock.After(4).ShouldBe(TimeSpan.Zero);
        SignInLock.After(5).ShouldBe(TimeSpan.FromMinutes(1));
        SignInLock.After(7).ShouldBe(TimeSpan.FromMinutes(4));
        SignInLock.After(int.MaxValue).ShouldBe(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task A_network_that_fails_too_often_is_slowed_and_others_are_not()
    {
        await using var app = await AccountsApp.StartAsync();
        var throttle = new NetworkThrottle(app.Time);
        for (var i = 0; i < NetworkThrottle.Most; i++)
        {
            throttle.Failed(System.Net.IPAddress.Parse("192.0.2." + i));
        }

        throttle.IsFull(System.Net.IPAddress.Parse("192.0.2.200")).ShouldBeTrue();
        throttle.IsFull(System.Net.IPAddress.Parse("198.51.100.1")).ShouldBeFalse();
        app.Time.Advance(NetworkThrottle.Window + TimeSpan.FromSeconds(1));
        throttle.IsFull(System.Net.IPAddress.Parse("192.0.2.200")).ShouldBeFalse();
    }
}
