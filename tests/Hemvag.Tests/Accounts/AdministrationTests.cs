using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Administration;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Accounts;

public sealed class AdministrationTests
{
    [Theory, OnBothDatabases]
    public async Task Without_mail_an_administrator_makes_an_account_and_sees_its_link_once(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        using var admin = await app.SignInToDemoAsync("admin-2");
        var form = (await admin.GetAsync("/admin/accounts/new"))
            .Form("[name=Mail]")
            .Fill("Name", "Vera Sandell")
            .Fill("Mail", AccountsApp.Mail)
            .Choose("Roles", "RegionalCoordinator");
        var done = (await form.SubmitAsync()).ShouldBeOk().ShouldShow("Kontot är skapat");
        (await form.SubmitAsync()).ShouldBeOk().ShouldNotContain(done.Document.QuerySelector(".panel bdi")!.TextContent);
        (await admin.GetAsync("/admin/accounts")).ShouldShow("Vera Sandell");
        (await app.WithDbAsync(db => db.Set<Account>().CountAsync(a => a.Email == AccountsApp.Mail))).ShouldBe(1);
    }

    [Theory]
    [InlineData("IomApprover", null, "RoleNotForOrganisation")]
    [InlineData("Administrator", "RegionalCoordinator", "RolesConflict")]
    [InlineData("Auditor", "RegionalCoordinator", "OversightConflict")]
    [InlineData("NationalCoordination", null, "RoleNotForOrganisation")]
    public async Task A_new_account_has_only_roles_of_its_organisation_and_none_that_conflict(string role, string? second, string refusal)
    {
        await using var app = await AccountsApp.StartAsync();
        using var admin = await app.SignInToDemoAsync("admin-2");
        var form = (await admin.GetAsync("/admin/accounts/new")).ShouldBeOk().Form("[name=Mail]");
        form = form.Fill("Name", "Vera Sandell").Fill("Mail", AccountsApp.Mail).Choose("Roles", second is null ? [role] : [role, second]);

        var refused = (await form.SubmitAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse(refusal);

        refused.Form("[name=Mail]")["Mail"].ShouldBe(AccountsApp.Mail);
        (await app.WithDbAsync(db => db.Set<Account>().AnyAsync(a => a.Email == AccountsApp.Mail))).ShouldBeFalse();
        (await refused.Form("[name=Mail]").Choose("Roles", "RegionalCoordinator").SubmitAsync()).ShouldBeOk().ShouldShow("Kontot är skapat");
        (
            await app.WithDbAsync(db =>
                db.Set<AccountRole>()
                    .Where(r => db.Set<Account>().Any(a => a.Id == r.AccountId && a.Email == AccountsApp.Mail))
                    .Select(r => r.Role)
                    .ToListAsync()
            )
        ).ShouldBe([Role.RegionalCoordinator]);
    }

    [Fact]
    public async Task Own_organisation_alone_except_for_national_coordination()
    {
        await using var app = await AccountsApp.StartAsync();
        using var local = await app.SignInToDemoAsync("admin-2");
        (await local.GetAsync("/admin/accounts")).ShouldShow("Ylva Granlid").ShouldNotContain("Doina");
        (await local.GetAsync($"/admin/accounts/{DemoAccounts.IdOf("moldova-1")}")).ShouldBeHidden();
        using var national = await app.SignInToDemoAsync("admin-1");
        (await national.GetAsync("/admin/accounts")).ShouldShow("Ylva Granlid").ShouldShow("Doina");
        (await national.GetAsync($"/admin/accounts/{DemoAccounts.IdOf("moldova-1")}")).ShouldBeOk();
    }

    [Theory]
    [InlineData("vast-1")]
    [InlineData("iom-1")]
    [InlineData("national-1")]
    [InlineData("auditor-1")]
    public async Task Others_find_nothing_to_administer(string code)
    {
        await using var app = await AccountsApp.StartAsync();
        using var client = await app.SignInToDemoAsync(code);
        foreach (var path in new[] { "/admin/accounts", "/admin/accounts/new", "/admin/jobs", "/admin/organisations" })
        {
            (await client.GetAsync(path)).ShouldBe(HttpStatusCode.Forbidden);
        }

        (await client.GetAsync("/organisations")).ShouldBeOk();
    }

    [Fact]
    public async Task Nobody_edits_their_own_roles()
    {
        await using var app = await AccountsApp.StartAsync();
        using var admin = await app.SignInToDemoAsync("admin-2");
        var own = await admin.GetAsync($"/admin/accounts/{DemoAccounts.IdOf("admin-2")}");
        own.ShouldShow("Du kan inte ändra dina egna roller");
        var forged = (await admin.GetAsync($"/admin/accounts/{DemoAccounts.IdOf("vast-1")}")).Form("[name=Roles]");
        var me = new Actor(DemoAccounts.IdOf("admin-2"), "x");
        var refused = await Should.ThrowAsync<RefusedException>(() =>
            app.Register.SetRolesAsync(app.NewId(), me, me.AccountId!.Value, [Role.Auditor])
        );
        refused.Refusal.Name.ShouldBe("OwnAccount");
        (await forged.Choose("Roles", "IomApprover").SubmitAsync()).ShouldRefuse("RoleNotForOrganisation");
        (await forged.Choose("Roles", "RegionalCoordinator", "Administrator").SubmitAsync()).ShouldRefuse("RolesConflict");
        (await forged.Choose("Roles", "RegionalCoordinator", "Auditor").SubmitAsync()).ShouldRefuse("OversightConflict");
        (await forged.Choose("Roles", "Administrator", "DataProtectionOfficer").SubmitAsync()).ShouldRefuse("OversightConflict");
    }

    [Theory, OnBothDatabases]
    public async Task The_last_administrator_stays(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        await app.Register.CloseAsync(app.NewId(), AccountsApp.Tester, DemoAccounts.IdOf("admin-3"));
        // Both closed at the same moment: one of them stays.
        var results = await Task.WhenAll(CloseAsync(app, "admin-1"), CloseAsync(app, "admin-2"));
        results.Count(closed => closed).ShouldBe(1);
        var left = await app.WithDbAsync(db =>
            db.Set<AccountRole>()
                .Where(r => r.Role == Role.Administrator)
                .CountAsync(r => db.Set<Account>().Any(a => a.Id == r.AccountId && a.ClosedAt == null))
        );
        left.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_job_given_up_starts_again_once(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        var now = app.Time.GetUtcNow().UtcDateTime;
        var job = Job.At(now.AddDays(1), "Unknown", app.NewId(), "test");
        job.DeadAt = now;
        job.LastError = "TimeoutException";
        await app.WithDbAsync(db =>
        {
            db.Add(job);
            return db.SaveChangesAsync();
        });
        using var admin = await app.SignInToDemoAsync("admin-1");
        var page = (await admin.GetAsync("/admin/jobs")).ShouldShow("TimeoutException");
        var form = page.Form($"[value='{job.Id}']");
        (await form.SubmitAsync()).ShouldBeOk();
        (await form.Forge("OperationId", app.NewId().ToString()).SubmitAsync()).ShouldRefuse("JobNotDead");
    }

    [Theory, OnBothDatabases]
    public async Task The_first_administrator_comes_from_the_command(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        var command = ActivatorUtilities.CreateInstance<AdministratorCommand>(app.Services);
        await using var output = new StringWriter();
        string[] arguments = ["create-admin", "--mail", AccountsApp.Mail, "--name", "Vera Sandell", "--organisation", "vast"];
        (await command.RunAsync(arguments, output)).ShouldBe(AdministratorCommand.Done);
        output.ToString().ShouldContain("/begin#");
        (await command.RunAsync(arguments, output)).ShouldBe(AdministratorCommand.Refused);
        (await command.RunAsync(["create-admin"], output)).ShouldBe(AdministratorCommand.WronglyCalled);
    }

    private static async Task<bool> CloseAsync(AccountsApp app, string code)
    {
        try
        {
            return await app.Register.CloseAsync(app.NewId(), AccountsApp.Tester, DemoAccounts.IdOf(code));
        }
        catch (RefusedException refused) when (refused.Refusal == AccountRefusals.LastAdministrator)
        {
            return false;
        }
    }
}
