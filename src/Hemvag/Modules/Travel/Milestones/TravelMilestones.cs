using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Milestones;

/// <summary>Records what moves the journey: two acts behind gates, three facts that are recorded whatever is open (S1.53-S1.60).</summary>
internal sealed class TravelMilestones(CaseOperations operations)
{
    /// <summary>The field of the form that holds the day.</summary>
    public const string OccurredOn = CaseWork.OccurredOn;

    public static readonly IReadOnlyList<MilestoneKind> All =
    [
        MilestoneKind.Booked,
        MilestoneKind.ReadyToTravel,
        MilestoneKind.Departed,
        MilestoneKind.MetOnArrival,
        MilestoneKind.OnwardJourneyDone,
    ];

    public static bool IsAct(MilestoneKind kind) => kind is MilestoneKind.Booked or MilestoneKind.ReadyToTravel;

    /// <summary>What an account must be allowed to do in the case to set the milestone.</summary>
    public static CaseAction ActionFor(MilestoneKind kind) =>
        kind switch
        {
            MilestoneKind.Booked or MilestoneKind.ReadyToTravel => CaseAction.ArrangeTravel,
            MilestoneKind.Departed => CaseAction.RecordDeparture,
            _ => CaseAction.RecordArrival,
        };

    /// <exception cref="RefusedException">CaseHeld, GateOpen, MilestoneTooEarly, MilestoneAlreadyReached, DateInFuture, DateTooEarly.</exception>
    public Task ActAsync(CaseHandle handle, Guid operationId, MilestoneKind kind, DateOnly occurredOn) =>
        operations.RunAsync(
            handle,
            operationId,
            kind.ToString(),
            OperationNature.Act,
            async work =>
            {
                CheckDay(work, occurredOn);
                await work.ReachAsync(kind, occurredOn);
            }
        );

    /// <summary>Records a fact on an open and on a held case alike; open gates are kept with it and chased.</summary>
    /// <exception cref="RefusedException">MilestoneAlreadyReached, CaseClosed; those of <see cref="FactDays"/>.</exception>
    public Task RecordAsync(CaseHandle handle, Guid operationId, MilestoneKind kind, DateOnly occurredOn) =>
        operations.RunAsync(
            handle,
            operationId,
            kind.ToString(),
            OperationNature.Fact,
            async work =>
            {
                await work.ReachAsync(kind, occurredOn);
                await FollowAsync(work, kind, occurredOn);
            }
        );

    /// <summary>The day of a milestone was wrong. What waits by that day waits by the right one.</summary>
    /// <param name="shown">The day that the form had shown.</param>
    /// <exception cref="RefusedException">MilestoneNotReached, SectionChanged, NothingToCorrect, DateTooEarly, CaseClosed; those of <see cref="FactDays"/>.</exception>
    public Task CorrectAsync(
        CaseHandle handle,
        Guid operationId,
        MilestoneKind kind,
        DateOnly? shown,
        DateOnly occurredOn,
        CorrectionReason reason
    ) =>
        operations.RunAsync(
            handle,
            operationId,
            "CorrectMilestoneDay",
            OperationNature.Fact,
            async work =>
            {
                if (IsAct(kind))
                {
                    CheckDay(work, occurredOn);
                }

                await MilestoneCorrecting.CorrectAsync(work, kind, shown, occurredOn, reason, OccurredOn);
                await MoveAsync(work, kind, occurredOn);
            }
        );

    /// <summary>The person has left, told by what happens with a leg: the fact and what follows from it.</summary>
    public static async Task DepartAsync(CaseWork work, DateOnly occurredOn)
    {
        await work.ReachAsync(MilestoneKind.Departed, occurredOn);
        await FollowAsync(work, MilestoneKind.Departed, occurredOn);
    }

    /// <summary>On the way the journey was changed: whoever meets the person does so on another day.</summary>
    public static async Task MeetOnAsync(CaseWork work, DateOnly day)
    {
        await work.DoneAsync(WorkItemKind.MeetOnArrival);
        await AskArrivalAsync(work, WorkItemKind.MeetOnArrival, Urgency.Safety, day);
    }

    /// <summary>The person had not been met: whoever meets them does so still.</summary>
    public static async Task AskToMeetAsync(CaseWork work)
    {
        var departed = await work
            .Db.Set<CaseMilestone>()
            .Where(m => m.CaseId == work.Case.Id && m.Kind == MilestoneKind.Departed)
            .Select(m => (DateOnly?)m.OccurredOn)
            .FirstOrDefaultAsync();
        if (departed is { } on)
        {
            await AskToMeetAsync(work, on);
        }
    }

    /// <summary>Only acts: they are done in the case.</summary>
    private static void CheckDay(CaseWork work, DateOnly occurredOn) => work.Days.RequireWithin(occurredOn, OccurredOn);

    private static async Task FollowAsync(CaseWork work, MilestoneKind kind, DateOnly occurredOn)
    {
        if (kind == MilestoneKind.Departed)
        {
            await AfterDepartureAsync(work, occurredOn);
        }
        else if (kind == MilestoneKind.MetOnArrival)
        {
            await work.DoneAsync(WorkItemKind.MeetOnArrival);
            await work.DoneAsync(WorkItemKind.ReconfirmWill);
            if (Lacks(work, MilestoneKind.OnwardJourneyDone))
            {
                await AskOnwardAsync(work, occurredOn);
            }
        }
        else
        {
            await work.DoneAsync(WorkItemKind.RecordOnwardJourney);
        }
    }

    private static async Task MoveAsync(CaseWork work, MilestoneKind kind, DateOnly occurredOn)
    {
        if (kind == MilestoneKind.Departed && !work.Reached.Contains(MilestoneKind.MetOnArrival))
        {
            await work.DoneAsync(WorkItemKind.MeetOnArrival);
            await AskToMeetAsync(work, occurredOn);
        }
        else if (kind == MilestoneKind.MetOnArrival && Lacks(work, MilestoneKind.OnwardJourneyDone))
        {
            await work.DoneAsync(WorkItemKind.RecordOnwardJourney);
            await AskOnwardAsync(work, occurredOn);
        }
    }

    // A version without the milestone asks nobody for it.
    private static bool Lacks(CaseWork work, MilestoneKind kind) => new MilestoneTable(work.Programme).Has(kind) && !work.Reached.Contains(kind);

    private static Task AskOnwardAsync(CaseWork work, DateOnly metOn) =>
        AskArrivalAsync(work, WorkItemKind.RecordOnwardJourney, Urgency.Date, metOn.AddDays(1));

    private static async Task AskToMeetAsync(CaseWork work, DateOnly departedOn)
    {
        var daysLater = await work.Db.Set<Journey>().Where(j => j.CaseId == work.Case.Id).Select(j => (int?)j.ArrivesDaysLater).FirstOrDefaultAsync();
        await AskArrivalAsync(work, WorkItemKind.MeetOnArrival, Urgency.Safety, departedOn.AddDays(daysLater ?? 0));
    }

    private static async Task AfterDepartureAsync(CaseWork work, DateOnly departedOn)
    {
        await work.DoneAsync(WorkItemKind.ReconfirmWill);
        if (!work.Reached.Contains(MilestoneKind.MetOnArrival))
        {
            await AskToMeetAsync(work, departedOn);
        }

        if (work.Case.HeldAt is not null)
        {
            await TellOfTravelWhileHeldAsync(work);
        }
    }

    private static async Task TellOfTravelWhileHeldAsync(CaseWork work)
    {
        var asked = new WorkAsked(
            WorkItemKind.TravelledWhileHeld,
            Urgency.Safety,
            Role.RegionalCoordinator,
            work.Case.RegionId,
            work.Case.HolderId,
            CaseLinks.Travel,
            work.Today
        );
        await work.AskAsync(asked);
        await work.AskAsync(asked with { Role = Role.IomCaseworker, OrganisationId = IomFinland.Id, AccountId = null });
    }

    /// <summary>Where no office is in the case, IOM Finland must find out.</summary>
    private static Task AskArrivalAsync(CaseWork work, WorkItemKind kind, Urgency urgency, DateOnly dueOn)
    {
        var office = work.Case.LocalOfficeId ?? IomFinland.Id;
        var page =
            $"{CaseLinks.Travel}/milestones/{(kind == WorkItemKind.MeetOnArrival ? MilestoneKind.MetOnArrival : MilestoneKind.OnwardJourneyDone)}";
        return work.AskAsync(new WorkAsked(kind, urgency, TravelOrganisations.RoleAt(office), office, null, page, dueOn));
    }
}
