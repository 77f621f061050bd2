using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>
/// What whoever meets the person reads of the legs: how the person comes, from the last border on. Where the person lived in Sweden, who goes
/// with them there, what was planned before and the way back are not told in the country the person comes to.
/// </summary>
internal static class ArrivalSight
{
    private const string NotTold = "–";

    /// <summary>Whether the account reads no more than that.</summary>
    public static bool Bounds(CaseHandle handle) => !handle.Roles.Any(r => r is Role.IomCaseworker or Role.RegionalCoordinator);

    /// <param name="plans">All of them, by subject.</param>
    public static IReadOnlyDictionary<string, LegPlan> Of(IEnumerable<Leg> legs, IReadOnlyDictionary<string, LegPlan> plans)
    {
        var there = legs.Where(l => l.Holds && !l.IsWayBack && plans.ContainsKey(l.Subject))
            .OrderBy(l => l.Ordinal)
            .Select(l => new PlannedLeg(l, plans[l.Subject]))
            .ToList();
        if (there.Count == 0)
        {
            return new Dictionary<string, LegPlan>();
        }

        var (home, goal) = (there[0].Plan.DepartureZone, there[^1].Plan.ArrivalZone);
        var border = there.FindLastIndex(l => l.Plan.DepartureZone != goal);
        return there
            .Skip(border < 0 ? there.Count - 1 : border)
            .ToDictionary(l => l.Leg.Subject, l => l.Plan.DepartureZone == home ? WithoutHome(l) : l.Plan, StringComparer.Ordinal);
    }

    // An airport is where everyone leaves from; a car leaves from a door.
    private static LegPlan WithoutHome(PlannedLeg leg) =>
        leg.Plan with
        {
            From = leg.Leg.Kind == LegKind.Flight ? leg.Plan.From : NotTold,
            Companions = null,
            WaitingPlace = null,
            WhoToCall = null,
        };
}
