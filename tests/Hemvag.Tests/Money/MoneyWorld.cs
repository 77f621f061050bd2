using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hemvag.Tests.Money;

/// <summary>A case whose person has been met at home, with the real services on a real database.</summary>
internal sealed class MoneyWorld : ServiceWorld
{
    private MoneyWorld(TestDatabase database, TimeProvider time)
        : base(database, Build(database, time, "money", (services, _) => MeetGates(services)), time) => Time = time;

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
        var world = new MoneyWorld(made, time);
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

    public async Task<CaseHandle> HandleAsync(CurrentAccount account, Guid? caseId = null) =>
        await FindInAsync(account, caseId ?? CaseId) ?? throw new InvalidOperationException($"{account.Name} does not see the case.");

    /// <summary>Does something in a scope of its own, as a request would.</summary>
    public Task DoAsync<T>(CurrentAccount account, Func<T, CaseHandle, Task> act)
        where T : notnull => DoInAsync(account, CaseId, act);

    public HemvagDbContext OpenAsOwner() => Database.OpenAsOwner();

    public void Advance(int days) => ((FakeTime)Time).Advance(TimeSpan.FromDays(days));

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

    /// <summary>A case that has come as far as the given milestone.</summary>
    public async Task<Guid> OpenCaseAsync(MilestoneKind last)
    {
        var caseId = NewId();
        await using var scope = Services.CreateAsyncScope();
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

    // Gates of other modules are met here.
    private static void MeetGates(IServiceCollection services)
    {
        services.RemoveAll<IGate>();
        services.AddScoped<IGate, PlanDrawnUpGate>();
        services.AddScoped<IGate, PlanAgreedGate>();
        services.AddScoped<IGate, MoneySettledGate>();
        foreach (var kind in Enum.GetValues<GateKind>().Except([GateKind.PlanDrawnUp, GateKind.PlanAgreed, GateKind.MoneySettled]))
        {
            services.AddScoped<IGate>(_ => new MetGate(kind));
        }
    }

    private async Task AddOfficeAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OrganisationImport>().RunAsync();
        await scope
            .ServiceProvider.GetRequiredService<OrganisationRegister>()
            .SetSinglePersonAsync(NewId(), Actor.System("test"), MoneyPeople.Office, singlePerson: true);
    }
}
