using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Hemvag.TestKit.Pages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hemvag.Tests.Money;

/// <summary>The application with one account for each part, and a case whose person has been met at home.</summary>
internal sealed class MoneySite : IAsyncDisposable
{
    private static readonly Dictionary<string, string?> WithoutDemoCases = new(StringComparer.Ordinal) { ["Demo:Cases"] = "false" };

    private readonly InMemoryApp app;
    private readonly Dictionary<string, Guid> accounts = new(StringComparer.Ordinal);

    private MoneySite(InMemoryApp app) => this.app = app;

    public Guid CaseId { get; private set; }

    public string Money => $"/cases/{CaseId:D}/money";

    public string Plan => $"/cases/{CaseId:D}/plan";

    public static async Task<MoneySite> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite, string language = "sv")
    {
        var started = await InMemoryApp.StartAsync(kind, o => o with { Demo = true, Settings = WithoutDemoCases, Services = Replace });
        var site = new MoneySite(started);
        await site.AddAsync("coordinator", MoneyPeople.Region, Role.RegionalCoordinator, language);
        await site.AddAsync("stranger", StableId.Of("region:syd"), Role.RegionalCoordinator, language);
        await site.AddAsync("caseworker", IomFinland.Id, Role.IomCaseworker, language);
        await site.AddAsync("approver", IomFinland.Id, Role.IomApprover, language);
        await site.AddAsync("office-1", MoneyPeople.Office, Role.LocalOfficeWorker, language);
        await site.AddAsync("office-2", MoneyPeople.Office, Role.LocalOfficeWorker, language);
        await site.AddAsync("elsewhere", StableId.Of("office:iom-ro"), Role.LocalOfficeWorker, language);
        site.CaseId = await site.OpenCaseAsync();
        return site;
    }

    public async Task<PageClient> SignInAsync(string who)
    {
        var client = app.NewClient();
        var page = (await client.GetAsync("/demo")).ShouldBeOk();
        (await page.Form($"input[value='{accounts[who]}']").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    public async Task<T> ReadAsync<T>(Func<HemvagDbContext, Task<T>> read)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<HemvagDbContext>());
    }

    public Task<List<Payment>> PaymentsAsync() =>
        ReadAsync(db =>
            db.Set<Payment>().AsNoTracking().Where(p => p.CaseId == CaseId).OrderBy(p => p.Month).ThenBy(p => p.RequestedAt).ToListAsync()
        );

    /// <summary>Kinds of the events of the newest operation.</summary>
    public Task<List<string>> EventsAsync() =>
        ReadAsync(async db =>
        {
            var stream = Streams.Case(CaseId);
            return await db.Set<Operation>()
                .Where(o => o.Stream == stream)
                .OrderByDescending(o => o.Version)
                .Take(1)
                .SelectMany(o => o.Events)
                .OrderBy(e => e.Ordinal)
                .Select(e => e.Kind)
                .ToListAsync();
        });

    /// <summary>Another case that the same people see, for children of one asked for under the other.</summary>
    public async Task<Guid> OpenCaseAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var id = NewId();
        await scope
            .ServiceProvider.GetRequiredService<CaseOperations>()
            .OpenAsync(
                MoneyPeople.Coordinator,
                NewId(),
                id,
                "OpenMatter",
                work => Task.FromResult(MoneyCase.Make(id, MilestoneKind.MetOnArrival, work.Now)),
                work => MoneyCase.FillAsync(work, MilestoneKind.MetOnArrival, accounts["office-1"], accounts["office-2"])
            );
        return id;
    }

    /// <summary>The plan has an item and everyone's yes, through the pages.</summary>
    public async Task AgreePlanAsync()
    {
        using var caseworker = await SignInAsync("caseworker");
        await AddItemAsync(caseworker);
        foreach (
            var (who, party) in new[] { ("coordinator", PlanParty.Person), ("office-2", PlanParty.LocalOffice), ("caseworker", PlanParty.IomFinland) }
        )
        {
            using var client = await SignInAsync(who);
            var form = (await client.GetAsync($"{Plan}/agree/{party}")).ShouldBeOk().Form("[name='Yes.On']");
            form = party == PlanParty.Person ? form.Fill("Yes.Language", "ro").Fill("Yes.Interpreter", "Tolk Tolksson") : form;
            (await form.SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        }
    }

    public async Task<PageAnswer> AddItemAsync(PageClient caseworker, string amount = "650") =>
        await (await caseworker.GetAsync($"{Plan}/items"))
            .ShouldBeOk()
            .Form("[name='Input.Goal']")
            .Fill("Input.Purpose", "SmallBusinessEquipment")
            .Fill("Input.Amount", amount)
            .Fill("Input.Month", "2")
            .Fill("Input.Responsible", "LocalOfficeWorker")
            .Fill("Input.DrawnUpOn", "2026-09-01")
            .Fill("Input.Goal", "Sömnadsateljé Kanariefågel")
            .SubmitAsync();

    public async Task OpenEntitlementsAsync()
    {
        await AgreePlanAsync();
        using var caseworker = await SignInAsync("caseworker");
        (await (await caseworker.GetAsync($"{Money}/open")).ShouldBeOk().Form("[name='Input.On']").SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Guid NewId()
    {
        app.Time.Advance(TimeSpan.FromMilliseconds(5));
        return Guid.CreateVersion7(app.Time.GetUtcNow());
    }

    private async Task AddAsync(string name, Guid organisation, Role role, string language)
    {
        var register = app.Services.GetRequiredService<AccountRegister>();
        var wanted = new NewAccount($"{name}@example.se", name, organisation, language, [role], IsDemo: true);
        (accounts[name], _) = await register.CreateAsync(NewId(), Actor.System("test"), wanted);
    }

    private static void Replace(IServiceCollection services)
    {
        services.RemoveAll<IGate>();
        services.AddScoped<IGate, PlanDrawnUpGate>();
        services.AddScoped<IGate, PlanAgreedGate>();
        services.AddScoped<IGate, MoneySettledGate>();
        foreach (var kind in Enum.GetValues<GateKind>().Except([GateKind.PlanDrawnUp, GateKind.PlanAgreed, GateKind.MoneySettled]))
        {
            services.AddScoped<IGate>(_ => new MetGate(kind));
        }

        services.AddSingleton<IStartupFilter, FromThisMachine>();
    }
}
