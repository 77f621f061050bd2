using Hemvag.Modules.Assessments.Risks;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Summaries;

/// <summary>The risk table, row by row.</summary>
internal sealed class RisksSummary(
    RiskQueries queries,
    RiskFields fields,
    IStringLocalizer<AssessmentsTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Risks,
        typeof(AssessmentsTexts),
        "Risks.Title",
        [CaseLinks.Risks],
        new HashSet<string> { "AddRisk", "ChangeRisk", "ReviewRisk", "CloseRisk", "ReopenRisk" },
        handle => handle.May(CaseAction.SeeAssessment)
    );

    public Compartment Holds(Case @case) => Compartment.Protection;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var parts = new List<SummaryPart>();
        foreach (var risk in await queries.TableAsync(handle, opened is not null && opened.Covers(Compartment.Protection) ? opened : null))
        {
            parts.Add(await OfAsync(handle, risk));
        }

        return parts.Count > 0 ? parts : [SummaryPart.Of(texts["Risks.Title"], (texts["Summary.Stands"], texts["Part.Risks.Empty"]))];
    }

    private async Task<SummaryPart> OfAsync(CaseHandle handle, RiskView risk)
    {
        var row = risk.Row;
        return SummaryPart.Of(
            texts["Summary.Risk", row.Number],
            (texts["Risk.Phase"], fields.Phase(handle, row.Phase)),
            (texts["Risk.Category"], fields.Category(handle, row.Category)),
            (texts["Risk.Description"], risk.Texts?.Description),
            (texts["Risk.Source"], risk.Texts?.Source),
            (texts["Risk.Likelihood"], fields.Likelihood(handle, row.Likelihood)),
            (texts["Risk.Consequence"], fields.Consequence(handle, row.Consequence)),
            (texts["Risk.Level"], words[$"RiskLevel.{row.Level}"]),
            (texts["Risk.Measure"], risk.Texts?.Measure),
            (texts["Risk.Owner"], row.Owner is { } owner ? await fields.NameAsync(owner, risk.OwnerName) : texts["Risk.NoOwner"]),
            (texts["Risk.DueOn"], row.DueOn is { } due ? Dates.Day(due, year: true) : texts["Risks.NoDue"]),
            (texts["Risk.Residual"], row.ResidualLevel is { } left ? words[$"RiskLevel.{left}"] : texts["Risk.NotAssessed"]),
            (texts["Risk.Status"], texts[$"RiskStatus.{row.Status}"])
        );
    }
}
