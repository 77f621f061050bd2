using System.Net;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Accounts;

public sealed class DemoSignInTests
{
    [Theory, OnBothDatabases]
    public async Task One_click_signs_in_on_this_machine(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        using var client = await app.SignInToDemoAsync("vast-1");
        (await client.GetAsync("/account")).ShouldBeOk().ShouldShow("Ylva Granlid").ShouldShow("Region Väst");
    }

    [Theory]
    [InlineData("203.0.113.7", false, "på den dator där demon körs")]
    [InlineData(null, false, "på den dator där demon körs")]
    [InlineData("127.0.0.1", true, "på den dator där demon körs")]
    public async Task From_elsewhere_it_is_refused_with_a_sentence(string? from, bool forwarded, string sentence)
    {
        await using var app = await AccountsApp.StartAsync(from: from, forwarded: forwarded);
        using var client = app.NewClient();
        var page = (await client.GetAsync("/demo")).ShouldBe(HttpStatusCode.Forbidden).ShouldShow(sentence);
        page.ShouldNotContain("Ylva Granlid");
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    public async Task Under_another_name_the_demo_answers_nothing(string host, HttpStatusCode status)
    {
        await using var app = await AccountsApp.StartAsync();
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/demo");
        request.Headers.Host = host;

        var page = (await client.SendOnceAsync(request)).ShouldBe(status);

        if (status == HttpStatusCode.BadRequest)
        {
            page.ShouldNotContain("Ylva Granlid");
        }
    }

    [Fact]
    public async Task Without_the_mark_in_the_database_it_is_refused()
    {
        await using var app = await AccountsApp.StartAsync();
        using var client = app.NewClient();
        var page = (await client.GetAsync("/demo")).ShouldBeOk();
        await app.WithDbAsync(async db =>
        {
            db.RemoveRange(await db.Set<DatabaseMark>().ToListAsync());
            return await db.SaveChangesAsync();
        });
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var (findings, _) = await scope
                .ServiceProvider.GetRequiredService<Verifier>()
                .RunAsync(scope.ServiceProvider.GetRequiredService<HemvagDbContext>(), TestContext.Current.CancellationToken);
            findings.ShouldContain(f => f.Row == nameof(DatabaseMark));
        }

        (await page.Form("[name=account]").SubmitAsync()).ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync("/demo")).ShouldBe(HttpStatusCode.Forbidden).ShouldShow("Databasen är inte gjord av demon");
    }

    [Theory, OnBothDatabases]
    public async Task Neither_kind_of_run_takes_the_others_database(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        await DemoDatabase.RequireAsync(db, demo: false);
        await DemoDatabase.RequireAsync(db, demo: true);
        await DemoDatabase.RequireAsync(db, demo: true);
        await Should.ThrowAsync<AccountsRefusedException>(() => DemoDatabase.RequireAsync(db, demo: false));
    }

    [Fact]
    public async Task Every_role_has_a_demo_account_without_a_password()
    {
        await using var app = await AccountsApp.StartAsync();
        var roles = await app.WithDbAsync(db => db.Set<AccountRole>().Select(r => r.Role).Distinct().ToListAsync());
        roles.ShouldBe(Enum.GetValues<Role>(), ignoreOrder: true);
        (await app.WithDbAsync(db => db.Set<Account>().CountAsync(a => a.PasswordHash != null))).ShouldBe(0);
        (await app.WithDbAsync(db => db.Set<Account>().CountAsync(a => !a.Email!.EndsWith(".example")))).ShouldBe(0);
    }
}
