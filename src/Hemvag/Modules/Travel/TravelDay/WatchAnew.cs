using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Legs;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.TravelDay;

/// <summary>
/// After everything that is told, the journey is watched by what holds then: the next leg's departure or arrival, and after the last one that
/// the person is met. The watches of the plan are spent when they have raised an alarm, or looked at a leg that was late.
/// </summary>
internal static class WatchAnew
{
    /// <param name="besides">Legs that were silent too: each that is ahead still is watched on.</param>
    public static async Task FollowAsync(CaseWork work, IReadOnlyCollection<Guid> besides)
    {
        if (work.Case.ClosedAt is not null || work.Reached.Contains(MilestoneKind.MetOnArrival))
        {
            return;
        }

        var legs = await HoldingAsync(work);
        var next = Next(work.Case, legs);
        foreach (var leg in legs.Where(l => l.Id == next?.Id || (l.IsAhead && besides.Contains(l.Id))))
        {
            await FollowAsync(work, leg);
        }
    }

    /// <summary>The legs that hold, in their order.</summary>
    public static async Task<IReadOnlyList<Leg>> HoldingAsync(CaseWork work) =>
        [.. (await work.Db.Set<Leg>().Where(l => l.CaseId == work.Case.Id).ToListAsync()).Where(l => l.Holds).OrderBy(l => l.Ordinal)];

    /// <summary>The first leg that is not over, and where all are, the last that has arrived.</summary>
    public static Leg? Next(Case @case, IReadOnlyList<Leg> inOrder) =>
        inOrder.FirstOrDefault(l => l.IsAhead && !IsHeldBack(@case, l, MomentOf(l)))
        ?? inOrder.FirstOrDefault(l => l.IsAhead)
        ?? inOrder.LastOrDefault(l => l.State == LegState.Arrived);

    /// <summary>
    /// Nobody travels on by what was planned before a stop, nor is met there. What is planned after it on the way, the way back above all, is
    /// travelled although the case is held.
    /// </summary>
    public static bool IsHeldBack(Case @case, Leg leg, LegMoment moment) =>
        @case.HeldAt is { } held && (leg.State == LegState.Planned || moment == LegMoment.Met) && (!@case.IsUnderWay || leg.PlannedAt < held);

    private static LegMoment MomentOf(Leg leg) =>
        leg.State switch
        {
            LegState.Planned => LegMoment.Departure,
            LegState.UnderWay => LegMoment.Arrival,
            _ => LegMoment.Met,
        };

    // Whoever is on a leg now cannot be asked to have arrived before it has had its time.
    private static DateTime Due(CaseWork work, Leg leg)
    {
        var due = work.Now.AddMinutes(leg.SilenceMinutes);
        var there = leg is { State: LegState.UnderWay, DepartedAt: { } departed } ? departed.AddMinutes(leg.LengthMinutes + leg.SilenceMinutes) : due;
        return there > due ? there : due;
    }

    private static async Task FollowAsync(CaseWork work, Leg leg)
    {
        var (moment, due) = (MomentOf(leg), Due(work, leg));
        var key = LegWatch.KeyOf(leg.Id, $"{moment}");
        // One that has looked already comes back within a quarter of an hour: whatever is due later has not.
        var waits = await work
            .Db.Set<Job>()
            .AnyAsync(j =>
                j.Kind == LegWatch.JobKind
                && j.SubjectId == leg.Id
                && j.DoneAt == null
                && j.DeadAt == null
                && j.RunAt > due
                && j.DedupeKey.StartsWith(key)
            );
        if (!waits)
        {
            await LegWatch.AgainAsync(work, leg, moment, due);
        }
    }
}
