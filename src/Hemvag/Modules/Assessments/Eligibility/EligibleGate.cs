using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Eligibility;

/// <summary>The latest decision is a yes (S1.41).</summary>
internal sealed class EligibleGate : IGate
{
    public GateKind Kind => GateKind.Eligible;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var latest = await context
            .Db.Set<EligibilityDecision>()
            .AsNoTracking()
            .Where(d => d.CaseId == context.Case.Id)
            .OrderByDescending(d => d.Number)
            .FirstOrDefaultAsync();
        return latest switch
        {
            null => State(false, "GateDetail.Eligible.Undecided"),
            { CanTakePart: false } => State(false, "GateDetail.Eligible.No", Dates.Day(latest.DecidedOn)),
            _ => State(true, "GateDetail.Eligible.Met", Dates.Day(latest.DecidedOn)),
        };
    }

    private static GateState State(bool met, string detail, params object[] args) =>
        new(GateKind.Eligible, met, detail, typeof(AssessmentsTexts), CaseLinks.Eligibility, args);
}
