using Hemvag.Auditing;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration;
using Hemvag.Modules.Reintegration.Entitlements;
using Hemvag.Modules.Reintegration.Payments;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Hemvag.Tests.Reintegration;

/// <summary>A case whose person has been met at home, with the real services on a real database.</summary>
internal sealed class MoneyWorld : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private MoneyWorld(TestDatabase database, ServiceProvider services, TimeProvider time)
    {
        this.database = database;
        this.services = services;
        Time = time;
    }

    public TimeProvider Time { get; }

    public Guid CaseId { get; private set; }

    /// <param name="agreed">The plan is there and agreed by all.</param>
    /// <param name="opened">The entitlements are open.</param>
    /// <param name="atOnce">Several acts run at the same time: on the system's clock.</param>
    public static async Task<MoneyWorld> CreateAsync(
        DatabaseKind kind,
        bool agreed = true,
        bool opened = true,
        bool singlePerson = false,
        bool atOnce = false
    )
    {
        var made = await TestDatabase.CreateAsync(kind);
        // A rerun after a conflict waits a moment, which never passes on a clock that stands still.
        TimeProvider time = atOnce ? TimeProvider.System : new FakeTime();
        var world = new MoneyWorld(made, Services(made, time), time);
        if (singlePerson)
        {
            await world.AddOfficeAsync();
        }

        world.CaseId = await world.OpenCaseAsync(MilestoneKind.MetOnArrival);
        if (agreed)
        {
            await world.AgreePlanAsync();
        }

        if (opened)
        {
            await world.OpenEntitlementsAsync();
        }

        return world;
    }

    public async Task<CaseHandle> HandleAsync(CurrentAccount account, Guid? caseId = null)
    {
        await using var scope = services.CreateAsyncScope();
        var handle = await scope.ServiceProvider.GetRequiredService<CaseAccess>().FindAsync(caseId ?? CaseId, account);
        return handle ?? throw new InvalidOperationException($"{account.Name} does not see the case.");
    }

    /// <summary>Does something in a scope of its own, as a request would.</summary>
    public async Task DoAsync<T>(CurrentAccount account, Func<T, CaseHandle, Task> act)
        where T : notnull
    {
        var handle = await HandleAsync(account);
        await using var scope = services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<T>(), handle);
    }

    public async Task<TResult> ReadAsync<TResult>(Func<HemvagDbContext, Task<TResult>> read)
    {
        await using var db = database.Open();
        return await read(db);
    }

    public HemvagDbContext OpenAsOwner() => database.OpenAsOwner();

    public void Advance(int days) => ((FakeTime)Time).Advance(TimeSpan.FromDays(days));

    public Guid NewId() => Guid.CreateVersion7(Time.GetUtcNow());

    public Task OpenEntitlementsAsync() =>
        DoAsync<EntitlementOpening>(MoneyPeople.Caseworker, (opening, handle) => opening.OpenAsync(handle, NewId(), Today));

    public DateOnly Today => LocalDates.Today(Time.GetUtcNow().UtcDateTime, "Europe/Helsinki");

    public async Task<Payment> PaymentAsync(Guid id) => await ReadAsync(db => db.Set<Payment>().AsNoTracking().FirstAsync(p => p.Id == id));

    public Task<List<Payment>> PaymentsAsync() =>
        ReadAsync(db => db.Set<Payment>().AsNoTracking().Where(p => p.CaseId == CaseId).OrderBy(p => p.Month).ThenBy(p => p.Id).ToListAsync());

    public Task<Entitlement> EntitlementAsync(EntitlementCategory category) =>
        ReadAsync(db => db.Set<Entitlement>().AsNoTracking().FirstAsync(e => e.CaseId == CaseId && e.Category == category));

    public Task<List<WorkItem>> OpenWorkAsync(WorkItemKind kind) =>
        ReadAsync(db => db.Set<WorkItem>().AsNoTracking().Where(w => w.CaseId == CaseId && w.Kind == kind && w.DoneAt == null).ToListAsync());

    /// <summary>Every chain, every row and every sum.</summary>
    public async Task VerifyAsync()
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = database.Open();
        var (findings, _) = await scope.ServiceProvider.GetRequiredService<Verifier>().RunAsync(db, CancellationToken.None);
        Assert.Empty(findings);
    }

    public async Task<IReadOnlyList<Finding>> FindingsAsync()
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = database.Open();
        return (await scope.ServiceProvider.GetRequiredService<Verifier>().RunAsync(db, CancellationToken.None)).Findings;
    }

    /// <summary>A case that has come as far as the given milestone.</summary>
    public async Task<Guid> OpenCaseAsync(MilestoneKind last)
    {
        var caseId = NewId();
        await using var scope = services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<CaseOperations>()
            .OpenAsync(
                MoneyPeople.Coordinator,
                NewId(),
                caseId,
                "OpenMatter",
                work => Task.FromResult(MoneyCase.Make(caseId, last, work.Now)),
                work => MoneyCase.FillAsync(work, last, MoneyPeople.Requester.Id, MoneyPeople.Payer.Id)
            );
        return caseId;
    }

    public async Task AgreePlanAsync()
    {
        await DoAsync<PlanDrafting>(MoneyPeople.Caseworker, (plan, handle) => plan.AddAsync(handle, NewId(), 0, MoneyCase.SewingMachine(Today)));
        await AgreeAsync(1);
    }

    public async Task AgreeAsync(int version)
    {
        await YesAsync(MoneyPeople.Coordinator, PlanParty.Person, version);
        await YesAsync(MoneyPeople.Payer, PlanParty.LocalOffice, version);
        await YesAsync(MoneyPeople.Caseworker, PlanParty.IomFinland, version);
    }

    public Task YesAsync(CurrentAccount account, PlanParty party, int version) =>
        DoAsync<PlanAgreeing>(
            account,
            (plan, handle) => plan.AgreeAsync(handle, NewId(), version, new PlanYes(party, Today, party == PlanParty.Person ? "ro" : null, null))
        );

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private static ServiceProvider Services(TestDatabase database, TimeProvider time)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(database.Settings)
            .AddInMemoryCollection([new("Data", TestFolder.New("money")), new("Demo", "true")])
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddLogging();
        Floors.Add(collection, configuration);
        collection.Replace(ServiceDescriptor.Singleton(time));
        // Gates of modules beside this one are met here.
        var others = new[]
        {
            GateKind.NeedsAssessed,
            GateKind.HealthAssessed,
            GateKind.FollowUpDone,
            GateKind.Eligible,
            GateKind.NothingBooked,
            GateKind.ArrangementsConfirmed,
            GateKind.TravelChecksDone,
            GateKind.HighRisksOwned,
            GateKind.WillReconfirmedOnTravelDay,
        };
        collection.RemoveAll<IGate>();
        collection.AddScoped<IGate, PlanDrawnUpGate>();
        collection.AddScoped<IGate, PlanAgreedGate>();
        collection.AddScoped<IGate, MoneySettledGate>();
        foreach (var kind in others)
        {
            collection.AddScoped<IGate>(_ => new MetGate(kind));
        }

        return collection.BuildServiceProvider(validateScopes: true);
    }

    private async Task AddOfficeAsync()
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OrganisationImport>().RunAsync();
        await scope
            .ServiceProvider.GetRequiredService<OrganisationRegister>()
            .SetSinglePersonAsync(NewId(), Actor.System("test"), MoneyPeople.Office, singlePerson: true);
    }
}
