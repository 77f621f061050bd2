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
internal sealed class JourneyHelping(JusticeOperations operations, CaseOperations cases)
{
    /// <exception cref="RefusedException">CaseHeld, JusticeConsentMissing, TrialNotWanted, JourneyInThePast, ReturnBeforeOutward, CaseClosed.</exception>
    public Task AskAsync(CaseHandle handle, Guid operationId, Guid proceedingId, JourneyWanted wanted) =>
        operations.RunAsync(
            handle,
            operationId,
            "AskForJourneyHelp",
            async work =>
            {
                RequireNotHeld(work);
                await JusticeConsent.RequireAsync(work);
                var proceeding = await TrialService.InSwedenAsync(work, proceedingId);
                var part = await work.Db.Set<TrialPart>().FirstOrDefaultAsync(t => t.ProceedingId == proceeding.Id);
                if (part is not { Wish: TrialWish.TakesPartInPerson })
                {
                    throw new RefusedException(JusticeRefusals.TrialNotWanted);
                }

                if (wanted.OutwardOn < work.Today)
                {
                    throw new RefusedException(JusticeRefusals.JourneyInThePast, "NewJourney.OutwardOn");
                }

                if (wanted.ReturnOn < wanted.OutwardOn)
                {
                    throw new RefusedException(JusticeRefusals.ReturnBeforeOutward, "NewJourney.ReturnOn");
                }

                await AddAsync(work, proceeding.Id, JourneyLeg.Outward, wanted.OutwardOn, wanted.Outward);
                if (wanted.ReturnOn is { } back)
                {
                    await AddAsync(work, proceeding.Id, JourneyLeg.Return, back, wanted.Return);
                }
            }
        );

    /// <summary>What waits for the reader's own side is arranged. IOM Finland answers for the office too where what the office was asked has fallen to it.</summary>
    /// <exception cref="RefusedException">CaseHeld, JourneyHelpOver, ThreadNotOpen, CaseClosed.</exception>
    public Task ReadyAsync(CaseHandle handle, Guid operationId, Guid journeyId) =>
        operations.RunAsync(
            handle,
            operationId,
            "AnswerJourneyHelp",
            async work =>
            {
                RequireNotHeld(work);
                var journey = await work.Db.Set<JourneyHelp>().FirstAsync(j => j.Id == journeyId && j.CaseId == work.Case.Id);
                var sides = await WaitingFor(work.Db, handle, journey.Id)
                    .Where(w => w.Kind == WorkItemKind.HelpWithJourney || w.Kind == WorkItemKind.PlanJourneyHelp)
                    .Select(w => w.Kind)
                    .Distinct()
                    .ToListAsync();
                if (sides.Count == 0)
                {
                    throw new RefusedException(JusticeRefusals.JourneyHelpOver);
                }

                foreach (var side in sides.Order())
                {
                    work.Record(journey.Ready(side == WorkItemKind.HelpWithJourney, work.Now));
                    await work.DoneAsync(side, journey.Id);
                }
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
                await CancelJourneys.OneAsync(work, journey);
            }
        );

    /// <summary>The reader's own side has undone what it had arranged: a fact, also after the thread has ended or the case is closed.</summary>
    /// <exception cref="RefusedException">JourneyHelpOver when nothing waits to be undone there.</exception>
    public Task UndoneAsync(CaseHandle handle, Guid operationId, Guid journeyId) =>
        cases.RunAsync(
            handle,
            operationId,
            "UndoJourneyHelp",
            OperationNature.Steering,
            async work =>
            {
                var items = await WaitingFor(work.Db, handle, journeyId).Where(w => w.Kind == WorkItemKind.UndoJourneyHelp).ToListAsync();
                if (items.Count == 0)
                {
                    throw new RefusedException(JusticeRefusals.JourneyHelpOver);
                }

                // The other side's own stays open.
                foreach (var item in items)
                {
                    (item.DoneAt, item.DoneBy) = (work.Now, handle.Account.Id);
                    work.Record(new WorkItemDone(item.Id, item.Kind));
                }

                work.Record(new JourneyHelpUndone(journeyId));
            }
        );

    /// <summary>What is open for a journey and waits for the reader's organisation in a role that the reader has in the case.</summary>
    public static IQueryable<WorkItem> WaitingFor(HemvagDbContext db, CaseHandle handle, Guid journeyId)
    {
        var (caseId, organisation, roles) = (handle.CaseId, handle.Account.OrganisationId, handle.Roles.ToList());
        return db.Set<WorkItem>()
            .Where(w => w.CaseId == caseId && w.SubjectId == journeyId && w.DoneAt == null)
            .Where(w => w.OrganisationId == organisation && roles.Contains(w.Role));
    }

    private static void RequireNotHeld(CaseWork work)
    {
        if (work.Case.HeldAt is not null)
        {
            // Nobody travels on a held case.
            throw new RefusedException(CaseRefusals.CaseHeld);
        }
    }

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
        // Whoever helps by the consent to access to justice alone may not open Travel, where the rest of the way home stands too.
        await work.SealAsync(Compartment.Justice, journey.SubjectForThread, places, 0);
        work.Record(new JourneyHelpAsked(journey.Id, leg, on, record.Id));
        await work.AskAsync(Asked(WorkItemKind.PlanJourneyHelp, Role.IomCaseworker, IomFinland.Id, journey));
        if (work.Case.LocalOfficeId is { } office && await work.Seers.SeesAsync(office, Role.LocalOfficeWorker))
        {
            await work.AskAsync(Asked(WorkItemKind.HelpWithJourney, Role.LocalOfficeWorker, office, journey));
        }
    }

    private static WorkAsked Asked(WorkItemKind kind, Role role, Guid organisationId, JourneyHelp journey) =>
        new(kind, Urgency.Date, role, organisationId, null, JusticePages.JourneyOf(journey.Id), journey.TravelsOn, journey.Id);
}
