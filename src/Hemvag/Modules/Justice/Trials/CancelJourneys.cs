using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Justice.Trials;

/// <summary>
/// Help with journeys is not wanted any more: nothing waits for it, and whoever has said that it is arranged is asked to undo it.
/// </summary>
internal static class CancelJourneys
{
    /// <param name="proceedingId">Null for those of every proceeding.</param>
    public static async Task AheadAsync(CaseWork work, Guid? proceedingId = null)
    {
        foreach (var journey in await OpenAsync(work))
        {
            if (proceedingId is null || journey.ProceedingId == proceedingId)
            {
                await OneAsync(work, journey);
            }
        }
    }

    /// <exception cref="Data.RefusedException">JourneyHelpOver.</exception>
    public static async Task OneAsync(CaseWork work, JourneyHelp journey)
    {
        work.Record(journey.Cancel(work.Now));
        await work.DoneAsync(WorkItemKind.PlanJourneyHelp, journey.Id);
        await work.DoneAsync(WorkItemKind.HelpWithJourney, journey.Id);
        if (journey.PlannedAt is not null)
        {
            await work.AskAsync(Undo(work, journey, Role.IomCaseworker, IomFinland.Id));
        }

        if (journey.OfficeReadyAt is not null && work.Case.LocalOfficeId is { } office)
        {
            await work.AskAsync(Undo(work, journey, Role.LocalOfficeWorker, office));
        }
    }

    /// <summary>Those that lie ahead. What a past one needed has been done, or has not.</summary>
    public static Task<List<JourneyHelp>> OpenAsync(CaseWork work)
    {
        var today = work.Today;
        return work
            .Db.Set<JourneyHelp>()
            .Where(j => j.CaseId == work.Case.Id && j.CancelledAt == null && j.TravelsOn >= today)
            .OrderBy(j => j.TravelsOn)
            .ThenBy(j => j.Id)
            .ToListAsync();
    }

    private static WorkAsked Undo(CaseWork work, JourneyHelp journey, Role role, Guid organisationId) =>
        new(WorkItemKind.UndoJourneyHelp, Urgency.Date, role, organisationId, null, JusticePages.JourneyOf(journey.Id), work.Today, journey.Id);
}

/// <summary>
/// A stop: help that nobody has arranged is not asked for any more. What is arranged is held like other bookings and not undone before the
/// person has been reached.
/// </summary>
internal sealed class HoldJourneysWhenStopped : IReactTo<CaseStopped>
{
    public async Task ReactAsync(CaseStopped happened, CaseWork work)
    {
        foreach (var journey in await CancelJourneys.OpenAsync(work))
        {
            if (journey.PlannedAt is null && journey.OfficeReadyAt is null)
            {
                await CancelJourneys.OneAsync(work, journey);
                continue;
            }

            await work.DoneAsync(WorkItemKind.PlanJourneyHelp, journey.Id);
            await work.DoneAsync(WorkItemKind.HelpWithJourney, journey.Id);
            // The office is asked to hold what it does by every stop.
            if (journey.PlannedAt is not null)
            {
                await work.AskAsync(
                    new WorkAsked(
                        WorkItemKind.HoldBookings,
                        Urgency.Safety,
                        Role.IomCaseworker,
                        IomFinland.Id,
                        await NamedPerson.AtAsync(work, IomFinland.Id, Role.IomCaseworker),
                        JusticePages.JourneyOf(journey.Id),
                        work.Today,
                        journey.Id
                    )
                );
            }
        }
    }
}
