using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>Every open risk that is high with its measure (or before it, while that is not assessed) has a named owner, a measure and a date.</summary>
internal sealed class HighRisksOwnedGate : IGate
{
    public GateKind Kind => GateKind.HighRisksOwned;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var rows = await RiskRowStates.OfAsync(context);
        if (RiskTableRules.FirstUnownedHigh(rows) is { } open)
        {
            return State(false, $"GateDetail.HighRisksOwned.{open.Lack}", AssessmentPages.RiskOf(open.Row.Id), open.Row.Number, rows.Count);
        }

        var high = rows.Count(r => r is { IsOpen: true, Current: RiskLevel.High });
        return high == 0
            ? State(true, "GateDetail.HighRisksOwned.None", CaseLinks.Risks)
            : State(true, "GateDetail.HighRisksOwned.Met", CaseLinks.Risks, high);
    }

    private static GateState State(bool met, string detail, string page, params object[] args) =>
        new(GateKind.HighRisksOwned, met, detail, typeof(AssessmentsTexts), page, args);
}
