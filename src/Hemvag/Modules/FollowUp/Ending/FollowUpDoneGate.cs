using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.FollowUp.Ending;

/// <summary>Before closing: the follow-up is over (S1.71).</summary>
internal sealed class FollowUpDoneGate : IGate
{
    public GateKind Kind => GateKind.FollowUpDone;

    public Task<GateState> CheckAsync(GateContext context)
    {
        var met = context.Reached.Contains(MilestoneKind.FollowUpDone);
        var detail = met ? "GateDetail.FollowUpDone.Met" : "GateDetail.FollowUpDone.Open";
        return Task.FromResult(new GateState(Kind, met, detail, typeof(FollowUpTexts), CaseLinks.FollowUp));
    }
}
