using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.FollowUp.Ending;

/// <summary>Before closing: the follow-up is over (S1.71).</summary>
internal sealed class FollowUpDoneGate() : Gate<bool>(GateKind.FollowUpDone)
{
    protected override Expression<Func<Case, bool>> Looks(GateContext context)
    {
        var reached = context.Reached.Contains(MilestoneKind.FollowUpDone);
        return c => reached;
    }

    protected override GateState State(GateContext context, bool seen)
    {
        var detail = seen ? "GateDetail.FollowUpDone.Met" : "GateDetail.FollowUpDone.Open";
        return new GateState(Kind, seen, detail, typeof(FollowUpTexts), CaseLinks.FollowUp);
    }
}
