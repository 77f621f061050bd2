using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Assessments.Investigation;

/// <summary>
/// It was asked whether an investigation is open and, when it is, whether the person has been heard (S4.12). Every answer meets it: it informs
/// and never forces.
/// </summary>
internal sealed class InvestigationAskedGate() : Gate<InvestigationRecord?>(GateKind.InvestigationAsked)
{
    protected override Expression<Func<Case, InvestigationRecord?>> Looks(GateContext context) =>
        c => context.Db.Set<InvestigationRecord>().Where(r => r.CaseId == c.Id).OrderByDescending(r => r.Number).FirstOrDefault();

    protected override GateState State(GateContext context, InvestigationRecord? seen) =>
        StateOf(seen?.Investigation, seen?.Heard, seen?.AskedOn ?? default);

    /// <param name="investigation">Null when it was never asked.</param>
    public static GateState StateOf(InvestigationAnswer? investigation, HeardAnswer? heard, DateOnly askedOn) =>
        (investigation, heard) switch
        {
            (null, _) => Of(false, "GateDetail.InvestigationAsked.NotAsked"),
            (InvestigationAnswer.Yes, null) => Of(false, "GateDetail.InvestigationAsked.HeardNotAsked"),
            (InvestigationAnswer.Yes, HeardAnswer.No) => Of(true, "GateDetail.InvestigationAsked.NotHeard", Dates.Day(askedOn)),
            _ => Of(true, "GateDetail.InvestigationAsked.Met", Dates.Day(askedOn)),
        };

    private static GateState Of(bool met, string detail, params object[] args) =>
        new(GateKind.InvestigationAsked, met, detail, typeof(AssessmentsTexts), AssessmentPages.Investigation, args);
}
