using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>A row of the table with its names.</summary>
internal sealed record RiskLine(RiskView View, string Phase, string Category, string? Owner, bool IsOverdue);

/// <summary>The risk table (S1.47): codes for everyone on the assessment, texts while Protection is open.</summary>
[Needs(CaseAction.SeeAssessment)]
internal sealed class RisksModel(RiskQueries queries, RiskFields fields, IStringLocalizer<AssessmentsTexts> texts, TimeProvider time)
    : AssessmentPageModel(time)
{
    internal IReadOnlyList<RiskLine> Rows { get; private set; } = [];

    internal bool MayEdit => Handle.May(CaseAction.EditRisks) && Case.ClosedAt is null;

    internal string Summary
    {
        get
        {
            var open = Rows.Where(r => r.View.Row.Status == RiskStatus.Open).ToList();
            return texts["Risks.Summary", open.Count, open.Count(r => r.View.Row.CurrentLevel == RiskLevel.High)];
        }
    }

    public Task OnGetAsync() => LoadAsync();

    public override async Task LoadAsync()
    {
        var lines = new List<RiskLine>();
        foreach (var view in await queries.TableAsync(Handle, IsOpen(Compartment.Protection) ? Opened : null))
        {
            lines.Add(
                new RiskLine(
                    view,
                    fields.Phase(Handle, view.Row.Phase),
                    fields.Category(Handle, view.Row.Category),
                    view.Row.Owner is { } owner ? await fields.NameAsync(owner, view.OwnerName) : null,
                    view.Row.Status == RiskStatus.Open && view.Row.DueOn < Today
                )
            );
        }

        Rows = lines;
    }
}
