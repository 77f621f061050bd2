using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Today;
using Hemvag.Modules.Trail;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Hemvag.Tests.FollowUp;

/// <summary>A case on its way home, with the real services on a real database.</summary>
internal sealed class FollowUpWorld : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private FollowUpWorld(TestDatabase database, ServiceProvider services, FakeTime time)
    {
        this.database = database;
        this.services = services;
        Time = time;
    }

    public FakeTime Time { get; }

    public Guid CaseId { get; private set; }

    public Guid ContactConsentId { get; private set; }

    public DateOnly Today => LocalDates.Today(Time.GetUtcNow().UtcDateTime, "Europe/Helsinki");

    /// <param name="yes">The person has said yes to contact after the return.</param>
    /// <param name="arrived">The local office has recorded that the person was met today.</param>
    /// <param name="notesTo">Those who may have progress notes.</param>
    public static async Task<FollowUpWorld> CreateAsync(DatabaseKind kind, bool yes = true, bool arrived = true, params Guid[] notesTo)
    {
        var made = await TestDatabase.CreateAsync(kind);
        var time = new FakeTime();
        var world = new FollowUpWorld(made, Services(made, time), time);
        await world.OpenAsync(yes, notesTo);
        time.Advance(TimeSpan.FromMinutes(1));
        if (arrived)
        {
            await world.ArriveAsync();
        }

        return world;
    }

    public Guid NewId() => Guid.CreateVersion7(Time.GetUtcNow());

    public async Task<CaseHandle?> FindAsync(CurrentAccount account)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseAccess>().FindAsync(CaseId, account);
    }

    /// <summary>Does something in a scope of its own, as a request would.</summary>
    public async Task DoAsync<T>(CurrentAccount account, Func<T, CaseHandle, Task> act)
        where T : notnull
    {
        var handle = await FindAsync(account) ?? throw new InvalidOperationException($"{account.Name} does not see the case.");
        await using var scope = services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<T>(), handle);
    }

    public async Task<TResult> AskAsync<T, TResult>(Func<T, Task<TResult>> ask)
        where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<T>());
    }

    public Task ActAsync(CurrentAccount account, Func<CaseWork, Task> act) =>
        DoAsync<CaseOperations>(account, (operations, handle) => operations.RunAsync(handle, NewId(), "Test", OperationNature.Fact, act));

    public Task ArriveAsync() => ActAsync(FollowUpPeople.Local, work => work.ReachAsync(MilestoneKind.MetOnArrival, work.Today));

    public Task EndSupportAsync() =>
        ActAsync(
            FollowUpPeople.Coordinator,
            work =>
            {
                work.Case.SupportEndedAt = work.Now;
                work.Record(new SupportEnded());
                return Task.CompletedTask;
            }
        );

    public Task WithdrawAsync(Guid consentId) =>
        ActAsync(
            FollowUpPeople.Coordinator,
            async work =>
            {
                var consent = await work.Db.Set<Consent>().FirstAsync(c => c.Id == consentId);
                work.Record(consent.Withdraw(work.Now, FollowUpPeople.Coordinator.Id));
            }
        );

    /// <summary>Moves the clock, and runs every job that falls due, day by day.</summary>
    public async Task PassAsync(int days)
    {
        for (var day = 0; day < days; day++)
        {
            Time.Advance(TimeSpan.FromDays(1));
            await services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        }
    }

    public async Task<TResult> ReadAsync<TResult>(Func<HemvagDbContext, Task<TResult>> read)
    {
        await using var db = database.Open();
        return await read(db);
    }

    public Task<List<FollowUpContact>> ContactsAsync() =>
        ReadAsync(db => db.Set<FollowUpContact>().AsNoTracking().Where(c => c.CaseId == CaseId).OrderBy(c => c.PlannedOn).ToListAsync());

    public Task<List<WorkItem>> OpenWorkAsync(WorkItemKind kind) =>
        ReadAsync(db =>
            db.Set<WorkItem>()
                .AsNoTracking()
                .Where(w => w.CaseId == CaseId && w.Kind == kind && w.DoneAt == null)
                .OrderBy(w => w.CreatedAt)
                .ToListAsync()
        );

    public Task<Case> CaseAsync() => ReadAsync(db => db.Set<Case>().AsNoTracking().FirstAsync(c => c.Id == CaseId));

    /// <summary>Every chain and every row.</summary>
    public async Task VerifyAsync()
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = database.Open();
        var (findings, _) = await scope.ServiceProvider.GetRequiredService<Verifier>().RunAsync(db, CancellationToken.None);
        Assert.Empty(findings);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task OpenAsync(bool yes, Guid[] notesTo)
    {
        CaseId = NewId();
        await using var scope = services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<CaseOperations>()
            .OpenAsync(
                FollowUpPeople.Coordinator,
                NewId(),
                CaseId,
                "OpenMatter",
                work => Task.FromResult(FollowUpCase.Make(CaseId, work.Now)),
                async work =>
                {
                    await FollowUpCase.FillAsync(work);
                    FollowUpCase.Consent(work, ConsentPurpose.ExchangeWithIom, Compartments.All, FollowUpPeople.Helsinki);
                    FollowUpCase.Consent(work, ConsentPurpose.ContactWithLocalOffice, Compartments.All, FollowUpPeople.Office);
                    if (yes)
                    {
                        ContactConsentId = FollowUpCase.Consent(
                            work,
                            ConsentPurpose.ContactAfterReturn,
                            Compartment.Contact | Compartment.Notes,
                            FollowUpPeople.Office
                        );
                    }

                    if (notesTo.Length > 0)
                    {
                        FollowUpCase.Consent(work, ConsentPurpose.ProgressNotesToSwedishPartners, Compartment.Notes, notesTo);
                    }
                }
            );
    }

    private static ServiceProvider Services(TestDatabase database, FakeTime time)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(database.Settings)
            .AddInMemoryCollection([new("Data", TestFolder.New("follow-up")), new("Demo", "true")])
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddLogging();
        Floors.Add(collection, configuration);
        collection.AddHemvagJobs(configuration);
        collection.AddHemvagToday();
        collection.AddHemvagTrail();
        collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        return collection.BuildServiceProvider(validateScopes: true);
    }
}
