using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Withdrawals;

/// <summary>A past recipient has not answered in time: it is asked again each week and the holder is told, until it answers.</summary>
internal sealed class ChaseRecipients(HemvagDbContext db, CaseOperations operations, TimeProvider time) : IJobHandler
{
    public const string JobKind = "ChaseRecipient";

    private const int EveryDays = 7;

    public string Kind => JobKind;

    /// <summary>The morning after a day, UTC.</summary>
    public static DateTime After(DateOnly day) => day.AddDays(1).ToDateTime(new TimeOnly(6, 0), DateTimeKind.Utc);

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var row = await db.Set<RecipientAnswer>().AsNoTracking().FirstAsync(a => a.Id == job.SubjectId, stop);
        if (row.AnsweredAt is not null)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        // The same day's chase is one operation, however often the job is run.
        var operationId = StableId.Of($"chase-recipient:{row.Id:N}:{today:yyyyMMdd}");
        await operations.RunAsSystemAsync(operationId, row.CaseId, JobKind, work => ChaseAsync(work, row.Id));
        return After(today.AddDays(EveryDays - 1));
    }

    private static async Task ChaseAsync(CaseWork work, Guid answerId)
    {
        var row = await work.Db.Set<RecipientAnswer>().FirstAsync(a => a.Id == answerId);
        work.Record(new RecipientChased(row.Id, row.OrganisationId, work.Today.DayNumber - row.DueOn.DayNumber));
        if (row.AnsweredAt is not null)
        {
            return;
        }

        var open = await work
            .Db.Set<WorkItem>()
            .Where(w => w.CaseId == row.CaseId && w.Kind == WorkItemKind.AnswerWithdrawal && w.SubjectId == row.Id && w.DoneAt == null)
            .ToListAsync();
        foreach (var item in open)
        {
            await Noticing.TellAsync(work, item);
        }

        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.RecipientSilent,
                Urgency.Safety,
                Role.RegionalCoordinator,
                work.Case.RegionId,
                work.Case.HolderId,
                CaseLinks.Disclosures,
                work.Today,
                row.Id
            )
        );
    }
}
