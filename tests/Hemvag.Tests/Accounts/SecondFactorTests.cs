using System.Text;
using Hemvag.Auditing;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Accounts;

public sealed class SecondFactorTests
{
    [Fact]
    public void Codes_are_those_of_the_standard()
    {
        // RFC 6238 appendix B, last six digits of the eight.
        var key = Encoding.ASCII.GetBytes("12345678901234567890");
        TimeCodes.CodeAt(key, 59 / 30).ShouldBe("287082");
        TimeCodes.CodeAt(key, 1111111109 / 30).ShouldBe("081804");
        TimeCodes.CodeAt(key, 20000000000 / 30).ShouldBe("353130");
        TimeCodes.ToText(key).ShouldBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    [Theory, OnBothDatabases]
    public async Task A_code_is_accepted_once(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        using var first = await app.SignInAsync(key);
        (await first.GetAsync("/account")).ShouldBeOk();

        using var thief = app.NewClient();
        var answer = await AccountsApp.TypePasswordAsync(thief, AccountsApp.Mail, AccountsApp.Password);
        (await answer.Form("[name=Code]").Fill("Code", app.CodeNow(key)).SubmitAsync()).ShouldRefuse("CodeRefused");

        app.Time.Advance(TimeSpan.FromSeconds(30));
        (await answer.Form("[name=Code]").Fill("Code", app.CodeNow(key)).SubmitOnceAsync()).RedirectsTo.ShouldBe("/");
    }

    [Fact]
    public void A_moment_early_or_late_is_accepted_and_more_is_not()
    {
        var key = TimeCodes.NewKey();
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = TimeCodes.StepAt(now);
        TimeCodes.Match(key, TimeCodes.CodeAt(key, step - 1), now, null).ShouldBe(step - 1);
        TimeCodes.Match(key, TimeCodes.CodeAt(key, step + 1), now, null).ShouldBe(step + 1);
        TimeCodes.Match(key, TimeCodes.CodeAt(key, step - 2), now, null).ShouldBeNull();
        TimeCodes.Match(key, TimeCodes.CodeAt(key, step - 1), now, step - 1).ShouldBeNull();
        TimeCodes.Match(key, "", now, null).ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_second_factor_nothing_else_opens()
    {
        await using var app = await AccountsApp.StartAsync();
        await app.MakeAccountAsync();
        using var client = app.NewClient();
        var setUp = await AccountsApp.TypePasswordAsync(client, AccountsApp.Mail, AccountsApp.Password);
        setUp.Url.AbsolutePath.ShouldBe("/account/second-factor");
        foreach (var path in new[] { "/account", "/organisations" })
        {
            (await client.GetAsync(path)).Url.AbsolutePath.ShouldBe("/account/second-factor");
        }

        (await setUp.Form("[name=Code]").Fill("Code", "000000").SubmitAsync()).ShouldRefuse("CodeRefused");
        var proposed = setUp.Form("[name=Code]")["Proposed"]!;
        var key = app.Services.GetRequiredService<OwnAccount>().ReadKey((await AccountAsync(app)).Id, proposed)!;
        (await setUp.Form("[name=Code]").Fill("Code", app.CodeNow(key)).SubmitOnceAsync()).RedirectsTo.ShouldBe("/");
        (await client.GetAsync("/account")).ShouldBeOk().Url.AbsolutePath.ShouldBe("/account");
    }

    [Theory, OnBothDatabases]
    public async Task The_key_is_stored_sealed_and_bound_to_its_account(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        var key = TimeCodes.NewKey();
        var id = await app.MakeAccountAsync(key: key);
        var stored = (await AccountAsync(app)).SecondFactorKey!;
        stored.AsSpan().IndexOf(key).ShouldBe(-1);
        var secrets = app.Services.GetRequiredService<AccountSecrets>();
        secrets.Open(id, stored).ShouldBe(key);
        secrets.Open(app.NewId(), stored).ShouldBeNull();
        stored[^1] ^= 1;
        secrets.Open(id, stored).ShouldBeNull();
    }

    [Fact]
    public async Task Replacing_it_takes_a_code_of_the_one_in_use()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var page = await client.GetAsync("/account/second-factor");
        var next = app.Services.GetRequiredService<OwnAccount>().ReadKey((await AccountAsync(app)).Id, page.Form("[name=Code]")["Proposed"]!)!;
        var form = page.Form("[name=Code]").Fill("Code", app.CodeNow(next));
        (await form.SubmitAsync()).ShouldRefuse("CodeRefused");
        (await app.WithDbAsync(db => db.Set<Operation>().CountAsync(o => o.Kind == "SignInFailed"))).ShouldBe(1);
        (await form.Fill("CurrentCode", app.CodeNow(key)).SubmitOnceAsync()).RedirectsTo.ShouldBe("/");
        var id = (await AccountAsync(app)).Id;
        (await app.WithDbAsync(db => db.Set<Notice>().Where(n => n.AccountId == id).Select(n => n.Kind).ToListAsync())).ShouldContain(
            "SecondFactorSet"
        );
    }

    [Fact]
    public async Task Whoever_guesses_the_code_in_use_from_a_stolen_session_is_slowed_like_at_sign_in()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key);
        using var client = await app.SignInAsync(key);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var page = await client.GetAsync("/account/second-factor");
        var next = app.Services.GetRequiredService<OwnAccount>().ReadKey((await AccountAsync(app)).Id, page.Form("[name=Code]")["Proposed"]!)!;
        var form = page.Form("[name=Code]").Fill("Code", app.CodeNow(next));
        for (var i = 0; i < 12; i++)
        {
            (await form.Fill("CurrentCode", "000000").SubmitAsync()).ShouldRefuse("CodeRefused");
        }

        (await form.Fill("CurrentCode", app.CodeNow(key)).SubmitAsync()).ShouldRefuse("CodeRefused");
    }

    private static Task<Account> AccountAsync(AccountsApp app) =>
        app.WithDbAsync(db => db.Set<Account>().AsNoTracking().FirstAsync(a => a.Email == AccountsApp.Mail));
}
