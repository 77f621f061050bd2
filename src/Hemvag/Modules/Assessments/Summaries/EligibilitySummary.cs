using Hemvag.Modules.Assessments.Eligibility;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Summaries;

/// <summary>Each decision on taking part, with what it rests on.</summary>
internal sealed class EligibilitySummary(
    EligibilityQueries queries,
    ProgrammeCatalogue programmes,
    IStringLocalizer<AssessmentsTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Eligibility,
        typeof(AssessmentsTexts),
        "Eligibility.Title",
        [CaseLinks.Eligibility],
        new HashSet<string> { "DecideEligible", "DecideNotEligible" },
        handle => handle.May(CaseAction.SeeAssessment)
    );

    public Compartment Holds(Case @case) => Compartment.Protection;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var decisions = await queries.DecisionsAsync(handle, opened is not null && opened.Covers(Compartment.Protection) ? opened : null);
        return decisions.Count == 0
            ? [SummaryPart.Of(texts["Eligibility.Title"], (texts["Summary.Stands"], texts["Eligibility.None"]))]
            : [.. decisions.Select(d => Of(handle, d))];
    }

    private SummaryPart Of(CaseHandle handle, DecisionView decision)
    {
        var lines = new List<(string, string?)>
        {
            (texts["Eligibility.Question"], texts[decision.CanTakePart ? "Eligibility.Yes" : "Eligibility.No"]),
            (texts["Eligibility.DecidedOn"], Dates.Day(decision.DecidedOn, year: true)),
            (texts["Summary.By"], decision.DecidedBy),
        };
        if (decision.Reasons is { } reasons)
        {
            foreach (var criterion in programmes.Get(handle.Case.ProgrammeId).Eligibility.Criteria)
            {
                var answer = reasons.Criteria.GetValueOrDefault(criterion.Id, CriterionAnswer.NotAsked);
                lines.Add((criterion.Text.Shown, texts[$"CriterionAnswer.{answer}"]));
            }

            lines.Add(
                (texts["Eligibility.Destination"], reasons.Destination is { } kind ? words[$"DestinationKind.{kind}"] : words["Answer.NotAsked"])
            );
            lines.Add((texts["Eligibility.PermanentPermit"], reasons.PermanentPermit is { } permit ? texts[permit ? "Yes" : "No"].Value : null));
            lines.Add((texts["Eligibility.Reasons"], reasons.Reasons));
            lines.Add((texts["Eligibility.OfferedInstead"], reasons.OfferedInstead));
        }

        return SummaryPart.Of(texts["Summary.Decision", decision.Number], lines);
    }
}
