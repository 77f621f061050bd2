using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Hemvag.TestKit.Pages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hemvag.Tests.Assessments;

/// <summary>The whole application with the demo's accounts, and cases that have come as far as the assessment.</summary>
internal sealed class AssessmentWorld : IAsyncDisposable
{
    public const string Coordinator = "vast-1";
    public const string Caseworker = "iom-1";

    public static readonly Guid IomFinlandId = StableId.Of("organisation:iom-finland");

    private readonly InMemoryApp app;

    private AssessmentWorld(InMemoryApp app) => this.app = app;

    public static async Task<AssessmentWorld> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite) =>
        new(
            await InMemoryApp.StartAsync(
                kind,
                o =>
                    o with
                    {
                        Demo = true,
                        Settings = new Dictionary<string, string?> { ["Demo:Cases"] = "false" },
                        Services = s => s.AddSingleton<IStartupFilter, FromThisMachine>(),
                    }
            )
        );

    public IServiceProvider Services => app.Services;

    public Guid NewId() => Guid.CreateVersion7(app.Time.GetUtcNow());

    public DateOnly Today => LocalDates.Today(app.Time.GetUtcNow().UtcDateTime, "Europe/Stockholm");

    public ProgrammeVersion Programme => Services.GetRequiredService<ProgrammeCatalogue>().Get("amp-2018");

    public async Task<PageClient> SignInAsync(string code, string language = "sv")
    {
        var client = app.NewClient();
        var page = await client.GetAsync("/demo");
        await page.Form($"[value='{DemoAccounts.IdOf(code)}']").SubmitOnceAsync();
        await (await client.GetAsync("/demo")).Form("form.languages").SubmitOnceAsync(language);
        return client;
    }

    /// <summary>A case that the coordinator has just taken.</summary>
    public async Task<Guid> OpenCaseAsync(string coordinator = Coordinator, bool takeIt = true)
    {
        await using var scope = Services.CreateAsyncScope();
        var account = Account(coordinator);
        return await scope
            .ServiceProvider.GetRequiredService<MatterService>()
            .OpenAsync(
                account,
                NewId(),
                new MatterRequest(
                    account.OrganisationId,
                    Today,
                    ContactChannel.Phone,
                    IsAdult: true,
                    ChildrenTravelAlong: false,
                    ConsentsToContact: true,
                    ConsentForm.Oral,
                    "sv",
                    null,
                    false,
                    new IdentityPayload("Ljus", null, null, null, null, null),
                    new ContactPayload(null, null, null, null, null, null, null),
                    null,
                    TakeIt: takeIt
                )
            );
    }

    /// <summary>IOM Finland may know of the case and open everything.</summary>
    public Task LetIomInAsync(Guid caseId) =>
        RunAsync(
            caseId,
            Coordinator,
            async work =>
            {
                await ConsentWriting.AddAsync(
                    work,
                    new ConsentRequest(
                        ConsentPurpose.ExchangeWithIom,
                        [IomFinlandId],
                        work.Programme.Consent(ConsentPurpose.ExchangeWithIom).Widest,
                        "sv",
                        null,
                        ConsentForm.Oral,
                        ConsentPrompts.Needed,
                        work.Today,
                        null,
                        null,
                        null
                    )
                );
                await work.AddParticipantAsync(IomFinlandId, null, Role.IomCaseworker, restsOn: ConsentPurpose.ExchangeWithIom);
            }
        );

    /// <summary>Does something to the case as a person, in an operation.</summary>
    public async Task RunAsync(Guid caseId, string code, Func<CaseWork, Task> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var handle = await HandleAsync(scope.ServiceProvider, caseId, code);
        await scope.ServiceProvider.GetRequiredService<CaseOperations>().RunAsync(handle, NewId(), "Test", OperationNature.Fact, act);
    }

    /// <summary>Calls a service as a person, in a scope of its own.</summary>
    public async Task CallAsync<T>(Guid caseId, string code, Func<T, CaseHandle, Task> call)
        where T : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await call(scope.ServiceProvider.GetRequiredService<T>(), await HandleAsync(scope.ServiceProvider, caseId, code));
    }

    public async Task<T> ReadAsync<T>(Func<HemvagDbContext, Task<T>> read)
    {
        await using var db = Services.GetRequiredService<IDbContextFactory<HemvagDbContext>>().CreateDbContext();
        return await read(db);
    }

    public async Task<GateState> GateAsync(Guid caseId, GateKind kind)
    {
        await using var scope = Services.CreateAsyncScope();
        var gate = scope.ServiceProvider.GetServices<IGate>().Single(g => g.Kind == kind);
        return await ReadAsync(async db =>
        {
            var @case = await db.Set<Case>().AsNoTracking().FirstAsync(c => c.Id == caseId);
            return (await GateBoard.CheckAsync([gate], new GateContext(db, @case, Programme, @case.ReachedSet, Today))).Single();
        });
    }

    public Task<List<string>> EventsAsync(Guid caseId) =>
        ReadAsync(db =>
            db.Set<Operation>()
                .Where(o => o.Stream == Streams.Case(caseId))
                .OrderBy(o => o.Version)
                .SelectMany(o => o.Events.Select(e => e.Kind))
                .ToListAsync()
        );

    public Task<List<WorkItem>> OpenWorkAsync(Guid caseId, WorkItemKind kind) =>
        ReadAsync(db => db.Set<WorkItem>().Where(w => w.CaseId == caseId && w.Kind == kind && w.DoneAt == null).ToListAsync());

    /// <summary>Opens a compartment for an account, as its button does.</summary>
    public async Task OpenAsync(Guid caseId, string code, Compartment compartment)
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Openings>().OpenAsync(NewId(), caseId, Account(code).Actor, compartment, "test");
    }

    public static CurrentAccount Account(string code)
    {
        var person = DemoPeople.Accounts.Single(a => a.Code == code);
        var role = person.Roles[0];
        var (organisation, kind) =
            role == Role.RegionalCoordinator
                ? (StableId.Of("region:" + person.Organisation), OrganisationKind.Region)
                : (IomFinlandId, OrganisationKind.IomFinland);
        return new CurrentAccount(DemoAccounts.IdOf(code), person.Name, organisation, kind, "", "Europe/Stockholm", person.Roles.ToHashSet());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<CaseHandle> HandleAsync(IServiceProvider services, Guid caseId, string code) =>
        await services.GetRequiredService<CaseAccess>().FindAsync(caseId, Account(code))
        ?? throw new InvalidOperationException($"{code} does not see the case.");
}
