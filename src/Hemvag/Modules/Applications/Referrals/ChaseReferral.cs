using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Applications.Referrals;

/// <summary>
/// A working day has passed without receipt: it climbs to the holder and to IOM Finland, from the second day to every coordinator of the
/// region, and everyone is told again each working day. It ends with the receipt or when a person closes the case, and rests while the
/// case is held. It never closes or rejects anything.
/// </summary>
internal sealed class ChaseReferral(HemvagDbContext db, CaseOperations operations, OrganisationCatalogue organisations, TimeProvider time)
    : IJobHandler
{
    public const string JobKind = "ChaseReferral";

    public string Kind => JobKind;

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var found = await db.Set<Referral>()
            .AsNoTracking()
            .Where(r => r.Id == job.SubjectId)
            .Join(db.Set<Case>(), r => r.CaseId, c => c.Id, (r, c) => new { Referral = r, Case = c })
            .FirstAsync(stop);
        if (found.Referral.ReceiptAt is not null || found.Case.ClosedAt is not null)
        {
            return null;
        }

        var zone = organisations.Organisation(IomFinland.Code).TimeZone;
        var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, zone);
        // A referral that IOM Finland may no longer see is held: nobody there could answer it.
        var sees = await Seeing.Participants(db, today).AnyAsync(p => p.CaseId == found.Case.Id && p.Role == Role.IomCaseworker, stop);
        if (found.Case.HeldAt is null && sees)
        {
            // The same day's climb is one operation, however often the job is run.
            var operationId = StableId.Of($"chase-referral:{found.Referral.Id:N}:{today:yyyyMMdd}");
            await operations.RunAsSystemAsync(operationId, found.Case.Id, JobKind, work => ClimbAsync(work, found.Referral.Id, today));
        }

        return ReferralDays.StartOfNext(today, zone);
    }

    private static async Task ClimbAsync(CaseWork work, Guid referralId, DateOnly today)
    {
        var referral = await work.Db.Set<Referral>().FirstAsync(r => r.Id == referralId);
        var waited = ReferralDays.WaitedSince(referral.ReceiptDueOn, today);
        work.Record(new ReferralChased(referralId, waited));
        if (referral.ReceiptAt is not null || work.Case.ClosedAt is not null || work.Case.HeldAt is not null)
        {
            return;
        }

        var asked = await work
            .Db.Set<WorkItem>()
            .Where(w => w.CaseId == work.Case.Id && w.Kind == WorkItemKind.ReferralUnanswered && w.DoneAt == null)
            .ToListAsync();
        foreach (var item in asked)
        {
            await Noticing.TellAsync(work, item);
        }

        await work.AskAsync(Unanswered(work, referral, Role.RegionalCoordinator, work.Case.RegionId, work.Case.HolderId, today));
        await work.AskAsync(Unanswered(work, referral, Role.IomCaseworker, referral.OrganisationId, null, today));
        if (waited > 1)
        {
            await work.AskAsync(Unanswered(work, referral, Role.RegionalCoordinator, work.Case.RegionId, null, today));
        }
    }

    private static WorkAsked Unanswered(CaseWork work, Referral referral, Role role, Guid organisation, Guid? account, DateOnly today) =>
        new(WorkItemKind.ReferralUnanswered, Urgency.Date, role, organisation, account, CaseLinks.Referral, today, referral.Id);
}
