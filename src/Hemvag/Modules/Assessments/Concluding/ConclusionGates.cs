using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Assessments.Concluding;

/// <summary>The needs are assessed, or the person does not want to (S1.24, S4.7).</summary>
internal sealed class NeedsAssessedGate() : ConclusionGate(GateKind.NeedsAssessed, AssessmentPart.Needs, CaseLinks.Needs);

/// <summary>The health is assessed, or the person does not want to (S4.7).</summary>
internal sealed class HealthAssessedGate() : ConclusionGate(GateKind.HealthAssessed, AssessmentPart.Health, CaseLinks.Health);

/// <summary>What the latest conclusion says to a gate: both answers meet it, since nothing is forced.</summary>
internal abstract class ConclusionGate(GateKind kind, AssessmentPart part, string page) : Gate<AssessmentConclusion?>(kind)
{
    protected override Expression<Func<Case, AssessmentConclusion?>> Looks(GateContext context) =>
        c => context.Db.Set<AssessmentConclusion>().Where(x => x.CaseId == c.Id && x.Part == part).OrderByDescending(x => x.Number).FirstOrDefault();

    protected override GateState State(GateContext context, AssessmentConclusion? seen) =>
        seen switch
        {
            null => new GateState(Kind, false, $"GateDetail.{Kind}.Open", typeof(AssessmentsTexts), page),
            _ => new GateState(
                Kind,
                true,
                $"GateDetail.{Kind}.{(seen.Outcome == ConclusionOutcome.Assessed ? "Met" : "DoesNotWant")}",
                typeof(AssessmentsTexts),
                page,
                Dates.Day(seen.ConcludedOn)
            ),
        };
}
