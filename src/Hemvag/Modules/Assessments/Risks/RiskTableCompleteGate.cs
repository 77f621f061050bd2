using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>At least one row, and every open row has a measure, someone who answers for it and a date (S1.47).</summary>
internal sealed class RiskTableCompleteGate() : Gate<List<RiskRowState>>(GateKind.RiskTableComplete)
{
    protected override Expression<Func<Case, List<RiskRowState>>> Looks(GateContext context) => RiskRowStates.Of(context);

    protected override GateState State(GateContext context, List<RiskRowState> seen)
    {
        if (seen.Count == 0)
        {
            return Of(false, "GateDetail.RiskTableComplete.Empty", AssessmentPages.NewRisk);
        }

        return RiskTableRules.FirstIncomplete(seen) is { } open
            ? Of(false, $"GateDetail.RiskTableComplete.{open.Lack}", AssessmentPages.RiskOf(open.Row.Id), open.Row.Number, seen.Count)
            : Of(true, "GateDetail.RiskTableComplete.Met", CaseLinks.Risks, seen.Count);
    }

    private static GateState Of(bool met, string detail, string page, params object[] args) =>
        new(GateKind.RiskTableComplete, met, detail, typeof(AssessmentsTexts), page, args);
}
