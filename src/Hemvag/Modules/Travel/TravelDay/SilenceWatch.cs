using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Legs;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.TravelDay;

/// <summary>
/// Looks at a leg when the agreed time after its planned departure or arrival has passed. The planned times are sealed; the moment the job is
/// due is all that stands in clear.
/// </summary>
internal sealed class SilenceWatch(HemvagDbContext db, CaseOperations operations, TimeProvider time) : IJobHandler
{
    public string Kind => LegWatch.JobKind;

    public bool Forgets => true;

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var leg = await db.Set<Leg>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == job.SubjectId, stop);
        if (leg is null)
        {
            return null;
        }

        var moment = LegWatch.MomentOf(job);

        // Raised, it climbs until somebody has heard of the person, also when another leg has taken the place of this one.
        var alarm = await db.Set<SilenceAlarm>().AsNoTracking().FirstOrDefaultAsync(a => a.LegId == leg.Id && a.EndedAt == null, stop);
        if (alarm is { IsAtTheTop: true } || (alarm is null && !SilenceClimb.IsSilent(leg, moment)))
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var @case = await db.Set<Case>().AsNoTracking().FirstAsync(c => c.Id == leg.CaseId, stop);
        if (!Travels(@case))
        {
            return null;
        }

        if (alarm is null && moment == LegMoment.Met && await OthersAheadAsync(leg, stop))
        {
            return null;
        }

        if (alarm is null && leg.HeardAt?.AddMinutes(leg.SilenceMinutes) is { } quietUntil && now < quietUntil)
        {
            return quietUntil;
        }

        if (alarm is null && WatchAnew.IsHeldBack(@case, leg, moment))
        {
            // Resumed, the leg is looked at again within the pause.
            return now + SilenceClimb.Pause;
        }

        if (alarm is not null && now < alarm.AskedAt + SilenceClimb.Pause)
        {
            return alarm.AskedAt + SilenceClimb.Pause;
        }

        // One look for each level: what was done before a stop of the machine is not done again.
        var operationId = StableId.Of($"silence:{job.Id:N}:{alarm?.Id:N}:{(alarm is null ? -1 : (int)alarm.Level)}");
        var looked = await operations.RunAsSystemAsync(operationId, leg.CaseId, LegWatch.JobKind, work => LookAsync(work, leg.Id, moment));
        // Raised before by this watch and ended since: whoever heard of the person has set another.
        return looked || alarm is not null ? now + SilenceClimb.Pause : null;
    }

    private static async Task LookAsync(CaseWork work, Guid legId, LegMoment moment)
    {
        var leg = await work.Db.Set<Leg>().FirstAsync(l => l.Id == legId);
        work.Record(new LegLookedAt(leg.Id, leg.State));
        var raised = await work.Db.Set<SilenceAlarm>().AnyAsync(a => a.LegId == leg.Id && a.EndedAt == null);
        if ((raised || SilenceClimb.IsSilent(leg, moment)) && Travels(work.Case))
        {
            await SilenceClimb.RaiseOrClimbAsync(work, leg, moment);
        }
    }

    // Another leg follows, and has its own watches.
    private Task<bool> OthersAheadAsync(Leg leg, CancellationToken stop) =>
        db.Set<Leg>().AnyAsync(l => l.CaseId == leg.CaseId && (l.State == LegState.Planned || l.State == LegState.UnderWay), stop);

    private static bool Travels(Case @case) =>
        @case.ClosedAt is null && !@case.Has(MilestoneKind.MetOnArrival) && (@case.Has(MilestoneKind.Booked) || @case.Has(MilestoneKind.Departed));
}
