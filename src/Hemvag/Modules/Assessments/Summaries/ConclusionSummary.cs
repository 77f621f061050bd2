using Hemvag.Modules.Assessments.Concluding;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Summaries;

/// <summary>An assessment with sections: how it was concluded, and what was written in the sections that are open.</summary>
internal abstract class ConclusionSummary(
    FormSummary form,
    ConclusionQueries queries,
    IStringLocalizer<AssessmentsTexts> texts,
    FormKind kind,
    AssessmentPart part
) : IStepSummary
{
    public Compartment Holds(Case @case) => form.Holds(@case, kind);

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var conclusions = await queries.OfAsync(handle, part);
        return
        [
            SummaryPart.Of(
                texts["Conclusion.Title"],
                conclusions.Count == 0
                    ? [(texts["Summary.Stands"], texts["Conclusion.None"])]
                    : conclusions.Select(c => (Dates.Day(c.ConcludedOn, year: true), (string?)Words(c)))
            ),
            .. await form.PartsAsync(handle, opened, kind),
        ];
    }

    private string Words(ConclusionView made)
    {
        var outcome = texts[$"ConclusionOutcome.{made.Outcome}"].Value;
        var fitness = made.Fitness is { } fit ? $". {texts["Health.Fitness"].Value} {texts[$"TravelFitness.{fit}"].Value}" : "";
        return $"{outcome}{fitness}. {made.ConcludedBy}";
    }
}

internal sealed class NeedsSummary(FormSummary form, ConclusionQueries queries, IStringLocalizer<AssessmentsTexts> texts)
    : ConclusionSummary(form, queries, texts, FormKind.NeedsInventory, AssessmentPart.Needs)
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Needs,
        typeof(AssessmentsTexts),
        "Needs.Title",
        [CaseLinks.Needs],
        new HashSet<string> { "SaveNeedsInventory", "ConcludeNeeds" },
        handle => handle.May(CaseAction.SeeAssessment)
    );
}

internal sealed class HealthSummary(FormSummary form, ConclusionQueries queries, IStringLocalizer<AssessmentsTexts> texts)
    : ConclusionSummary(form, queries, texts, FormKind.HealthAssessment, AssessmentPart.Health)
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Health,
        typeof(AssessmentsTexts),
        "Health.Title",
        [CaseLinks.Health],
        new HashSet<string> { "SaveHealthAssessment", "ConcludeHealth" },
        handle => handle.May(CaseAction.SeeAssessment) && handle.MayOpen(Compartment.Health)
    );
}
