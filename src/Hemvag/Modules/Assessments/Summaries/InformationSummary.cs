using Hemvag.Modules.Assessments.Information;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Summaries;

/// <summary>Each conversation: what was told, in which language, through whom.</summary>
internal sealed class InformationSummary(InformationQueries queries, ProgrammeCatalogue programmes, IStringLocalizer<AssessmentsTexts> texts)
    : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Information,
        typeof(AssessmentsTexts),
        "Information.Title",
        [CaseLinks.Information],
        new HashSet<string> { "RecordInformation" },
        handle => handle.May(CaseAction.SeeAssessment)
    );

    public Compartment Holds(Case @case) => Compartment.Protection;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var held = await queries.ConversationsAsync(handle, opened is not null && opened.Covers(Compartment.Protection) ? opened : null);
        var topics = programmes.Get(handle.Case.ProgrammeId).Information;
        var told = ToldTopics.Of(programmes.Get(handle.Case.ProgrammeId), held.Select(c => c.Topics));
        return
        [
            SummaryPart.Of(
                texts["Summary.Facts"],
                (texts["Information.Given"], string.Join(", ", told.Told.Select(t => t.Title.Shown))),
                (texts["Information.NotYet"], string.Join(", ", told.Missing.Select(t => t.Title.Shown)))
            ),
            .. held.Select(c =>
                SummaryPart.Of(
                    Dates.Day(c.HeldOn, year: true),
                    (
                        texts["Information.Topics"],
                        string.Join(", ", topics.Where(t => InformationConversation.TopicsIn(c.Topics).Contains(t.Id)).Select(t => t.Title.Shown))
                    ),
                    (texts["Information.Language"], c.Language is { } code ? SpokenLanguages.Name(code) : null),
                    (texts["Information.Reading"], c.Reading is { } reading ? texts[$"ConsentReading.{reading}"] : null),
                    (texts["Summary.By"], c.RecordedBy),
                    (texts["Information.Interpreter"], c.Notes?.Interpreter),
                    (texts["Information.Questions"], c.Notes?.Questions)
                )
            ),
        ];
    }
}
