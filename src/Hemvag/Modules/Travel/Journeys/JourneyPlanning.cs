using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Modules.Travel.Will;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Journeys;

/// <summary>Plans the journey and keeps the one task that follows the day: ask the person on the day of travel.</summary>
internal sealed class JourneyPlanning(CaseOperations operations)
{
    /// <param name="shownVersion">The version the form had shown: 0 for a first plan.</param>
    /// <exception cref="Data.RefusedException">What <see cref="JourneyPlan.Check"/> refuses; CaseHeld; SectionChanged.</exception>
    public Task PlanAsync(CaseHandle handle, Guid operationId, JourneyPlan plan, int shownVersion) =>
        operations.RunAsync(
            handle,
            operationId,
            "PlanJourney",
            OperationNature.Act,
            async work =>
            {
                plan.Check();
                var journey = await FindOrAddAsync(work);
                journey.DepartureZone = plan.DepartureZone;
                journey.ArrivesDaysLater = plan.ArrivesOn.DayNumber - plan.DepartsOn.DayNumber;
                journey.PlannedAt = work.Now;
                var written = await work.SealAsync(Compartment.Travel, JourneyPlan.Subject, plan, shownVersion);
                work.Record(new JourneyPlanned(journey.Id, written.Id, written.Version));
                if (work.Case.IsUnderWay)
                {
                    await JourneyChange.TellAsync(work);
                    await TravelMilestones.MeetOnAsync(work, plan.ArrivesOn);
                }
                else if (!work.Reached.Contains(MilestoneKind.Departed))
                {
                    await BeforeTheDayAsync(work, journey.Id, plan.DepartsOn);
                }
            }
        );

    private static async Task<Journey> FindOrAddAsync(CaseWork work)
    {
        var journey = await work.Db.Set<Journey>().FirstOrDefaultAsync(j => j.CaseId == work.Case.Id);
        if (journey is null)
        {
            journey = new Journey
            {
                Id = work.NewId(),
                CaseId = work.Case.Id,
                DepartureZone = "",
                ArrivesDaysLater = 0,
                PlannedAt = work.Now,
            };
            work.Db.Add(journey);
        }

        return journey;
    }

    // Legs of another day are not this journey's: they are planned anew.
    private static async Task BeforeTheDayAsync(CaseWork work, Guid journeyId, DateOnly departsOn)
    {
        if (await WillRules.DepartsOnAsync(work.Db, work.Case.Id) is { } before && before != departsOn)
        {
            await JourneyChange.CancelAheadAsync(work);
        }

        await AskOnTheDayAsync(work, journeyId, departsOn);
        await Arranging.AskAgainAsync(work);
    }

    /// <summary>Asks the holder to ask the person on the day.</summary>
    public static async Task AskOnTheDayAsync(CaseWork work, Guid journeyId, DateOnly departsOn)
    {
        await work.DoneAsync(WorkItemKind.ReconfirmWill);
        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.ReconfirmWill,
                Urgency.Date,
                Role.RegionalCoordinator,
                work.Case.RegionId,
                work.Case.HolderId,
                "travel/will",
                departsOn,
                journeyId
            )
        );
    }
}
