using Hemvag.Modules.Assessments.Investigation;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Summaries;

/// <summary>What the person answered about an investigation, each time it was asked.</summary>
internal sealed class InvestigationSummary(
    InvestigationQueries queries,
    IStringLocalizer<AssessmentsTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        AssessmentPages.Investigation,
        typeof(AssessmentsTexts),
        "Investigation.Title",
        [AssessmentPages.Investigation],
        new HashSet<string> { "RecordInvestigation" },
        handle => handle.May(CaseAction.SeeAssessment) && handle.MayOpen(Compartment.Justice)
    );

    public Compartment Holds(Case @case) => Compartment.Justice;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var answers = await queries.AnswersAsync(handle, opened is not null && opened.Covers(Compartment.Justice) ? opened : null);
        return
        [
            .. answers.Select(a =>
                SummaryPart.Of(
                    Dates.Day(a.AskedOn, year: true),
                    (texts["Investigation.IsOpen"], texts[$"InvestigationAnswer.{a.Investigation}"]),
                    (
                        texts["Investigation.Heard"],
                        a.Investigation == InvestigationAnswer.No ? null
                        : a.Heard is { } heard ? texts[$"HeardAnswer.{heard}"]
                        : words["Answer.NotAsked"]
                    ),
                    (texts["Summary.By"], a.AskedBy),
                    (texts["Investigation.Note"], a.Note)
                )
            ),
        ];
    }
}
