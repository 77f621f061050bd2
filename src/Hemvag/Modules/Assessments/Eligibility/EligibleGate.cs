using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Assessments.Eligibility;

/// <summary>The latest decision is a yes (S1.41).</summary>
internal sealed class EligibleGate() : Gate<EligibilityDecision?>(GateKind.Eligible)
{
    protected override Expression<Func<Case, EligibilityDecision?>> Looks(GateContext context) =>
        c => context.Db.Set<EligibilityDecision>().Where(d => d.CaseId == c.Id).OrderByDescending(d => d.Number).FirstOrDefault();

    protected override GateState State(GateContext context, EligibilityDecision? seen) =>
        seen switch
        {
            null when context.HappenedBefore(MilestoneKind.EligibilityDecided) => MetBefore(CaseLinks.Eligibility),
            null => Of(false, "GateDetail.Eligible.Undecided"),
            { CanTakePart: false } => Of(false, "GateDetail.Eligible.No", Dates.Day(seen.DecidedOn)) with { SaidNo = true },
            _ => Of(true, "GateDetail.Eligible.Met", Dates.Day(seen.DecidedOn)),
        };

    private static GateState Of(bool met, string detail, params object[] args) =>
        new(GateKind.Eligible, met, detail, typeof(AssessmentsTexts), CaseLinks.Eligibility, args);
}
