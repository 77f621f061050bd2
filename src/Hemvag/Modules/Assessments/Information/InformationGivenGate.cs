using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Information;

/// <summary>All topics of the programme version have been told, in one conversation or several (S1.33, S1.42).</summary>
internal sealed class InformationGivenGate : IGate
{
    public GateKind Kind => GateKind.InformationGiven;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var conversations = await context
            .Db.Set<InformationConversation>()
            .AsNoTracking()
            .Where(c => c.CaseId == context.Case.Id)
            .Select(c => new { c.Topics, c.HeldOn })
            .ToListAsync();
        var told = ToldTopics.Of(context.Programme, conversations.Select(c => c.Topics));
        return told switch
        {
            { Complete: true } => State(true, "GateDetail.InformationGiven.Met", Dates.Day(conversations.Max(c => c.HeldOn))),
            { Told.Count: 0 } => State(false, "GateDetail.InformationGiven.Nothing"),
            _ => State(
                false,
                "GateDetail.InformationGiven.Missing",
                told.Missing.Count,
                context.Programme.Information.Count,
                string.Join(", ", told.Missing.Select(t => t.Title.Shown))
            ),
        };
    }

    private static GateState State(bool met, string detail, params object[] args) =>
        new(GateKind.InformationGiven, met, detail, typeof(AssessmentsTexts), CaseLinks.Information, args);
}
