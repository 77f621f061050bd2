using Hemvag.Data;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>A leg with what is sealed about it.</summary>
internal sealed record PlannedLeg(Leg Leg, LegPlan Plan);

/// <summary>The legs of a journey in the order of their departure. Times are compared as moments, whatever the zones.</summary>
internal static class Itinerary
{
    /// <summary>Not from the seeds: a change of less than this is pointed out.</summary>
    public static readonly TimeSpan ShortConnection = TimeSpan.FromMinutes(60);

    /// <summary>Refuses a leg that leaves before another has arrived, or arrives after another has left.</summary>
    /// <exception cref="RefusedException">LegsOverlap.</exception>
    public static void RequireRoom(LegPlan plan, IEnumerable<PlannedLeg> others)
    {
        if (others.Any(o => plan.Departs() < o.Plan.Arrives() && o.Plan.Departs() < plan.Arrives()))
        {
            throw new RefusedException(TravelRefusals.LegsOverlap, "Input.DepartsAt");
        }
    }

    public static IReadOnlyList<PlannedLeg> InOrder(IEnumerable<PlannedLeg> legs) => [.. legs.OrderBy(l => l.Plan.Departs()).ThenBy(l => l.Leg.Id)];

    /// <summary>The legs after a late arrival that leave without the person.</summary>
    public static IReadOnlyList<PlannedLeg> Missed(PlannedLeg changed, IEnumerable<PlannedLeg> legs) =>
        [.. legs.Where(l => l.Leg.Ordinal > changed.Leg.Ordinal && l.Leg.IsAhead && l.Plan.Departs() < changed.Plan.Arrives())];

    /// <summary>The time to change to each leg, by the leg's id; none for the first.</summary>
    public static IReadOnlyDictionary<Guid, TimeSpan> Connections(IReadOnlyList<PlannedLeg> inOrder) =>
        inOrder.Zip(inOrder.Skip(1)).ToDictionary(p => p.Second.Leg.Id, p => p.Second.Plan.Departs() - p.First.Plan.Arrives());
}
