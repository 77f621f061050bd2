using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>A decision on a child's support.</summary>
/// <param name="Shown">The decision that counted when the form was shown; null for none.</param>
internal sealed record SupportOrder(bool Gets, DateOnly On, string? Reasons, Guid? Shown);

/// <summary>
/// Decides for each child whether it gets half of every category: yes or no, with reasons, after the assessment (S1.70, S3.28). That it is
/// IOM Finland's caseworker who decides is not from the seeds. A new decision is a new row; with a yes the lines are opened by the money's module.
/// </summary>
internal sealed class DecidingSupport(CaseOperations operations)
{
    /// <exception cref="RefusedException">ChildNotAssessed, ChildDoesNotTravel, ChildReasonMissing, SupportHasEnded, DateInFuture, DateTooEarly, SectionChanged; what the money refuses.</exception>
    public Task DecideAsync(CaseHandle handle, Guid operationId, Guid childId, SupportOrder order) =>
        operations.RunAsync(
            handle,
            operationId,
            "DecideChildSupport",
            OperationNature.Act,
            async work =>
            {
                var child = await ChildRows.FindAsync(work, childId);
                await RequireAsync(work, child, order.On);
                var why = GivenReason.Require(order.Reasons, "Decision.Reasons");
                var before = await ChildRows.DecisionsAsync(work, childId);
                ShownBefore.Require(order.Shown, ChildDecision.Last(before)?.Id);
                var decision = new ChildDecision
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    ChildId = childId,
                    Gets = order.Gets,
                    DecidedOn = order.On,
                    RecordedAt = work.Now,
                    RecordedBy = handle.Account.Id,
                };
                work.Db.Add(decision);
                var record = await work.SealAsync(Compartment.Protection, decision.Subject, new ChildSaidPayload(why), null);
                child.Decide(ChildDecision.Last(before.Append(decision))!.Gets);
                work.Record(new ChildSupportDecided(childId, decision.Id, order.Gets, order.On, record.Id));
                work.Record(new ChildEntitlementStands(childId, child.IsEntitled));
                await ChildRows.AskForMissingAsync(work);
            }
        );

    private static async Task RequireAsync(CaseWork work, AccompanyingChild child, DateOnly on)
    {
        work.Days.Require(on, "Decision.On");
        if (!child.TravelsAlong)
        {
            throw new RefusedException(ChildrenRefusals.ChildDoesNotTravel);
        }

        // A version without an inventory of needs has nothing to wait for.
        var assesses = work.Programme.Milestones.Any(m => m.Gates.Contains(GateKind.NeedsAssessed));
        if (assesses && !(await work.GateAsync(GateKind.NeedsAssessed)).Met)
        {
            throw new RefusedException(ChildrenRefusals.ChildNotAssessed);
        }
    }
}
