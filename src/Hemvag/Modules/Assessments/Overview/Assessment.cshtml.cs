using Hemvag.Modules.Assessments.Concluding;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Overview;

/// <summary>One part of the assessment as a line of the overview.</summary>
/// <param name="IsOpen">It waits for someone.</param>
internal sealed record PartLine(string Title, string State, string Path, string Link, bool IsOpen);

/// <summary>The tab: the parts of the assessment, how each stands, and the way there.</summary>
[Needs(CaseAction.SeeAssessment)]
internal sealed class AssessmentModel(AssessmentOverview overview, IStringLocalizer<AssessmentsTexts> texts) : CasePageModel
{
    internal IReadOnlyList<PartLine> Parts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var view = await overview.OfAsync(Handle);
        Parts =
        [
            Eligibility(view),
            Information(view),
            Risks(view),
            Needs(view),
            .. Handle.MayOpen(Compartment.Health) ? [Health(view)] : Array.Empty<PartLine>(),
            .. Handle.MayOpen(Compartment.Justice) ? [Investigation(view)] : Array.Empty<PartLine>(),
        ];
    }

    private PartLine Eligibility(OverviewView view) =>
        view.CanTakePart switch
        {
            null => Line("Eligibility", "Undecided", CaseLinks.Eligibility, isOpen: true),
            true => Line("Eligibility", "Yes", CaseLinks.Eligibility, false, Dates.Day(view.DecidedOn!.Value)),
            false => Line("Eligibility", "No", CaseLinks.Eligibility, false, Dates.Day(view.DecidedOn!.Value)),
        };

    private PartLine Information(OverviewView view)
    {
        var (told, all) = (view.Information.Told.Count, view.Information.Told.Count + view.Information.Missing.Count);
        return view.Information.Complete
            ? Line("Information", "Complete", CaseLinks.Information, false, all)
            : Line("Information", told == 0 ? "Nothing" : "Missing", CaseLinks.Information, true, told, all);
    }

    private PartLine Risks(OverviewView view) =>
        view switch
        {
            { Risks: 0 } => Line("Risks", "Empty", CaseLinks.Risks, isOpen: true),
            { RisksIncomplete: > 0 } => Line("Risks", "Incomplete", CaseLinks.Risks, true, view.Risks, view.RisksIncomplete),
            _ => Line("Risks", "Complete", CaseLinks.Risks, false, view.Risks, view.HighRisks),
        };

    private PartLine Needs(OverviewView view) =>
        view.Needs is { } needs
            ? Line("Needs", needs.Outcome.ToString(), CaseLinks.Needs, false, Dates.Day(needs.On))
            : Line("Needs", "Open", CaseLinks.Needs, isOpen: true);

    private PartLine Health(OverviewView view) =>
        view.Health switch
        {
            null => Line("Health", "Open", CaseLinks.Health, isOpen: true),
            { Outcome: ConclusionOutcome.DoesNotWant } health => Line("Health", "DoesNotWant", CaseLinks.Health, false, Dates.Day(health.On)),
            { } health => Line("Health", "Assessed", CaseLinks.Health, false, Dates.Day(health.On), texts[$"TravelFitness.{health.Fitness}"].Value),
        };

    private PartLine Investigation(OverviewView view) =>
        view.Investigation is { } asked
            ? Line("Investigation", "Asked", AssessmentPages.Investigation, false, Dates.Day(asked.On))
            : Line("Investigation", "Open", AssessmentPages.Investigation, isOpen: true);

    private PartLine Line(string part, string state, string page, bool isOpen, params object[] args) =>
        new(
            texts[$"{part}.Title"],
            texts[$"Part.{part}.{state}", args],
            CaseLinks.To(Handle.CaseId, page),
            isOpen ? texts[$"Part.{part}.Act"] : texts["Part.Show"],
            isOpen
        );
}
