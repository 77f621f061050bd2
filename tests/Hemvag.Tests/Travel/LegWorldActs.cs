using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Travel.Checks;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Tests.Travel;

/// <summary>What people do with the legs of a journey, through the real services.</summary>
internal static class LegWorldActs
{
    /// <summary>A flight between two places on a day; times are "09:10-12:25", the later on the same day.</summary>
    public static LegWanted Flight(DateOnly day, string times, string zones = "Europe/Stockholm-Europe/Vienna", int daysLater = 0)
    {
        var (at, zone) = (times.Split('-'), zones.Split('-'));
        return new LegWanted(
            LegKind.Flight,
            Leg.UsualSilenceMinutes,
            new LegPlan(
                "Arlanda",
                "Wien",
                day,
                TimeOnly.Parse(at[0], System.Globalization.CultureInfo.InvariantCulture),
                zone[0],
                day.AddDays(daysLater),
                TimeOnly.Parse(at[1], System.Globalization.CultureInfo.InvariantCulture),
                zone[1],
                "OS 318",
                "KX7T2Q",
                null,
                null,
                "Kafét",
                null
            )
        );
    }

    public static Task OpenTravelAsync(this TravelWorld world, CurrentAccount account, Guid caseId) =>
        world.ActAsync<CaseOpenings>(account, caseId, (s, h) => s.OpenAsync(h, world.NewId(), Compartment.Travel, "travel"));

    public static Task AddLegsAsync(this TravelWorld world, Guid caseId, params LegWanted[] legs) =>
        world.ActAsync<LegKeeping>(world.Caseworker, caseId, (s, h) => s.AddAsync(h, world.NewId(), legs));

    public static Task<List<Leg>> LegsAsync(this TravelWorld world, Guid caseId) =>
        world.ReadAsync(db => db.Set<Leg>().AsNoTracking().Where(l => l.CaseId == caseId).OrderBy(l => l.Ordinal).ThenBy(l => l.Id).ToListAsync());

    public static Task CheckAsync(this TravelWorld world, Guid caseId, TravelCheckKind check, CheckOutcome outcome, int version = 0) =>
        world.ActAsync<TravelChecking>(
            world.Caseworker,
            caseId,
            (s, h) =>
                s.WriteAsync(
                    h,
                    world.NewId(),
                    check,
                    new TravelCheckWords(outcome, outcome == CheckOutcome.Done ? world.Today() : null, null, "Viskas"),
                    version
                )
        );
}
