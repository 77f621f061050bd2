using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Legs;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.TravelDay;

/// <summary>
/// A stop on the way tells all four who can do something at once, holds the onward legs and asks for a way back. Nothing is cancelled by it.
/// Met, the journey is over for every leg and every alarm.
/// </summary>
internal sealed class OnTheWay : IReactTo<CaseStopped>, IReactTo<CaseResumed>, IReactTo<MilestoneReached>
{
    private static readonly WorkItemKind[] OfTheStop = [WorkItemKind.StoppedOnTheWay, WorkItemKind.PlanWayBack];

    public async Task ReactAsync(CaseStopped happened, CaseWork work)
    {
        if (!work.Reached.Contains(MilestoneKind.Departed) || work.Reached.Contains(MilestoneKind.MetOnArrival))
        {
            return;
        }

        if (await DutyOfficer.AtAsync(work) is { } officer)
        {
            await DutyOfficer.LetInAsync(work, officer);
            await AskAsync(work, WorkItemKind.StoppedOnTheWay, Role.IomCaseworker, IomFinland.Id, officer);
        }

        await AskAsync(work, WorkItemKind.StoppedOnTheWay, Role.IomCaseworker, IomFinland.Id, null);
        if (work.Case.LocalOfficeId is { } office)
        {
            await AskAsync(work, WorkItemKind.StoppedOnTheWay, TravelOrganisations.RoleAt(office), office, null);
        }

        await AskAsync(work, WorkItemKind.StoppedOnTheWay, Role.RegionalCoordinator, work.Case.RegionId, work.Case.HolderId);
        await AskAsync(work, WorkItemKind.PlanWayBack, Role.IomCaseworker, IomFinland.Id, null);
    }

    // Only whoever has spoken with the person resumes: silence counts anew from now, for every leg that was held.
    public async Task ReactAsync(CaseResumed happened, CaseWork work)
    {
        await EndStopAsync(work);
        var legs = await WatchAnew.HoldingAsync(work);
        foreach (var leg in legs)
        {
            leg.HeardAt = work.Now;
        }

        await WatchAnew.FollowAsync(work, [.. legs.Select(l => l.Id)]);
    }

    public async Task ReactAsync(MilestoneReached happened, CaseWork work)
    {
        if (happened.Kind is not (MilestoneKind.Departed or MilestoneKind.MetOnArrival))
        {
            return;
        }

        var legs = await work.Db.Set<Leg>().Where(l => l.CaseId == work.Case.Id && l.State != LegState.Superseded).ToListAsync();
        if (happened.Kind == MilestoneKind.Departed)
        {
            Depart(work, legs);
            await SilenceClimb.EndAsync(work);
            return;
        }

        foreach (var leg in legs.Where(l => l.State == LegState.UnderWay))
        {
            work.Record(leg.Arrive(work.Now));
        }

        await SilenceClimb.EndAsync(work);
        await EndStopAsync(work);
        await DutyOfficer.EndAsync(work);
        await work.DoneAsync(WorkItemKind.JourneyChanged);
    }

    // The departure was recorded by itself and not with a leg: it was the first.
    private static void Depart(CaseWork work, List<Leg> legs)
    {
        if (legs.All(l => l.State == LegState.Planned) && legs.MinBy(l => l.Ordinal) is { } first)
        {
            work.Record(first.Depart(work.Now));
        }
    }

    private static async Task EndStopAsync(CaseWork work)
    {
        foreach (var kind in OfTheStop)
        {
            await work.DoneAsync(kind);
        }
    }

    private static Task AskAsync(CaseWork work, WorkItemKind kind, Role role, Guid organisationId, Guid? accountId) =>
        work.AskAsync(
            new WorkAsked(
                kind,
                Urgency.Safety,
                role,
                organisationId,
                accountId,
                kind == WorkItemKind.PlanWayBack ? LegKeeping.Page : SilenceClimb.Page,
                work.Today
            )
        );
}
