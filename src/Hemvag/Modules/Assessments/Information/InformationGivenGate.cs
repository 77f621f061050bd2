using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Assessments.Information;

/// <summary>All topics of the programme version have been told, in one conversation or several (S1.33, S1.42).</summary>
internal sealed class InformationGivenGate() : Gate<List<ConversationHeld>>(GateKind.InformationGiven)
{
    protected override Expression<Func<Case, List<ConversationHeld>>> Looks(GateContext context) =>
        c => context.Db.Set<InformationConversation>().Where(i => i.CaseId == c.Id).Select(i => new ConversationHeld(i.Topics, i.HeldOn)).ToList();

    protected override GateState State(GateContext context, List<ConversationHeld> seen)
    {
        var told = ToldTopics.Of(context.Programme, seen.Select(c => c.Topics));
        return told switch
        {
            { Complete: true } => Of(true, "GateDetail.InformationGiven.Met", Dates.Day(seen.Max(c => c.HeldOn))),
            _ when context.HappenedBefore(MilestoneKind.InformationGiven) => MetBefore(CaseLinks.Information),
            { Told.Count: 0 } => Of(false, "GateDetail.InformationGiven.Nothing"),
            _ => Of(
                false,
                "GateDetail.InformationGiven.Missing",
                told.Missing.Count,
                context.Programme.Information.Count,
                string.Join(", ", told.Missing.Select(t => t.Title.Shown))
            ),
        };
    }

    private static GateState Of(bool met, string detail, params object[] args) =>
        new(GateKind.InformationGiven, met, detail, typeof(AssessmentsTexts), CaseLinks.Information, args);
}

/// <summary>What was told on one day.</summary>
internal sealed record ConversationHeld(string Topics, DateOnly HeldOn);
