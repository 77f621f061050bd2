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
using Hemvag.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hemvag.Tests.FollowUp;

/// <summary>A case on its way home, with the real services on a real database.</summary>
internal sealed class FollowUpWorld : ServiceWorld
{
    private FollowUpWorld(TestDatabase database, FakeTime time)
        : base(database, Build(database, time, "follow-up", Add), time) => Time = time;

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
        var world = new FollowUpWorld(made, time);
        await world.OpenAsync(yes, notesTo);
        time.Advance(TimeSpan.FromMinutes(1));
        if (arrived)
        {
            await world.ArriveAsync();
        }

        return world;
    }

    public Task<CaseHandle?> FindAsync(CurrentAccount account) => FindInAsync(account, CaseId);

    /// <summary>Does something in a scope of its own, as a request would.</summary>
    public Task DoAsync<T>(CurrentAccount account, Func<T, CaseHandle, Task> act)
        where T : notnull => DoInAsync(account, CaseId, act);

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
    public Task PassAsync(int days) => PassAsync(Time, days);

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

    private async Task OpenAsync(bool yes, Guid[] notesTo)
    {
        CaseId = NewId();
        await using var scope = Services.CreateAsyncScope();
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

    private static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHemvagJobs(configuration);
        services.AddHemvagToday();
        services.AddHemvagTrail();
    }
}
