using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Eligibility;

/// <summary>Decides whether the person can take part, as often as it is decided anew.</summary>
internal sealed class EligibilityDecisions(CaseOperations operations)
{
    /// <summary>Not from the seeds: days until the person has been told of a no.</summary>
    private const int DaysToTell = 7;

    /// <summary>A yes moves the case on and stands still while it is held; a no can always be recorded.</summary>
    /// <exception cref="RefusedException">What <see cref="DecisionRules"/> refuses; DateInFuture, DateTooEarly; for a yes what the milestone refuses.</exception>
    public Task<bool> DecideAsync(CaseHandle handle, Guid operationId, bool canTakePart, DateOnly decidedOn, EligibilityReasons reasons) =>
        operations.RunAsync(
            handle,
            operationId,
            canTakePart ? "DecideEligible" : "DecideNotEligible",
            canTakePart ? OperationNature.Act : OperationNature.Fact,
            async work =>
            {
                DecisionRules.Require(work.Programme.Eligibility, canTakePart, reasons, decidedOn);
                work.Days.Require(decidedOn, "Input.DecidedOn");
                await AddAsync(work, canTakePart, decidedOn, reasons);
                if (canTakePart && !work.Reached.Contains(MilestoneKind.EligibilityDecided))
                {
                    await work.ReachAsync(MilestoneKind.EligibilityDecided, decidedOn);
                }

                await work.DoneAsync(WorkItemKind.DecideEligibility);
                await FollowAsync(work, canTakePart);
            }
        );

    /// <summary>A no ends nothing by itself: the person is told, with what is offered instead, and someone closes the case.</summary>
    private static Task FollowAsync(CaseWork work, bool canTakePart) =>
        canTakePart
            ? work.DoneAsync(WorkItemKind.TellNotEligible)
            : work.AskAsync(
                new WorkAsked(
                    WorkItemKind.TellNotEligible,
                    Urgency.Date,
                    Role.RegionalCoordinator,
                    work.Case.RegionId,
                    work.Case.HolderId,
                    CaseLinks.Close,
                    work.Today.AddDays(DaysToTell)
                )
            );

    private static async Task AddAsync(CaseWork work, bool canTakePart, DateOnly decidedOn, EligibilityReasons reasons)
    {
        var last = await work.Db.Set<EligibilityDecision>().Where(d => d.CaseId == work.Case.Id).MaxAsync(d => (int?)d.Number) ?? 0;
        var decision = new EligibilityDecision
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            Number = last + 1,
            CanTakePart = canTakePart,
            DecidedOn = decidedOn,
            DecidedBy = work.Account!.Id,
            RecordedAt = work.Now,
        };
        var kept = canTakePart ? reasons with { OfferedInstead = null } : reasons;
        var record = await work.SealAsync(Compartment.Protection, EligibilityReasons.SubjectOf(decision.Id), kept, null);
        work.Db.Add(decision);
        work.Record(new EligibilityDecisionMade(decision.Id, decision.Number, canTakePart, decidedOn, record.Id));
    }
}
