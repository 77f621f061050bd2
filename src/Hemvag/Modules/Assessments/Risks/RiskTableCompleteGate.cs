using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>At least one row, and every open row has a measure, someone who answers for it and a date (S1.47).</summary>
internal sealed class RiskTableCompleteGate : IGate
{
    public GateKind Kind => GateKind.RiskTableComplete;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var rows = await RiskRowStates.OfAsync(context);
        if (rows.Count == 0)
        {
            return State(false, "GateDetail.RiskTableComplete.Empty", AssessmentPages.NewRisk);
        }

        return RiskTableRules.FirstIncomplete(rows) is { } open
            ? State(false, $"GateDetail.RiskTableComplete.{open.Lack}", AssessmentPages.RiskOf(open.Row.Id), open.Row.Number, rows.Count)
            : State(true, "GateDetail.RiskTableComplete.Met", CaseLinks.Risks, rows.Count);
    }

    private static GateState State(bool met, string detail, string page, params object[] args) =>
        new(GateKind.RiskTableComplete, met, detail, typeof(AssessmentsTexts), page, args);
}
