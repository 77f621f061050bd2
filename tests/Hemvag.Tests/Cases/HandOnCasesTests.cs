using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>What a coordinator had taken on when the account was closed or lost the role.</summary>
public sealed class HandOnCasesTests
{
    [Theory, OnBothDatabases]
    public async Task A_closed_holders_case_and_tasks_pass_to_a_colleague_of_the_region(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var (leaving, staying) = await TwoCoordinatorsAsync(installation);
        var caseId = await OpenAsync(installation, leaving);
        await SeenByAsync(installation, caseId, leaving, true);
        await SeenByAsync(installation, caseId, staying, false);

        await Register(installation).CloseAsync(TestInstallation.NewId(), Actor.System("test"), leaving.Id);
        await RunLeftAsync(installation, leaving.Id);

        await SeenByAsync(installation, caseId, leaving, false);
        await SeenByAsync(installation, caseId, staying, true);
        await using var db = installation.Database.Open();
        (await db.Set<Hemvag.Modules.Cases.Case>().FirstAsync(c => c.Id == caseId, Stop)).HolderId.ShouldBe(staying.Id);
        var open = await db.Set<WorkItem>().Where(w => w.CaseId == caseId && w.DoneAt == null).ToListAsync(Stop);
        open.ShouldNotBeEmpty();
        open.ShouldAllBe(w => w.AccountId == staying.Id);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task With_nobody_left_the_case_waits_for_the_regions_next_coordinator(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var leaving = As(await installation.AddAccountAsync("bo@example.org", "Bo Ek"));
        var caseId = await OpenAsync(installation, leaving);

        await Register(installation).SetRolesAsync(TestInstallation.NewId(), Actor.System("test"), leaving.Id, []);
        await RunLeftAsync(installation, leaving.Id);

        var next = As(await installation.AddAccountAsync("cia@example.org", "Cia Alm"));
        await SeenByAsync(installation, caseId, next, true);
        // The case still names the one who left as its holder: what is asked of them from now on waits for the others.
        await AskHolderAsync(installation, caseId, next, leaving.Id);
        await using var db = installation.Database.Open();
        (await db.Set<WorkItem>().Where(w => w.CaseId == caseId && w.DoneAt == null).ToListAsync(Stop)).ShouldAllBe(w => w.AccountId == null);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<(CurrentAccount, CurrentAccount)> TwoCoordinatorsAsync(TestInstallation installation) =>
        (As(await installation.AddAccountAsync("bo@example.org", "Bo Ek")), As(await installation.AddAccountAsync("cia@example.org", "Cia Alm")));

    private static CurrentAccount As(Guid id) => TestInstallation.Coordinator with { Id = id };

    private static AccountRegister Register(TestInstallation installation) => installation.Services.GetRequiredService<AccountRegister>();

    private static async Task<Guid> OpenAsync(TestInstallation installation, CurrentAccount by)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        return await ActivatorUtilities
            .CreateInstance<MatterService>(scope.ServiceProvider)
            .OpenAsync(by, TestInstallation.NewId(), TestInstallation.Matter());
    }

    private static async Task SeenByAsync(TestInstallation installation, Guid caseId, CurrentAccount who, bool seen)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<CaseAccess>().FindAsync(caseId, who) is not null).ShouldBe(seen, who.Id.ToString());
    }

    private static async Task AskHolderAsync(TestInstallation installation, Guid caseId, CurrentAccount by, Guid holder)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var handle = await scope.ServiceProvider.GetRequiredService<CaseAccess>().FindAsync(caseId, by);
        await scope
            .ServiceProvider.GetRequiredService<CaseOperations>()
            .RunAsync(
                handle!,
                TestInstallation.NewId(),
                "Test",
                OperationNature.Fact,
                work =>
                    work.AskAsync(
                        new WorkAsked(
                            WorkItemKind.SettleOpenGate,
                            Urgency.Safety,
                            Role.RegionalCoordinator,
                            by.OrganisationId,
                            holder,
                            "",
                            work.Today
                        )
                    )
            );
    }

    private static async Task RunLeftAsync(TestInstallation installation, Guid accountId)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HemvagDbContext>();
        var job = await db.Set<Job>().AsNoTracking().SingleAsync(j => j.Kind == AccountLeft.JobKind && j.SubjectId == accountId, Stop);
        await scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == job.Kind).RunAsync(job, Stop);
    }
}
