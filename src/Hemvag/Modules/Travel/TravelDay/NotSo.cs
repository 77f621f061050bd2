using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Modules.Travel.Will;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.TravelDay;

/// <summary>What was told last on the way: one tap can move a leg and a milestone.</summary>
/// <param name="At">UTC.</param>
/// <param name="Milestone">Departed or MetOnArrival; null where a leg alone was told of.</param>
/// <param name="Leg">Null where a milestone alone was.</param>
internal sealed record ToldLast(DateTime At, MilestoneKind? Milestone, Leg? Leg)
{
    /// <returns>Null while nothing has been told.</returns>
    public static ToldLast? Of(IReadOnlyCollection<Leg> legs, IReadOnlyCollection<CaseMilestone> milestones)
    {
        var at = legs.SelectMany(l => new[] { l.DepartedAt, l.ArrivedAt }).Concat(milestones.Select(m => (DateTime?)m.RecordedAt)).Max();
        return at is not { } last
            ? null
            : new ToldLast(
                last,
                milestones.Where(m => m.RecordedAt == last).MaxBy(m => m.Kind)?.Kind,
                legs.FirstOrDefault(l => l.DepartedAt == last || l.ArrivedAt == last)
            );
    }
}

/// <summary>
/// A wrong tap on the day of travel: what was told last was not so. It is a fact like the others, recorded whatever is held; both stay in the
/// trail, and whoever travels is watched again.
/// </summary>
internal sealed class NotSo(CaseOperations operations)
{
    /// <summary>The facts that end or begin the watch.</summary>
    public static readonly MilestoneKind[] Milestones = [MilestoneKind.Departed, MilestoneKind.MetOnArrival];

    /// <param name="shown">When what the page had shown as told last was told, in ticks of UTC.</param>
    /// <exception cref="RefusedException">NotSoReasonMissing, SectionChanged, CaseClosed; those of <see cref="MilestoneTakingBack"/>.</exception>
    public Task TakeBackAsync(CaseHandle handle, Guid operationId, long shown, NotSoReason? reason) =>
        operations.RunAsync(
            handle,
            operationId,
            "TakeBackTravelFact",
            OperationNature.Fact,
            async work =>
            {
                var why = reason ?? throw new RefusedException(TravelRefusals.NotSoReasonMissing, "NotSoReason");
                var legs = await WatchAnew.HoldingAsync(work);
                var milestones = await work.Db.Set<CaseMilestone>().Where(m => m.CaseId == work.Case.Id && Milestones.Contains(m.Kind)).ToListAsync();
                if (ToldLast.Of(legs, milestones) is not { } last || last.At.Ticks != shown)
                {
                    throw new RefusedException(CaseRefusals.SectionChanged);
                }

                if (last.Milestone is { } kind)
                {
                    await MilestoneTakingBack.TakeBackAsync(work, kind, why);
                    await FollowAsync(work, kind);
                }

                foreach (var taken in legs.Select(l => l.TakeBack(last.At, why)).OfType<LegTakenBack>())
                {
                    work.Record(taken);
                }

                await WatchAnew.FollowAsync(work, []);
            }
        );

    // What was asked because of it is not asked any more, and what was asked before it is asked again.
    private static async Task FollowAsync(CaseWork work, MilestoneKind kind)
    {
        if (kind == MilestoneKind.MetOnArrival)
        {
            foreach (var asked in new[] { WorkItemKind.RecordOnwardJourney, WorkItemKind.OpenEntitlements, WorkItemKind.ConfirmTakingOver })
            {
                await work.DoneAsync(asked);
            }

            await TravelMilestones.AskToMeetAsync(work);
            return;
        }

        await work.DoneAsync(WorkItemKind.MeetOnArrival);
        await work.DoneAsync(WorkItemKind.TravelledWhileHeld);
        var day = await WillRules.DepartsOnAsync(work.Db, work.Case.Id);
        if (
            day is { } planned
            && !WillRules.HoldsForTravel(await WillRules.NewestAsync(work.Db, work.Case.Id), planned)
            && await work.Db.Set<Journey>().FirstOrDefaultAsync(j => j.CaseId == work.Case.Id) is { } journey
        )
        {
            await JourneyPlanning.AskOnTheDayAsync(work, journey.Id, planned);
        }
    }
}
