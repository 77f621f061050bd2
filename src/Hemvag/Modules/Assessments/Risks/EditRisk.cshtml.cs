using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Risks;

internal sealed class RiskReviewInput
{
    public string? Note { get; set; }

    public DateOnly? DueOn { get; set; }

    [Required]
    public RiskStep? Step { get; set; }
}

/// <summary>One row of the risk table: changed while Protection is open, looked at again and closed without it.</summary>
[Needs(CaseAction.SeeAssessment)]
internal sealed class EditRiskModel(
    RiskTable table,
    RiskQueries queries,
    RiskFields fields,
    IStringLocalizer<AssessmentsTexts> texts,
    IStringLocalizer<ProgrammesTexts> words,
    TimeProvider time
) : RiskFormModel(fields, texts, time)
{
    private readonly RiskFields fields = fields;
    private readonly IStringLocalizer<AssessmentsTexts> texts = texts;
    private bool isTyped;
    private bool isReviewed;
    private string? ownerName;

    [FromRoute]
    public Guid RiskId { get; set; }

    /// <summary>The version of the row that the form had shown.</summary>
    [BindProperty]
    public long? SectionVersion { get; set; }

    /// <summary>The version that the reader has been shown beside their own, and writes after.</summary>
    [BindProperty]
    public long? SaveMine { get; set; }

    public RiskReviewInput Review { get; set; } = new();

    internal RiskView Risk { get; private set; } = null!;

    internal IReadOnlyList<RiskReviewView> Reviews { get; private set; } = [];

    internal bool MayEdit => Handle.May(CaseAction.EditRisks) && Case.ClosedAt is null;

    /// <summary>Someone else has written since the reader was shown the row.</summary>
    internal bool HasChanged => isTyped && (SaveMine ?? SectionVersion) is { } shown && shown != Risk.Row.Version;

    /// <summary>The same for whoever looks at the row again.</summary>
    internal bool ReviewHasChanged => isReviewed && SectionVersion is { } shown && shown != Risk.Row.Version;

    /// <summary>What stands sealed must be read to be changed; what was typed is never taken from the screen.</summary>
    internal bool ShowsForm => MayEdit && Risk.Row.Status == RiskStatus.Open && (isTyped || IsOpen(Compartment.Protection));

    internal IEnumerable<(string Label, string Value)> InWords
    {
        get
        {
            var row = Risk.Row;
            yield return (texts["Risk.Phase"], fields.Phase(Handle, row.Phase));
            yield return (texts["Risk.Category"], fields.Category(Handle, row.Category));
            yield return (texts["Risk.Likelihood"], fields.Likelihood(Handle, row.Likelihood));
            yield return (texts["Risk.Consequence"], fields.Consequence(Handle, row.Consequence));
            yield return (texts["Risk.Level"], words[$"RiskLevel.{row.Level}"]);
            yield return (texts["Risk.Owner"], ownerName ?? texts["Risk.NoOwner"]);
            yield return (texts["Risk.DueOn"], row.DueOn is { } due ? Dates.Day(due, year: true) : texts["Risks.NoDue"]);
            yield return (texts["Risk.Residual"], row.ResidualLevel is { } residual ? words[$"RiskLevel.{residual}"] : texts["Risk.NotAssessed"]);
            yield return (texts["Risk.Status"], texts[$"RiskStatus.{row.Status}"]);
            if (IsOpen(Compartment.Protection))
            {
                yield return (texts["Risk.Description"], Risk.Texts?.Description ?? texts["NotNoted"]);
                yield return (texts["Risk.Source"], Risk.Texts?.Source ?? texts["NotNoted"]);
                yield return (texts["Risk.Measure"], Risk.Texts?.Measure ?? texts["NotNoted"]);
            }
        }
    }

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.EditRisks)]
    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Input))] RiskInput input)
    {
        Input = input;
        Risk = await queries.RowAsync(Handle, RiskId);
        var owner = await fields.OwnerAsync(Handle, Today, input.Owner, Risk.Row.Owner);
        await table.ChangeAsync(Handle, OperationId, RiskId, SaveMine ?? SectionVersion ?? 0, input.Codes(owner), input.Texts());
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Risks));
    }

    [Needs(CaseAction.EditRisks)]
    public async Task<IActionResult> OnPostReviewAsync([Bind(Prefix = nameof(Review))] RiskReviewInput review)
    {
        Review = review;
        await table.ReviewAsync(Handle, OperationId, RiskId, SectionVersion ?? 0, review.Step!.Value, review.DueOn, review.Note);
        return Redirect(CaseLinks.To(Handle.CaseId, AssessmentPages.RiskOf(RiskId)));
    }

    public override async Task LoadAsync()
    {
        var opened = IsOpen(Compartment.Protection) ? Opened : null;
        (Risk, Reviews) = await queries.RowWithReviewsAsync(Handle, RiskId, opened);
        isTyped = HttpMethods.IsPost(Request.Method) && Request.Form.ContainsKey("Input.Phase");
        isReviewed = HttpMethods.IsPost(Request.Method) && !isTyped;
        if (!isTyped)
        {
            Input = RiskInput.Of(Risk.Row, Risk.Texts);
        }

        ownerName = Risk.Row.Owner is { } owner ? await fields.NameAsync(owner, Risk.OwnerName) : null;
        if (ShowsForm)
        {
            await LoadChoicesAsync(Risk.Row.Owner, Risk.OwnerName);
        }
    }
}
