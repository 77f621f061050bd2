using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Concluding;

/// <summary>The needs are assessed, or the person does not want to (S1.24, S4.7).</summary>
internal sealed class NeedsAssessedGate : IGate
{
    public GateKind Kind => GateKind.NeedsAssessed;

    public Task<GateState> CheckAsync(GateContext context) => LatestConclusion.StateAsync(context, Kind, AssessmentPart.Needs, CaseLinks.Needs);
}

/// <summary>The health is assessed, or the person does not want to (S4.7).</summary>
internal sealed class HealthAssessedGate : IGate
{
    public GateKind Kind => GateKind.HealthAssessed;

    public Task<GateState> CheckAsync(GateContext context) => LatestConclusion.StateAsync(context, Kind, AssessmentPart.Health, CaseLinks.Health);
}

/// <summary>What the latest conclusion says to a gate: both answers meet it, since nothing is forced.</summary>
internal static class LatestConclusion
{
    public static async Task<GateState> StateAsync(GateContext context, GateKind kind, AssessmentPart part, string page)
    {
        var latest = await context
            .Db.Set<AssessmentConclusion>()
            .AsNoTracking()
            .Where(c => c.CaseId == context.Case.Id && c.Part == part)
            .OrderByDescending(c => c.Number)
            .FirstOrDefaultAsync();
        return latest switch
        {
            null => new GateState(kind, false, $"GateDetail.{kind}.Open", typeof(AssessmentsTexts), page),
            _ => new GateState(
                kind,
                true,
                $"GateDetail.{kind}.{(latest.Outcome == ConclusionOutcome.Assessed ? "Met" : "DoesNotWant")}",
                typeof(AssessmentsTexts),
                page,
                Dates.Day(latest.ConcludedOn)
            ),
        };
    }
}
