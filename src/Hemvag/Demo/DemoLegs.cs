using Hemvag.Modules.Travel.Checks;
using Hemvag.Modules.Travel.Legs;

namespace Hemvag.Demo;

/// <summary>The legs of an invented journey, and what was looked at before it.</summary>
internal static class DemoLegs
{
    private const string Vienna = "Europe/Vienna";

    /// <param name="arrivalZone">IANA zone of the office that meets the person.</param>
    public static async Task PlanAsync(DemoStageHand hand, string who, Guid caseId, DateOnly departs, string arrivalZone)
    {
        LegWanted[] legs =
        [
            new(
                LegKind.Flight,
                Leg.UsualSilenceMinutes,
                new LegPlan(
                    "Arlanda",
                    "Wien",
                    departs,
                    new TimeOnly(11, 40),
                    "Europe/Stockholm",
                    departs,
                    new TimeOnly(14, 0),
                    Vienna,
                    "OS 318",
                    "KX7T2Q",
                    "En väska, 23 kg",
                    null,
                    "Kafét efter säkerhetskontrollen",
                    "Jourhavande hos IOM"
                )
            ),
            new(
                LegKind.Flight,
                Leg.UsualSilenceMinutes,
                new LegPlan(
                    "Wien",
                    "Hemlandets flygplats",
                    departs,
                    new TimeOnly(20, 15),
                    Vienna,
                    departs.AddDays(1),
                    new TimeOnly(6, 5),
                    arrivalZone,
                    "OS 655",
                    "KX7T2Q",
                    "En väska, 23 kg",
                    null,
                    "Gate F, vid informationen",
                    "Jourhavande hos IOM"
                )
            ),
        ];
        await hand.ActAsync(who, caseId, (scope, handle, id) => scope.GetRequiredService<LegKeeping>().AddAsync(handle, id, legs));
        foreach (var kind in Enum.GetValues<TravelCheckKind>())
        {
            var words = new TravelCheckWords(CheckOutcome.NotNeeded, null, null, null);
            await hand.ActAsync(
                who,
                caseId,
                (scope, handle, id) => scope.GetRequiredService<TravelChecking>().WriteAsync(handle, id, kind, words, 0)
            );
        }
    }
}
