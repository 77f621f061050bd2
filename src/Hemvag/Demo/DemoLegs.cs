using Hemvag.Data;
using Hemvag.Modules.Travel.Checks;
using Hemvag.Modules.Travel.Costs;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Papers;
using Hemvag.Modules.Travel.TravelDay;
using Hemvag.Modules.Travel.Will;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>A passport that holds, and an embassy whose help the person has said yes to.</summary>
    /// <param name="today">The day the person was asked.</param>
    public static async Task HavePapersAsync(DemoStageHand hand, string who, Guid caseId, DateOnly today)
    {
        var passport = new PaperWords("P 4471902", null, today.AddYears(3), null);
        await hand.ActAsync(
            who,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<PaperKeeping>().AddAsync(handle, id, PaperKind.Passport, PaperState.Has, passport)
        );
        var embassy = new EmbassyWords("Ambassaden i Stockholm", "Konsulära frågor, vardagar 10–12");
        await hand.ActAsync(who, caseId, (scope, handle, id) => scope.GetRequiredService<EmbassyKeeping>().AddAsync(handle, id, embassy));
        await hand.ActAsync(
            who,
            caseId,
            async (scope, handle, id) =>
            {
                var added = await scope.GetRequiredService<HemvagDbContext>().Set<Embassy>().SingleAsync(e => e.CaseId == caseId);
                await scope.GetRequiredService<EmbassyKeeping>().AgreeAsync(handle, id, added.Id, today, AskedHow.InPerson);
            }
        );
    }

    /// <summary>Both flights have landed.</summary>
    public static async Task LandAsync(DemoStageHand hand, string who, Guid caseId)
    {
        for (var ordinal = 1; ordinal <= 2; ordinal++)
        {
            var number = ordinal;
            await hand.ActAsync(
                who,
                caseId,
                async (scope, handle, id) =>
                {
                    var leg = await scope
                        .GetRequiredService<HemvagDbContext>()
                        .Set<Leg>()
                        .SingleAsync(l => l.CaseId == caseId && l.Ordinal == number);
                    await scope.GetRequiredService<TravelDayTaps>().LandedAsync(handle, id, leg.Id);
                }
            );
        }
    }

    /// <summary>The tickets: asked for, approved in advance, and what they cost.</summary>
    public static async Task PayAsync(DemoStageHand hand, string who, string approver, Guid caseId)
    {
        var tickets = new TravelCostWanted(TravelCostKind.Leg, null, new Amount(645_000, "SEK"));
        await hand.ActAsync(who, caseId, (scope, handle, id) => scope.GetRequiredService<TravelSpending>().RequestAsync(handle, id, tickets));
        await hand.ActAsync(
            approver,
            caseId,
            async (scope, handle, id) =>
                await scope.GetRequiredService<TravelSpending>().ApproveAsync(handle, id, await CostAsync(scope, caseId), tickets.Estimate.Minor)
        );
        await hand.ActAsync(
            who,
            caseId,
            async (scope, handle, id) =>
                await scope.GetRequiredService<TravelSpending>().InvoiceAsync(handle, id, await CostAsync(scope, caseId), 639_500, null)
        );
    }

    private static Task<Guid> CostAsync(IServiceProvider scope, Guid caseId) =>
        scope.GetRequiredService<HemvagDbContext>().Set<TravelCost>().Where(c => c.CaseId == caseId).Select(c => c.Id).SingleAsync();
}
