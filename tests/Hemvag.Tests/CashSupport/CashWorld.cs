using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Modules.CashSupport.Receiving;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Today;
using Hemvag.Modules.Trail;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hemvag.Tests.CashSupport;

/// <summary>Decisions on cash support, with the real services on a real database.</summary>
internal sealed class CashWorld : ServiceWorld
{
    private CashWorld(TestDatabase database, FakeTime time, CombinationRule? combination)
        : base(database, Build(database, time, "cash", (services, configuration) => Add(services, configuration, combination)), time) => Time = time;

    public FakeTime Time { get; }

    public DateOnly Today => LocalDates.Today(Time.GetUtcNow().UtcDateTime, "Europe/Stockholm");

    /// <param name="combination">What the version says of support under both schemes; null is what the shipped one says.</param>
    public static async Task<CashWorld> CreateAsync(DatabaseKind kind, CombinationRule? combination = null)
    {
        var made = await TestDatabase.CreateAsync(kind);
        var time = new FakeTime();
        var world = new CashWorld(made, time, combination);
        await world.AskAsync((OrganisationImport import) => import.RunAsync());
        return world;
    }

    public Task<Guid> EnterAsync(params IEnumerable<CashPerson> family) => EnterAsync(CashPeople.Entry(Today, family));

    public async Task<Guid> EnterAsync(CashDecisionEntry entry, CurrentAccount? account = null)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        return await AskAsync((CashDecisions decisions) => decisions.EnterAsync(account ?? CashPeople.Officer, NewId(), entry));
    }

    /// <summary>Entered, and its payment asked for.</summary>
    public async Task<Guid> ConfirmedAsync(params IEnumerable<CashPerson> family)
    {
        var caseId = await EnterAsync(family);
        await DoAsync<ReceiptConfirming>(CashPeople.Caseworker, caseId, (s, handle) => s.ConfirmAsync(handle, NewId()));
        return caseId;
    }

    /// <summary>Everybody of the family comes and is recognised.</summary>
    public async Task PresentAsync(Guid caseId, string? number = null, bool recognised = true)
    {
        await OpenIdentityAsync(CashPeople.Local, caseId);
        var all = await MembersAsync(caseId);
        var document = number is null ? ShownDocument.OtherDocument : ShownDocument.Passport;
        var input = new PresentedInput(Today, [.. all.Select(m => m.Id)], document, number, recognised);
        await DoAsync<Presenting>(CashPeople.Local, caseId, (s, handle) => s.RecordAsync(handle, NewId(), input));
    }

    /// <summary>IOM Finland has found out who came at the visit that was recorded last.</summary>
    public async Task SettleAsync(Guid caseId, DoubtOutcome outcome)
    {
        var last = (await VisitsAsync(caseId))[^1].Id;
        await DoAsync<Presenting>(CashPeople.Caseworker, caseId, (s, handle) => s.SettleAsync(handle, NewId(), last, outcome));
    }

    public Task<List<CashVisit>> VisitsAsync(Guid caseId) =>
        ReadAsync(db => db.Set<CashVisit>().AsNoTracking().Where(v => v.CaseId == caseId).OrderBy(v => v.RecordedAt).ToListAsync());

    /// <summary>A child's share is handed to <paramref name="receiver"/>, where several adults have come.</summary>
    public Task PayAsync(Guid caseId, IEnumerable<CashFamilyMember> members, Guid? receiver = null, bool receiptSigned = true) =>
        DoAsync<CashPaying>(
            CashPeople.Local,
            caseId,
            (s, handle) =>
                s.PayAsync(handle, NewId(), new CashPayment(Today, PaymentMode.CashAtOffice, [.. members.Select(m => m.Id)], receiptSigned, receiver))
        );

    public Task OpenIdentityAsync(CurrentAccount account, Guid caseId) =>
        DoAsync<CaseOpenings>(account, caseId, (s, handle) => s.OpenAsync(handle, NewId(), Compartment.Identity, CaseLinks.Cash));

    public Task<CaseHandle?> FindAsync(CurrentAccount account, Guid caseId) => FindInAsync(account, caseId);

    /// <summary>Does something in a scope of its own, as a request would.</summary>
    public Task DoAsync<T>(CurrentAccount account, Guid caseId, Func<T, CaseHandle, Task> act)
        where T : notnull
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        return DoInAsync(account, caseId, act);
    }

    /// <summary>Moves the clock, and runs every job that falls due, day by day.</summary>
    public Task PassAsync(int days) => PassAsync(Time, days);

    public Task<Case> CaseAsync(Guid caseId) => ReadAsync(db => db.Set<Case>().AsNoTracking().FirstAsync(c => c.Id == caseId));

    public Task<List<CashFamilyMember>> MembersAsync(Guid caseId) =>
        ReadAsync(db => db.Set<CashFamilyMember>().AsNoTracking().Where(m => m.CaseId == caseId).OrderBy(m => m.Ordinal).ToListAsync());

    public Task<List<WorkItem>> OpenWorkAsync(Guid caseId, WorkItemKind kind) =>
        ReadAsync(db =>
            db.Set<WorkItem>()
                .AsNoTracking()
                .Where(w => w.CaseId == caseId && w.Kind == kind && w.DoneAt == null)
                .OrderBy(w => w.CreatedAt)
                .ToListAsync()
        );

    /// <summary>The keys have a new version, and it is in use.</summary>
    public void RotateKeys()
    {
        RootKeyFile.AddVersion(Services.GetRequiredService<Installation>().KeyFolder, Time);
        Time.Advance(RootKeys.Settles);
        Services.GetRequiredService<RootKeys>().LookAgain();
    }

    private static ProgrammeCatalogue With(CombinationRule combination)
    {
        var folder = TestFolder.New("programmes");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "programmes"), "*.json"))
        {
            var text = File.ReadAllText(file).Replace("\"combination\": \"Ask\"", $"\"combination\": \"{combination}\"", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), text);
        }

        return ProgrammeCatalogue.Load(folder);
    }

    private static void Add(IServiceCollection services, IConfiguration configuration, CombinationRule? combination)
    {
        services.AddHemvagJobs(configuration);
        services.AddHemvagToday();
        services.AddHemvagTrail();
        if (combination is { } rule)
        {
            services.Replace(ServiceDescriptor.Singleton(With(rule)));
        }
    }
}
