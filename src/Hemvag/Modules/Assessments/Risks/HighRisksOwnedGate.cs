using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>Every open risk that is high with its measure (or before it, while that is not assessed) has a named owner, a measure and a date.</summary>
internal sealed class HighRisksOwnedGate() : Gate<List<RiskRowState>>(GateKind.HighRisksOwned)
{
    protected override Expression<Func<Case, List<RiskRowState>>> Looks(GateContext context) => RiskRowStates.Of(context);

    protected override GateState State(GateContext context, List<RiskRowState> seen)
    {
        if (RiskTableRules.FirstUnownedHigh(seen) is { } open)
        {
            return Of(false, $"GateDetail.HighRisksOwned.{open.Lack}", AssessmentPages.RiskOf(open.Row.Id), open.Row.Number, seen.Count);
        }

        var high = seen.Count(r => r is { IsOpen: true, Current: RiskLevel.High });
        return high == 0
            ? Of(true, "GateDetail.HighRisksOwned.None", CaseLinks.Risks)
            : Of(true, "GateDetail.HighRisksOwned.Met", CaseLinks.Risks, high);
    }

    private static GateState Of(bool met, string detail, string page, params object[] args) =>
        new(GateKind.HighRisksOwned, met, detail, typeof(AssessmentsTexts), page, args);
}
