using Hemvag.Jobs;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>When a leg is looked at if nobody has told of it: the agreed minutes after its planned departure and arrival.</summary>
internal static class LegWatch
{
    public const string JobKind = "LegSilence";

    public static async Task ScheduleAsync(CaseWork work, Leg leg, LegPlan plan)
    {
        await ScheduleAsync(work, leg, "Departure", plan.Departs());
        await ScheduleAsync(work, leg, "Arrival", plan.Arrives());
    }

    /// <summary>Somebody has heard of the person: silence counts from now.</summary>
    public static Task AgainAsync(CaseWork work, Leg leg) =>
        work.ScheduleAsync(
            Job.At(
                work.Now.AddMinutes(leg.SilenceMinutes),
                JobKind,
                leg.Id,
                $"{JobKind}/{leg.Id:N}/{(leg.State == LegState.Planned ? "Departure" : "Arrival")}/{work.Now.Ticks}"
            )
        );

    private static Task ScheduleAsync(CaseWork work, Leg leg, string moment, DateTime planned) =>
        work.ScheduleAsync(Job.At(planned.AddMinutes(leg.SilenceMinutes), JobKind, leg.Id, $"{JobKind}/{leg.Id:N}/{moment}"));
}
