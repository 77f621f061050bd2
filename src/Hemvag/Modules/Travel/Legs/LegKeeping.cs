using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Modules.Travel.TravelDay;
using Hemvag.Modules.Travel.Will;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>A leg as the caseworker wants it.</summary>
/// <param name="SilenceMinutes">How long after a planned time without a word someone is asked.</param>
/// <param name="IsWayBack">It leads back after a stop on the way.</param>
internal sealed record LegWanted(LegKind Kind, int SilenceMinutes, LegPlan Plan, bool IsWayBack = false);

/// <summary>Plans, changes and cancels the legs of a journey. What was planned before stays with the reason.</summary>
internal sealed class LegKeeping(CaseOperations operations, CaseVault vault)
{
    public const string Page = CaseLinks.Travel + "/legs";

    public static string PageOf(Guid legId) => $"{Page}/{legId:D}";

    /// <exception cref="RefusedException">JourneyMissing, TravelNotOpen, LegsOverlap, LegNotOnJourneyDay, JourneyTooLong, CaseHeld; those of <see cref="LegPlan.Check"/>.</exception>
    public Task AddAsync(CaseHandle handle, Guid operationId, params IReadOnlyList<LegWanted> wanted) =>
        operations.RunAsync(
            handle,
            operationId,
            "PlanLeg",
            NatureIn(handle),
            async work =>
            {
                var legs = (await HoldingAsync(work, handle)).ToList();
                var added = new List<(Leg Leg, Guid RecordId)>();
                foreach (var one in wanted)
                {
                    one.Plan.Check();
                    Itinerary.RequireRoom(one.Plan, Beside(legs, one));
                    var (leg, recordId) = await AddRowAsync(work, handle, one, null);
                    legs.Add(leg);
                    added.Add((leg.Leg, recordId));
                }

                await PutInOrderAsync(work, legs);
                added.ForEach(a => Record(work, a.Leg, a.RecordId));
                if (wanted.Any(w => w.IsWayBack))
                {
                    await work.DoneAsync(WorkItemKind.PlanWayBack);
                }

                if (work.Case.IsUnderWay)
                {
                    await TellOfChangeAsync(work);
                }
            }
        );

    /// <summary>Another leg takes the place of one. After a missed connection the later legs that leave too early fall away with it.</summary>
    /// <exception cref="RefusedException">LegReasonMissing, LegOver, and those of <see cref="AddAsync"/>.</exception>
    public Task ReplaceAsync(CaseHandle handle, Guid operationId, Guid legId, LegChange? reason, LegWanted wanted) =>
        operations.RunAsync(
            handle,
            operationId,
            "ChangeLeg",
            NatureIn(handle),
            async work =>
            {
                if (reason is not (LegChange.Changed or LegChange.MissedConnection))
                {
                    throw new RefusedException(TravelRefusals.LegReasonMissing, "Reason");
                }

                wanted.Plan.Check();
                var legs = (await HoldingAsync(work, handle)).ToList();
                var before = Find(legs, legId);
                work.Record(before.Leg.Supersede(reason.Value, work.Now));
                legs.Remove(before);
                if (reason == LegChange.MissedConnection)
                {
                    foreach (var missed in Itinerary.Missed(before with { Plan = wanted.Plan }, legs))
                    {
                        work.Record(missed.Leg.Supersede(LegChange.MissedConnection, work.Now));
                        legs.Remove(missed);
                    }
                }

                Itinerary.RequireRoom(wanted.Plan, Beside(legs, wanted));
                var (added, recordId) = await AddRowAsync(work, handle, wanted, legId);
                if (reason == LegChange.Changed)
                {
                    added.Leg.GoesOnFrom(before.Leg);
                }

                await PutInOrderAsync(work, [.. legs, added]);
                Record(work, added.Leg, recordId);
                await TellOfChangeAsync(work);
            }
        );

    /// <exception cref="RefusedException">LegOver, TravelNotOpen, CaseHeld.</exception>
    public Task CancelAsync(CaseHandle handle, Guid operationId, Guid legId) =>
        operations.RunAsync(
            handle,
            operationId,
            "CancelLeg",
            NatureIn(handle),
            async work =>
            {
                var legs = (await HoldingAsync(work, handle)).ToList();
                var cancelled = Find(legs, legId);
                work.Record(cancelled.Leg.Supersede(LegChange.Cancelled, work.Now));
                legs.Remove(cancelled);
                await PutInOrderAsync(work, legs);
                await TellOfChangeAsync(work);
                if (work.Case.IsUnderWay)
                {
                    await WatchAnew.FollowAsync(work, []);
                }
            }
        );

    /// <summary>Whoever is asked has seen that the journey was changed.</summary>
    /// <param name="shown">The leg that was planned last of those that were shown; null where none was.</param>
    /// <exception cref="RefusedException">AnswerNotYours where others are asked, SectionChanged when it was changed again, CaseClosed.</exception>
    public Task AcknowledgeAsync(CaseHandle handle, Guid operationId, Guid? shown) =>
        operations.RunAsync(
            handle,
            operationId,
            "AcknowledgeLegs",
            OperationNature.Fact,
            async work =>
            {
                var mine = (await work.WaitingAsync())
                    .Where(w => w.Kind == WorkItemKind.JourneyChanged && w.OrganisationId == handle.Account.OrganisationId)
                    .ToList();
                if (mine.Count == 0)
                {
                    throw new RefusedException(TravelRefusals.AnswerNotYours);
                }

                var legs = await work.Db.Set<Leg>().AsNoTracking().Where(l => l.CaseId == work.Case.Id).ToListAsync();
                if (LegsView.NewestOf(legs) != shown)
                {
                    throw new RefusedException(CaseRefusals.SectionChanged);
                }

                work.Record(new LegsAcknowledged(handle.Account.OrganisationId));
                mine.ForEach(work.Done);
            }
        );

    // On the way a change is care for someone who travels, whatever is held.
    private static OperationNature NatureIn(CaseHandle handle) => handle.Case.IsUnderWay ? OperationNature.Fact : OperationNature.Act;

    // Held legs are not travelled while the way back is: the two need not fit each other.
    private static IEnumerable<PlannedLeg> Beside(IEnumerable<PlannedLeg> legs, LegWanted wanted) =>
        legs.Where(l => l.Leg.State != LegState.Planned || l.Leg.IsWayBack == wanted.IsWayBack);

    private static PlannedLeg Find(IEnumerable<PlannedLeg> legs, Guid legId) =>
        legs.FirstOrDefault(l => l.Leg.Id == legId) ?? throw new RefusedException(TravelRefusals.LegOver);

    // The others' times are read to be compared with, under the opening of whoever plans.
    private async Task<IReadOnlyList<PlannedLeg>> HoldingAsync(CaseWork work, CaseHandle handle)
    {
        var legs = await work.Db.Set<Leg>().Where(l => l.CaseId == work.Case.Id && l.State != LegState.Superseded).ToListAsync();
        if (legs.Count == 0)
        {
            return [];
        }

        if (handle.Opened is not { } opened || !opened.Covers(Compartment.Travel))
        {
            throw new RefusedException(TravelRefusals.TravelNotOpen);
        }

        var plans = (await vault.ReadAllAsync<LegPlan>(work.Db, opened, Compartment.Travel, LegPlan.SubjectPrefix)).ToDictionary(
            p => p.Subject,
            p => p.Value,
            StringComparer.Ordinal
        );
        return [.. legs.Where(l => plans.ContainsKey(l.Subject)).Select(l => new PlannedLeg(l, plans[l.Subject]))];
    }

    private static async Task<(PlannedLeg Added, Guid RecordId)> AddRowAsync(CaseWork work, CaseHandle handle, LegWanted wanted, Guid? replaces)
    {
        var leg = new Leg
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            Ordinal = 1,
            Kind = wanted.Kind,
            SilenceMinutes = wanted.SilenceMinutes,
            LengthMinutes = (int)Math.Ceiling((wanted.Plan.Arrives() - wanted.Plan.Departs()).TotalMinutes),
            IsWayBack = wanted.IsWayBack,
            ReplacesId = replaces,
            PlannedAt = work.Now,
            PlannedBy = handle.Account.Id,
        };
        work.Db.Add(leg);
        var record = await work.SealAsync(Compartment.Travel, leg.Subject, wanted.Plan, 0);
        await LegWatch.ScheduleAsync(work, leg, wanted.Plan);
        return (new PlannedLeg(leg, wanted.Plan), record.Id);
    }

    private static void Record(CaseWork work, Leg leg, Guid recordId) =>
        work.Record(new LegPlanned(leg.Id, leg.Ordinal, leg.Kind, leg.ReplacesId, recordId));

    // The day of departure stands on the journey, since the person is asked on it; the legs say on which day the person arrives.
    private static async Task PutInOrderAsync(CaseWork work, IReadOnlyList<PlannedLeg> legs)
    {
        var journey =
            await work.Db.Set<Journey>().FirstOrDefaultAsync(j => j.CaseId == work.Case.Id)
            ?? throw new RefusedException(TravelRefusals.JourneyMissing);
        var inOrder = Itinerary.InOrder(legs);
        for (var i = 0; i < inOrder.Count; i++)
        {
            inOrder[i].Leg.Ordinal = i + 1;
        }

        var there = inOrder.Where(l => !l.Leg.IsWayBack).ToList();
        if (there.Count == 0)
        {
            return;
        }

        var departed = await DepartedOnAsync(work);
        var day = departed ?? await WillRules.DepartsOnAsync(work.Db, work.Case.Id) ?? there[0].Plan.DepartsOn;
        var daysLater = there[^1].Plan.ArrivesOn.DayNumber - day.DayNumber;
        if (departed is null)
        {
            RequireThatDay(journey, there[0], day, daysLater);
        }

        if (journey.ArrivesDaysLater != daysLater)
        {
            journey.ArrivesDaysLater = daysLater;
            if (work.Case.IsUnderWay)
            {
                await TravelMilestones.MeetOnAsync(work, day.AddDays(daysLater));
            }
        }
    }

    // The person is asked on the day the journey begins. On the way a journey takes as long as it takes.
    private static void RequireThatDay(Journey journey, PlannedLeg first, DateOnly day, int daysLater)
    {
        if (LocalDates.Today(first.Plan.Departs(), journey.DepartureZone) != day)
        {
            throw new RefusedException(TravelRefusals.LegNotOnJourneyDay, "Input.DepartsOn");
        }

        if (daysLater > JourneyPlan.LongestDays)
        {
            throw new RefusedException(TravelRefusals.JourneyTooLong, "Input.ArrivesOn", JourneyPlan.LongestDays);
        }
    }

    private static Task<DateOnly?> DepartedOnAsync(CaseWork work) =>
        work
            .Db.Set<CaseMilestone>()
            .Where(m => m.CaseId == work.Case.Id && m.Kind == MilestoneKind.Departed)
            .Select(m => (DateOnly?)m.OccurredOn)
            .FirstOrDefaultAsync();

    // Before the journey whoever has confirmed is asked again; on the way whoever meets the person is told at once.
    private static async Task TellOfChangeAsync(CaseWork work)
    {
        await Arranging.AskAgainAsync(work);
        if (work.Case.IsUnderWay)
        {
            await JourneyChange.TellAsync(work);
        }
    }
}
