using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Investigation;

/// <summary>
/// It was asked whether an investigation is open and, when it is, whether the person has been heard (S4.12). Every answer meets it: it informs
/// and never forces.
/// </summary>
internal sealed class InvestigationAskedGate : IGate
{
    public GateKind Kind => GateKind.InvestigationAsked;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var latest = await context
            .Db.Set<InvestigationRecord>()
            .AsNoTracking()
            .Where(r => r.CaseId == context.Case.Id)
            .OrderByDescending(r => r.Number)
            .FirstOrDefaultAsync();
        return StateOf(latest?.Investigation, latest?.Heard, latest?.AskedOn ?? default);
    }

    /// <param name="investigation">Null when it was never asked.</param>
    public static GateState StateOf(InvestigationAnswer? investigation, HeardAnswer? heard, DateOnly askedOn) =>
        (investigation, heard) switch
        {
            (null, _) => State(false, "GateDetail.InvestigationAsked.NotAsked"),
            (InvestigationAnswer.Yes, null) => State(false, "GateDetail.InvestigationAsked.HeardNotAsked"),
            (InvestigationAnswer.Yes, HeardAnswer.No) => State(true, "GateDetail.InvestigationAsked.NotHeard", Dates.Day(askedOn)),
            _ => State(true, "GateDetail.InvestigationAsked.Met", Dates.Day(askedOn)),
        };

    private static GateState State(bool met, string detail, params object[] args) =>
        new(GateKind.InvestigationAsked, met, detail, typeof(AssessmentsTexts), AssessmentPages.Investigation, args);
}
