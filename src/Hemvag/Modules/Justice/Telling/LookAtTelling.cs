using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Justice.Telling;

/// <summary>
/// On the day somebody is to tell the person: without the person's yes, which may have run out since it was planned, nobody calls. Whoever
/// holds the case is asked instead.
/// </summary>
internal sealed class LookAtTelling(HemvagDbContext db, CaseOperations operations) : IJobHandler
{
    public const string JobKind = "LookAtTelling";

    public string Kind => JobKind;

    public static Task ScheduleAsync(CaseWork work, Guid proceedingId, DateOnly on)
    {
        var at = on.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var key = $"{JobKind}/{proceedingId:N}/{on:yyyyMMdd}/{work.OperationId:N}";
        return work.ScheduleAsync(Job.At(at > work.Now ? at : work.Now, JobKind, proceedingId, key));
    }

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var caseId = await db.Set<Proceeding>().Where(p => p.Id == job.SubjectId).Select(p => (Guid?)p.CaseId).FirstOrDefaultAsync(stop);
        var waits = await db.Set<WorkItem>()
            .AnyAsync(w => w.CaseId == caseId && w.SubjectId == job.SubjectId && w.Kind == WorkItemKind.TellDevelopment && w.DoneAt == null, stop);
        if (caseId is { } id && waits)
        {
            await operations.RunAsSystemAsync(job.Id, id, JobKind, work => LookAsync(work, job.SubjectId));
        }

        return null;
    }

    private static async Task LookAsync(CaseWork work, Guid proceedingId)
    {
        var saidYes = await JusticeConsent.IsLiveAsync(work.Db, work.Case.Id, work.Today);
        work.Record(new TellingLookedAt(proceedingId, saidYes));
        if (saidYes)
        {
            return;
        }

        await work.DoneAsync(WorkItemKind.TellDevelopment, proceedingId);
        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.JusticeYesEnded,
                Urgency.Date,
                Role.RegionalCoordinator,
                work.Case.RegionId,
                work.Case.HolderId,
                CaseLinks.Justice,
                work.Today
            )
        );
    }
}

/// <summary>The person has said yes again: nothing is to be decided any more.</summary>
internal sealed class SettleWhenYesIsGiven : IReactTo<ConsentGiven>
{
    public Task ReactAsync(ConsentGiven happened, CaseWork work) =>
        happened.Purpose == ConsentPurpose.AccessToJustice ? work.DoneAsync(WorkItemKind.JusticeYesEnded) : Task.CompletedTask;
}

/// <param name="SaidYes">The yes to access to justice held on that day.</param>
internal sealed record TellingLookedAt(Guid ProceedingId, bool SaidYes) : IEvent;
