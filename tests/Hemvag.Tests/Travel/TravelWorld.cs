using System.Linq.Expressions;
using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Will;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Hemvag.TestKit.Pages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hemvag.Tests.Travel;

/// <summary>The application with one account per role, and cases that stand where the journey begins. Gates of other modules obey the test.</summary>
internal sealed class TravelWorld : IAsyncDisposable
{
    public static readonly Guid Region = StableId.Of("region:stockholm");
    public static readonly Guid OtherRegion = StableId.Of("region:syd");
    public static readonly Guid IomFinland = Hemvag.Modules.Organisations.IomFinland.Id;
    public static readonly Guid Moldova = StableId.Of("office:iom-md");
    public static readonly Guid Romania = StableId.Of("office:iom-ro");

    private static readonly Dictionary<string, string?> WithoutDemoCases = new(StringComparer.Ordinal) { ["Demo:Cases"] = "false" };

    private readonly InMemoryApp app;
    private readonly HashSet<GateKind> closed;

    private TravelWorld(InMemoryApp app, HashSet<GateKind> closed)
    {
        this.app = app;
        this.closed = closed;
    }

    public FakeTime Time => app.Time;

    public CurrentAccount Coordinator { get; private set; } = null!;

    public CurrentAccount Caseworker { get; private set; } = null!;

    /// <summary>Another caseworker, who reads English.</summary>
    public CurrentAccount EnglishCaseworker { get; private set; } = null!;

    public CurrentAccount Approver { get; private set; } = null!;

    public CurrentAccount Local { get; private set; } = null!;

    public CurrentAccount LocalElsewhere { get; private set; } = null!;

    public CurrentAccount Stranger { get; private set; } = null!;

    public static async Task<TravelWorld> CreateAsync(DatabaseKind kind)
    {
        var shut = new HashSet<GateKind>();
        var started = await InMemoryApp.StartAsync(kind, o => o with { Demo = true, Settings = WithoutDemoCases, Services = s => Replace(s, shut) });
        var world = new TravelWorld(started, shut);
        world.Coordinator = await world.AccountAsync("ylva", Region, OrganisationKind.Region, "Europe/Stockholm", Role.RegionalCoordinator);
        world.Stranger = await world.AccountAsync("stig", OtherRegion, OrganisationKind.Region, "Europe/Stockholm", Role.RegionalCoordinator);
        world.Caseworker = await world.AccountAsync("kaisa", IomFinland, OrganisationKind.IomFinland, "Europe/Helsinki", Role.IomCaseworker);
        world.EnglishCaseworker = await world.AccountAsync(
            "james",
            IomFinland,
            OrganisationKind.IomFinland,
            "Europe/Helsinki",
            Role.IomCaseworker,
            "en"
        );
        world.Approver = await world.AccountAsync("antti", IomFinland, OrganisationKind.IomFinland, "Europe/Helsinki", Role.IomApprover);
        world.Local = await world.AccountAsync("ion", Moldova, OrganisationKind.LocalIomOffice, "Europe/Chisinau", Role.LocalOfficeWorker);
        world.LocalElsewhere = await world.AccountAsync("radu", Romania, OrganisationKind.LocalIomOffice, "Europe/Bucharest", Role.LocalOfficeWorker);
        return world;
    }

    /// <summary>Closes a gate that another module answers for.</summary>
    public void Close(GateKind gate) => closed.Add(gate);

    /// <summary>A case whose support is answered, with consents for IOM Finland and the given offices.</summary>
    public async Task<Guid> CaseAsync(params Guid[] officesSaidYesTo)
    {
        var caseId = Guid.CreateVersion7(Time.GetUtcNow());
        var operations = app.Services.CreateScope().ServiceProvider.GetRequiredService<CaseOperations>();
        await operations.OpenAsync(Coordinator, NewId(), caseId, "OpenMatter", w => MakeAsync(w, caseId), w => FillAsync(w, officesSaidYesTo));
        MilestoneKind[] way =
        [
            MilestoneKind.FirstContact,
            MilestoneKind.MatterTaken,
            MilestoneKind.EligibilityDecided,
            MilestoneKind.InformationGiven,
            MilestoneKind.ApplicationSigned,
            MilestoneKind.VoluntarinessCertified,
            MilestoneKind.Referred,
            MilestoneKind.ReceiptConfirmed,
            MilestoneKind.SupportAnswered,
        ];
        await AsSystemAsync(caseId, way);
        return caseId;
    }

    /// <summary>The same with the Moldovan office in the case and the plan agreed.</summary>
    public async Task<Guid> PlannedCaseAsync()
    {
        var caseId = await CaseAsync(Moldova);
        await ActAsync<Modules.Travel.Office.OfficeNaming>(
            Caseworker,
            caseId,
            (s, h) => s.NameAsync(h, NewId(), h.Case.LocalOfficeId, Moldova, null)
        );
        await AsSystemAsync(caseId, [MilestoneKind.PlanAgreed]);
        return caseId;
    }

    public Task AsSystemAsync(Guid caseId, IReadOnlyList<MilestoneKind> milestones) =>
        Service<CaseOperations>()
            .RunAsSystemAsync(
                NewId(),
                caseId,
                "test",
                async work =>
                {
                    foreach (var kind in milestones)
                    {
                        await work.ReachAsync(kind, work.Today);
                    }
                }
            );

    public async Task ActAsync<TService>(CurrentAccount account, Guid caseId, Func<TService, CaseHandle, Task> act)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        var handle = await scope.ServiceProvider.GetRequiredService<CaseAccess>().FindAsync(caseId, account);
        await act(scope.ServiceProvider.GetRequiredService<TService>(), handle ?? throw new InvalidOperationException("The case is not visible."));
    }

    public async Task<string> RefusedAsync<TService>(CurrentAccount account, Guid caseId, Func<TService, CaseHandle, Task> act)
        where TService : notnull
    {
        try
        {
            await ActAsync(account, caseId, act);
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Name;
        }

        return "";
    }

    /// <summary>A service that is of no one case.</summary>
    public async Task DoAsync<TService>(Func<TService, Task> act)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<T> DoAsync<TService, T>(Func<TService, Task<T>> read)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<T> ReadAsync<T>(Func<HemvagDbContext, Task<T>> read)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<HemvagDbContext>());
    }

    public Task<List<WorkItem>> OpenItemsAsync(Guid caseId, WorkItemKind kind) =>
        ReadAsync(db => db.Set<WorkItem>().AsNoTracking().Where(w => w.CaseId == caseId && w.Kind == kind && w.DoneAt == null).ToListAsync());

    public Task<List<string>> EventsAsync(Guid caseId) =>
        ReadAsync(async db =>
        {
            var stream = Streams.Case(caseId);
            return await db.Set<Operation>()
                .Where(o => o.Stream == stream)
                .OrderByDescending(o => o.Version)
                .Take(1)
                .SelectMany(o => o.Events)
                .OrderBy(e => e.Ordinal)
                .Select(e => e.Kind)
                .ToListAsync();
        });

    public Task<bool> SeesAsync(CurrentAccount account, Guid caseId) =>
        ReadAsync(async db => await Service<CaseAccess>().FindIn(db, caseId, account) is not null);

    public Task HoldAsync(Guid caseId) => ActAsync<Modules.Cases.Stopping.StopService>(Coordinator, caseId, (s, h) => s.StopAsync(h, NewId()));

    public Task ReachPersonAsync(Guid caseId) =>
        ActAsync<Modules.Cases.Stopping.StopService>(
            Coordinator,
            caseId,
            (s, h) => s.ReachedAsync(h, NewId(), new(Modules.Cases.Stopping.ReachedHow.ByPhone, TodayOf(Coordinator), null))
        );

    private DateOnly TodayOf(CurrentAccount account) => LocalDates.Today(Time.GetUtcNow().UtcDateTime, account.Zone);

    /// <summary>A browser that nobody is signed in with.</summary>
    public PageClient NewClient() => app.NewClient();

    /// <summary>Signed in as the account, in its own browser.</summary>
    public async Task<PageClient> SignInAsync(CurrentAccount account)
    {
        var client = app.NewClient();
        var page = (await client.GetAsync("/demo")).ShouldBeOk();
        (await page.Form($"input[value='{account.Id}']").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    public Guid NewId()
    {
        // Two ids in one millisecond sort by chance; a moving clock keeps rows in the order of the test.
        Time.Advance(TimeSpan.FromMilliseconds(5));
        return Guid.CreateVersion7(Time.GetUtcNow());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private T Service<T>()
        where T : notnull => app.Services.CreateScope().ServiceProvider.GetRequiredService<T>();

    private Task<Case> MakeAsync(OperationWork work, Guid caseId) =>
        Task.FromResult(
            new Case
            {
                Id = caseId,
                Number = $"TEST {caseId:N}",
                NeutralName = $"Björk {caseId.ToString("N")[^8..]}",
                ProgrammeId = "amp-2018",
                RegionId = Region,
                CountryCode = "MD",
                HolderId = Coordinator.Id,
                OpenedAt = work.Now,
                OpenedBy = Coordinator.Id,
            }
        );

    private async Task FillAsync(CaseWork work, Guid[] offices)
    {
        await work.AddParticipantAsync(Region, Coordinator.Id, Role.RegionalCoordinator, restsOn: null);
        await work.AddParticipantAsync(IomFinland, null, Role.IomCaseworker, restsOn: ConsentPurpose.ExchangeWithIom);
        await work.AddParticipantAsync(IomFinland, null, Role.IomApprover, restsOn: ConsentPurpose.ExchangeWithIom);
        await ConsentWriting.AddAsync(work, Yes(work, ConsentPurpose.ExchangeWithIom, IomFinland));
        foreach (var office in offices)
        {
            await ConsentWriting.AddAsync(work, Yes(work, ConsentPurpose.ContactWithLocalOffice, office));
        }
    }

    public static ConsentRequest Yes(CaseWork work, ConsentPurpose purpose, Guid organisation) =>
        new(
            purpose,
            [organisation],
            work.Programme.Consent(purpose).Widest,
            "sv",
            null,
            ConsentForm.Written,
            ConsentPrompts.Needed,
            work.Today,
            null,
            null,
            null
        );

    /// <summary>Runs a job as the runner would, at the moment it is due.</summary>
    /// <param name="ending">How the job's key ends, where there are several about one thing.</param>
    public async Task<DateTime?> RunJobAsync(string kind, Guid subjectId, string ending = "")
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HemvagDbContext>();
        var job = await db.Set<Job>().AsNoTracking().SingleAsync(j => j.Kind == kind && j.SubjectId == subjectId && j.DedupeKey.EndsWith(ending));
        return await scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == kind).RunAsync(job, CancellationToken.None);
    }

    public Task<CurrentAccount> AnotherCoordinatorAsync(string name) =>
        AccountAsync(name, Region, OrganisationKind.Region, "Europe/Stockholm", Role.RegionalCoordinator);

    public Task<CurrentAccount> AnotherCaseworkerAsync(string name) =>
        AccountAsync(name, IomFinland, OrganisationKind.IomFinland, "Europe/Helsinki", Role.IomCaseworker);

    private async Task<CurrentAccount> AccountAsync(
        string name,
        Guid organisation,
        OrganisationKind kind,
        string zone,
        Role role,
        string language = "sv"
    )
    {
        var register = app.Services.GetRequiredService<AccountRegister>();
        var wanted = new NewAccount($"{name}@example.se", name, organisation, language, [role], IsDemo: true);
        var (id, _) = await register.CreateAsync(NewId(), Actor.System("test"), wanted);
        return new CurrentAccount(id, name, organisation, kind, name, zone, new HashSet<Role> { role });
    }

    private static void Replace(IServiceCollection services, HashSet<GateKind> shut)
    {
        services.RemoveAll<IGate>();
        services.AddScoped<IGate, ArrangementsDecidedGate>();
        services.AddScoped<IGate, ArrangementsConfirmedGate>();
        services.AddScoped<IGate, WillReconfirmedGate>();
        services.AddScoped<IGate, WillReconfirmedOnTravelDayGate>();
        services.AddScoped<IGate, NothingBookedGate>();
        GateKind[] own =
        [
            GateKind.ArrangementsDecided,
            GateKind.ArrangementsConfirmed,
            GateKind.WillReconfirmed,
            GateKind.WillReconfirmedOnTravelDay,
            GateKind.NothingBooked,
        ];
        foreach (var kind in Enum.GetValues<GateKind>().Except(own))
        {
            services.AddScoped<IGate>(_ => new ObedientGate(kind, shut));
        }

        services.AddSingleton<IStartupFilter, FromThisMachine>();
    }

    /// <summary>None of its cases has a child.</summary>
    private static readonly HashSet<GateKind> OfChildren =
    [
        GateKind.GuardianSigned,
        GateKind.ChildrenConsented,
        GateKind.BestInterestsDecided,
        GateKind.ReceivingAuthorityNamed,
        GateKind.TakingOverConfirmed,
    ];

    private sealed class ObedientGate(GateKind kind, HashSet<GateKind> shut) : Gate<bool>(kind)
    {
        protected override Expression<Func<Case, bool>> Looks(GateContext context) => c => true;

        protected override GateState State(GateContext context, bool seen) =>
            new(Kind, !shut.Contains(Kind), "GateDetail.Will.NotAsked", typeof(TravelTexts), "") { Concerns = !OfChildren.Contains(Kind) };
    }
}
