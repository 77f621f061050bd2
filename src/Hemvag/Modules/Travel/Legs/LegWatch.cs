using System.Security.Cryptography;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>What should have been told of a leg.</summary>
internal enum LegMoment
{
    Departure,
    Arrival,

    /// <summary>The last leg has arrived: somebody meets the person.</summary>
    Met,
}

/// <summary>
/// When a leg is looked at if nobody has told of it: the agreed minutes after its planned departure and arrival, a little later than that, so
/// that the jobs, which stand in clear, do not tell the minute of a flight.
/// </summary>
internal static class LegWatch
{
    public const string JobKind = "LegSilence";

    /// <summary>Not from the seeds: a planned watch looks at a whole quarter of an hour, or up to as much later.</summary>
    public const int CoarseMinutes = 15;

    public static Task ScheduleAsync(CaseWork work, Leg leg, LegPlan plan) =>
        work.ScheduleAsync(
            At(Coarse(plan.Departs().AddMinutes(leg.SilenceMinutes)), leg, $"{LegMoment.Departure}"),
            At(Coarse(plan.Arrives().AddMinutes(leg.SilenceMinutes)), leg, $"{LegMoment.Arrival}")
        );

    /// <summary>A watch from now on, beside those of the plan.</summary>
    public static Task AgainAsync(CaseWork work, Leg leg, LegMoment moment, DateTime due) =>
        work.ScheduleAsync(At(due, leg, $"{moment}/{work.Now.Ticks}"));

    public static LegMoment MomentOf(Job job) =>
        Enum.GetValues<LegMoment>().First(m => job.DedupeKey.StartsWith(KeyOf(job.SubjectId, $"{m}"), StringComparison.Ordinal));

    public static string KeyOf(Guid legId, string moment) => $"{JobKind}/{legId:N}/{moment}";

    private static DateTime Coarse(DateTime due)
    {
        var coarse = TimeSpan.FromMinutes(CoarseMinutes).Ticks;
        var rounded = new DateTime((due.Ticks + coarse - 1) / coarse * coarse, DateTimeKind.Utc);
        return rounded.AddMinutes(RandomNumberGenerator.GetInt32(CoarseMinutes));
    }

    // An id of another kind of job holds the moment it is due.
    private static Job At(DateTime due, Leg leg, string moment) =>
        new()
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)),
            Kind = JobKind,
            SubjectId = leg.Id,
            DedupeKey = KeyOf(leg.Id, moment),
            RunAt = due,
        };
}
