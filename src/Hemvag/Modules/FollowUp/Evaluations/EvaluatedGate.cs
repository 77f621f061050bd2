using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.FollowUp.Evaluations;

/// <summary>Before closing, where the version asks for it: the case has been evaluated (S3.30).</summary>
internal sealed class EvaluatedGate() : Gate<bool>(GateKind.Evaluated)
{
    protected override Expression<Func<Case, bool>> Looks(GateContext context)
    {
        var reached = context.Reached.Contains(MilestoneKind.Evaluated);
        return c => reached;
    }

    protected override GateState State(GateContext context, bool seen) =>
        new(Kind, seen, seen ? "GateDetail.Evaluated.Met" : "GateDetail.Evaluated.Open", typeof(FollowUpTexts), CaseLinks.Evaluation);
}
