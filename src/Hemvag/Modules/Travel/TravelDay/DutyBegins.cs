using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.TravelDay;

/// <summary>
/// Who is on duty has changed: everyone who is silent, or has stopped on the way, is put before the one on duty now. Those asked before keep it.
/// </summary>
internal sealed class DutyBegins(HemvagDbContext db, CaseOperations operations) : IJobHandler
{
    public const string JobKind = "DutyBegins";

    public string Kind => JobKind;

    public static Job At(DateTime runAt, Guid shiftId, string change) => Job.At(runAt, JobKind, shiftId, $"{JobKind}/{shiftId:N}/{change}");

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var silent = db.Set<SilenceAlarm>().Where(a => a.EndedAt == null).Select(a => a.CaseId);
        var stopped = db.Set<WorkItem>().Where(w => w.Kind == WorkItemKind.StoppedOnTheWay && w.DoneAt == null).Select(w => w.CaseId);
        foreach (var caseId in await silent.Union(stopped).ToListAsync(stop))
        {
            await operations.RunAsSystemAsync(StableId.Of($"duty:{job.Id:N}:{caseId:N}"), caseId, JobKind, AskAsync);
        }

        return null;
    }

    private static async Task AskAsync(CaseWork work)
    {
        var now = await DutyOfficer.AtAsync(work);
        work.Record(new DutyPassedOn(now));
        if (work.Case.ClosedAt is not null || now is not { } officer)
        {
            return;
        }

        await DutyOfficer.LetInAsync(work, officer);
        var alarms = await work.Db.Set<SilenceAlarm>().Where(a => a.CaseId == work.Case.Id && a.EndedAt == null).ToListAsync();
        foreach (var alarm in alarms)
        {
            await AskAsync(work, WorkItemKind.NoSignOfLife, officer, alarm.Id);
        }

        if ((await work.WaitingAsync()).Any(w => w.Kind == WorkItemKind.StoppedOnTheWay))
        {
            await AskAsync(work, WorkItemKind.StoppedOnTheWay, officer, null);
        }
    }

    private static Task AskAsync(CaseWork work, WorkItemKind kind, Guid officer, Guid? subjectId) =>
        work.AskAsync(new WorkAsked(kind, Urgency.Safety, Role.IomCaseworker, IomFinland.Id, officer, SilenceClimb.Page, work.Today, subjectId));
}
