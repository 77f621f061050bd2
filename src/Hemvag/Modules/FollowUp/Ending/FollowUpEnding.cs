using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Ending;

/// <summary>Records that the follow-up is over, with what is still open seen.</summary>
internal sealed class FollowUpEnding(CaseOperations operations)
{
    private const int DaysToClose = 7;

    /// <exception cref="RefusedException">FollowUpNotStarted, MonthsNotOver, OpenThingsNotSeen, DateInFuture, MilestoneAlreadyReached.</exception>
    public Task EndAsync(CaseHandle handle, Guid operationId, FollowUpEndGround ground, DateOnly endedOn, bool seenOpen) =>
        operations.RunAsync(
            handle,
            operationId,
            "EndFollowUp",
            OperationNature.Fact,
            async work =>
            {
                var arrival =
                    await ContactPlan.ArrivalAsync(work.Db, work.Case.Id) ?? throw new RefusedException(FollowUpRefusals.FollowUpNotStarted);
                var last = arrival.AddMonths(work.Programme.FollowUp.Months);
                if (ground == FollowUpEndGround.MonthsOver && endedOn < last)
                {
                    throw new RefusedException(FollowUpRefusals.MonthsNotOver, "End.EndedOn", Dates.Day(last, year: true));
                }

                if (endedOn > work.Today)
                {
                    throw new RefusedException(CaseRefusals.DateInFuture, "End.EndedOn");
                }

                var stillOpen = await StillOpenAsync(work.Db, work.Case.Id);
                if (stillOpen > 0 && !seenOpen)
                {
                    throw new RefusedException(CaseRefusals.OpenThingsNotSeen, "End.SeenOpen");
                }

                await FinishAsync(work, ground, endedOn, stillOpen, handle.Account.Id);
            }
        );

    /// <summary>Contacts missed and never held, and requests for more support that nobody has answered.</summary>
    public static async Task<int> StillOpenAsync(HemvagDbContext db, Guid caseId) =>
        await db.Set<FollowUpContact>().CountAsync(c => c.CaseId == caseId && c.State == ContactState.Missed)
        + await db.Set<WorkItem>().CountAsync(w => w.CaseId == caseId && w.DoneAt == null && w.Kind == WorkItemKind.MoreSupportAsked);

    public static Task AskForEvaluationAsync(CaseWork work) =>
        work.AskAsync(
            new WorkAsked(
                WorkItemKind.EvaluateCase,
                Urgency.Date,
                Role.IomCaseworker,
                IomFinland.Id,
                null,
                CaseLinks.Evaluation,
                work.Today.AddDays(DaysToClose)
            )
        );

    private static async Task FinishAsync(CaseWork work, FollowUpEndGround ground, DateOnly endedOn, int stillOpen, Guid by)
    {
        var wished = ground == FollowUpEndGround.NoMoreContactWanted;
        await ContactPlan.CancelFromAsync(
            work,
            wished ? ContactCancelReason.AtPersonsWish : ContactCancelReason.FollowUpDone,
            DateOnly.MinValue,
            missedToo: wished
        );
        work.Db.Add(
            new FollowUpEnd
            {
                Id = work.NewId(),
                CaseId = work.Case.Id,
                Ground = ground,
                EndedOn = endedOn,
                RecordedAt = work.Now,
                RecordedBy = by,
                StillOpen = stillOpen,
            }
        );
        work.Record(new FollowUpEnded(ground, endedOn, stillOpen));
        await work.ReachAsync(MilestoneKind.FollowUpDone, endedOn);
        if (work.Programme.Milestones.Any(m => m.Kind == MilestoneKind.Evaluated))
        {
            await AskForEvaluationAsync(work);
        }

        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.CloseCase,
                Urgency.Date,
                Role.RegionalCoordinator,
                work.Case.RegionId,
                work.Case.HolderId,
                CaseLinks.Close,
                work.Today.AddDays(DaysToClose)
            )
        );
    }
}
