using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Ending;

/// <summary>
/// Thirty days have passed since IOM Finland asked for the payment (not from the seeds), and somebody's share is not paid: the office is asked,
/// from the second time on IOM Finland, again every thirty days until all is paid. It rests while the case is held, and never closes anything.
/// </summary>
internal sealed class ChaseUnclaimed(HemvagDbContext db, CaseOperations operations, TimeProvider time) : IJobHandler
{
    public const string JobKind = "ChaseUnclaimed";

    /// <summary>Not from the seeds.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromDays(30);

    public string Kind => JobKind;

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var @case = await db.Set<Case>().AsNoTracking().FirstAsync(c => c.Id == job.SubjectId, stop);
        if (@case.ClosedAt is not null || @case.Has(MilestoneKind.CashPaid))
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (@case.HeldAt is null)
        {
            // The same day's chase is one operation, however often the job is run.
            var operationId = StableId.Of($"chase-unclaimed:{@case.Id:N}:{DateOnly.FromDateTime(now):yyyyMMdd}");
            await operations.RunAsSystemAsync(operationId, @case.Id, JobKind, AskAsync);
        }

        return now + Every;
    }

    private static async Task AskAsync(CaseWork work)
    {
        if (work.Case is { ClosedAt: not null } or { HeldAt: not null } || work.Reached.Contains(MilestoneKind.CashPaid))
        {
            return;
        }

        var before = await work
            .Db.Set<WorkItem>()
            .AnyAsync(w => w.CaseId == work.Case.Id && w.Kind == WorkItemKind.CashUnclaimed && w.Role == Role.LocalOfficeWorker);
        work.Record(new CashChased(before));
        await work.AskAsync(
            before || work.Case.LocalOfficeId is not { } office
                ? new WorkAsked(WorkItemKind.CashUnclaimed, Urgency.Money, Role.IomCaseworker, IomFinland.Id, null, CaseLinks.Cash, work.Today)
                : new WorkAsked(WorkItemKind.CashUnclaimed, Urgency.Money, Role.LocalOfficeWorker, office, null, CaseLinks.Cash, work.Today)
        );
    }
}
