using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Modules.Travel.Will;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Tests.Travel;

/// <summary>What people do with a journey, through the real services.</summary>
internal static class JourneyWorldActs
{
    public static DateOnly Today(this TravelWorld world) => DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime);

    /// <summary>A case whose person said yes this morning, with everything booked and ready.</summary>
    public static async Task<Guid> ReadyCaseAsync(this TravelWorld world)
    {
        var caseId = await world.PlannedCaseAsync();
        foreach (var part in Enum.GetValues<TravelArrangementKind>())
        {
            var flights = part == TravelArrangementKind.Flights;
            var decision = new ArrangementDecision(
                part,
                flights ? ArrangementNeed.Needed : ArrangementNeed.NotNeeded,
                flights ? TravelWorld.IomFinland : null,
                null,
                null,
                0
            );
            await world.ActAsync<Arranging>(world.Caseworker, caseId, (s, h) => s.DecideAsync(h, world.NewId(), decision));
        }

        await world.ActAsync<Arranging>(
            world.Caseworker,
            caseId,
            (s, h) => s.AnswerAsync(h, world.NewId(), TravelArrangementKind.Flights, true, null)
        );
        await world.MoveJourneyAsync(caseId, world.Today(), 0);
        await world.SaysAsync(caseId, WillWord.Yes);
        foreach (var act in new[] { MilestoneKind.Booked, MilestoneKind.ReadyToTravel })
        {
            await world.ActAsync<TravelMilestones>(world.Caseworker, caseId, (s, h) => s.ActAsync(h, world.NewId(), act, world.Today()));
        }

        return caseId;
    }

    public static Task SaysAsync(this TravelWorld world, Guid caseId, WillWord word) =>
        world.ActAsync<WillAsking>(
            world.Coordinator,
            caseId,
            (s, h) => s.RecordAsync(h, world.NewId(), new WillAskedInput(world.Today(), word, AskedHow.InPerson, "ro", null, null))
        );

    public static Task MoveJourneyAsync(this TravelWorld world, Guid caseId, DateOnly day, int version) =>
        world.ActAsync<JourneyPlanning>(
            world.Caseworker,
            caseId,
            (s, h) => s.PlanAsync(h, world.NewId(), new JourneyPlan(day, null, "Europe/Stockholm", day, null, "Europe/Chisinau", null, null), version)
        );

    public static Task HappenedAsync(this TravelWorld world, CurrentAccount by, Guid caseId, MilestoneKind fact, DateOnly? on = null) =>
        world.ActAsync<TravelMilestones>(by, caseId, (s, h) => s.RecordAsync(h, world.NewId(), fact, on ?? world.Today()));

    public static Task<string> RefusedFactAsync(this TravelWorld world, CurrentAccount by, Guid caseId, MilestoneKind fact, DateOnly on) =>
        world.RefusedAsync<TravelMilestones>(by, caseId, (s, h) => s.RecordAsync(h, world.NewId(), fact, on));

    public static async Task<string> CorrectAsync(this TravelWorld world, CurrentAccount by, Guid caseId, MilestoneKind kind, DateOnly to)
    {
        var shown = await world.ReadAsync(db =>
            db.Set<CaseMilestone>().Where(m => m.CaseId == caseId && m.Kind == kind).Select(m => (DateOnly?)m.OccurredOn).FirstOrDefaultAsync()
        );
        return await world.RefusedAsync<TravelMilestones>(
            by,
            caseId,
            (s, h) => s.CorrectAsync(h, world.NewId(), kind, shown, to, CorrectionReason.Mistyped)
        );
    }

    public static Task<CaseMilestone> MilestoneAsync(this TravelWorld world, Guid caseId, MilestoneKind kind) =>
        world.ReadAsync(db => db.Set<CaseMilestone>().AsNoTracking().SingleAsync(m => m.CaseId == caseId && m.Kind == kind));
}
