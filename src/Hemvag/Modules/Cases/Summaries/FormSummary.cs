using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Summaries;

/// <summary>The sections of a long form in a summary: what was answered in those that are open, and who saved the others.</summary>
internal sealed class FormSummary(FormSections sections, FormWords words, IStringLocalizer<CasesTexts> texts)
{
    public Compartment Holds(Case @case, FormKind kind) =>
        sections.Form(@case, kind).Sections.Aggregate(Compartment.None, (all, s) => all | s.Compartment);

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened, FormKind kind)
    {
        var filled = await sections.FilledAsync(handle.CaseId, kind);
        var read = opened is null ? null : await sections.ReadOpenAsync(opened, kind);
        return
        [
            .. sections.Form(handle.Case, kind).Sections.Select(s => Of(s, filled.GetValueOrDefault(s.Id), read?.GetValueOrDefault(s.Id)?.Value)),
        ];
    }

    private SummaryPart Of(SectionDefinition section, FilledSection? filled, SectionAnswers? answers) =>
        SummaryPart.Of(
            section.Title.Shown,
            [
                (
                    texts["Summary.Saved"],
                    filled is null
                        ? texts["Summary.NotFilled"].Value
                        : $"{SwedishTime.DayAndTime(filled.SavedAt)}, {filled.SavedBy}".TrimEnd(' ', ',')
                ),
                .. answers is null
                    ? []
                    : section
                        .Fields.Where(f => f.Kind != FieldKind.Heading && answers.Of(f.Id).State != AnswerState.NotAsked)
                        .Select(f => (f.Label.Shown, (string?)words.Answer(f, answers.Of(f.Id)))),
            ]
        );
}
