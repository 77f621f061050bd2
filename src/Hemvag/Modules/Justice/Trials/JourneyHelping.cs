using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Justice.Trials;

/// <summary>The legs of a journey, as they are asked for.</summary>
internal sealed record JourneyWanted(DateOnly OutwardOn, DateOnly? ReturnOn, JourneyHelpPayload Outward, JourneyHelpPayload Return);

/// <summary>Asks for help with a journey, without a reason: of IOM Finland, and of the office on the spot where it sees the case.</summary>
internal sealed class JourneyHelping(JusticeOperations operations)
{
    /// <exception cref="RefusedException">CaseHeld, JusticeConsentMissing, TrialNotWanted, JourneyInThePast, ReturnBeforeOutward, CaseClosed.</exception>
    public Task AskAsync(CaseHandle handle, Guid operationId, Guid proceedingId, JourneyWanted wanted) =>
        operations.RunAsync(
            handle,
            operationId,
            "AskForJourneyHelp",
            async work =>
            {
                if (work.Case.HeldAt is not null)
                {
                    // Nobody travels on a held case.
                    throw new RefusedException(CaseRefusals.CaseHeld);
                }

                await JusticeConsent.RequireAsync(work);
                var proceeding = await TrialService.InSwedenAsync(work, proceedingId);
                var part = await work.Db.Set<TrialPart>().FirstOrDefaultAsync(t => t.ProceedingId == proceeding.Id);
                if (part is not { Wish: TrialWish.TakesPartInPerson })
                {
                    throw new RefusedException(JusticeRefusals.TrialNotWanted);
                }

                if (wanted.OutwardOn < work.Today)
                {
                    throw new RefusedException(JusticeRefusals.JourneyInThePast, "Journey.OutwardOn");
                }

                if (wanted.ReturnOn < wanted.OutwardOn)
                {
                    throw new RefusedException(JusticeRefusals.ReturnBeforeOutward, "Journey.ReturnOn");
                }

                await AddAsync(work, proceeding.Id, JourneyLeg.Outward, wanted.OutwardOn, wanted.Outward);
                if (wanted.ReturnOn is { } back)
                {
                    await AddAsync(work, proceeding.Id, JourneyLeg.Return, back, wanted.Return);
                }
            }
        );

    /// <exception cref="RefusedException">JourneyHelpOver, CaseClosed.</exception>
    public Task ReadyAsync(CaseHandle handle, Guid operationId, Guid journeyId) =>
        operations.RunAsync(
            handle,
            operationId,
            "AnswerJourneyHelp",
            async work =>
            {
                var byOffice = handle.Roles.Contains(Role.LocalOfficeWorker);
                var journey = await work.Db.Set<JourneyHelp>().FirstAsync(j => j.Id == journeyId && j.CaseId == work.Case.Id);
                work.Record(journey.Ready(byOffice, work.Now));
                await work.DoneAsync(byOffice ? WorkItemKind.HelpWithJourney : WorkItemKind.PlanJourneyHelp, journey.Id);
            }
        );

    /// <exception cref="RefusedException">JourneyHelpOver, CaseClosed.</exception>
    public Task CancelAsync(CaseHandle handle, Guid operationId, Guid proceedingId, Guid journeyId) =>
        operations.RunAsync(
            handle,
            operationId,
            "CancelJourneyHelp",
            async work =>
            {
                var journey = await work
                    .Db.Set<JourneyHelp>()
                    .FirstAsync(j => j.Id == journeyId && j.ProceedingId == proceedingId && j.CaseId == work.Case.Id);
                work.Record(journey.Cancel(work.Now));
                await work.DoneAsync(WorkItemKind.PlanJourneyHelp, journey.Id);
                await work.DoneAsync(WorkItemKind.HelpWithJourney, journey.Id);
            }
        );

    private static async Task AddAsync(CaseWork work, Guid proceedingId, JourneyLeg leg, DateOnly on, JourneyHelpPayload places)
    {
        var journey = new JourneyHelp
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            ProceedingId = proceedingId,
            Leg = leg,
            TravelsOn = on,
        };
        work.Db.Add(journey);
        var record = await work.SealAsync(Compartment.Travel, journey.Subject, places, 0);
        work.Record(new JourneyHelpAsked(journey.Id, leg, on, record.Id));
        await work.AskAsync(Asked(WorkItemKind.PlanJourneyHelp, Role.IomCaseworker, IomFinland.Id, journey));
        if (work.Case.LocalOfficeId is { } office && await work.Seers.SeesAsync(office, Role.LocalOfficeWorker))
        {
            await work.AskAsync(Asked(WorkItemKind.HelpWithJourney, Role.LocalOfficeWorker, office, journey));
        }
    }

    private static WorkAsked Asked(WorkItemKind kind, Role role, Guid organisationId, JourneyHelp journey) =>
        new(kind, Urgency.Date, role, organisationId, null, JusticePages.Journey(journey.Id), journey.TravelsOn, journey.Id);
}
