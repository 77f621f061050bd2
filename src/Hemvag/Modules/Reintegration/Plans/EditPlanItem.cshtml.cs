using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Hemvag.Web.Binding;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>A new item of the plan, or a change to one. A change shows the sealed words only under a live opening, and leaves them alone without one.</summary>
[Needs(CaseAction.EditPlan)]
internal sealed class EditPlanItemModel(
    PlanQueries queries,
    PlanDrafting drafting,
    PlanDesk desk,
    IStringLocalizer<MoneyTexts> money,
    IStringLocalizer<ProgrammesTexts> words
) : CasePageModel, ILoadsForRedisplay
{
    private static readonly Role[] Doers = [Role.IomCaseworker, Role.LocalOfficeWorker, Role.RegionalCoordinator];

    [BindProperty(SupportsGet = true)]
    public Guid? ItemId { get; set; }

    [BindProperty]
    public int SectionVersion { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    internal PlanItem? Item { get; private set; }

    /// <summary>The plan as it stands, when someone else has changed it since the form was shown.</summary>
    internal PlanView? Changed { get; private set; }

    internal IReadOnlyDictionary<Guid, Unsealed<PlanItemText>> Texts { get; private set; } = new Dictionary<Guid, Unsealed<PlanItemText>>();

    /// <summary>The words are shown and may be changed.</summary>
    internal bool ShowsWords => Item is null || IsOpen(Compartment.Protection);

    internal PlanDesk Desk => desk;

    internal string Here => ItemId is { } id ? PlanLinks.ItemPage(id) : PlanLinks.NewItem;

    internal ProgrammeVersion Programme => desk.Programme(Handle);

    internal string Question => string.Join(" ", Programme.OpenQuestions.Where(q => q.Purposes.Count > 0).Select(q => q.Text.Shown));

    internal IReadOnlyList<Choice> Purposes => [.. PlanRules.Purposes(Programme).Select(p => new Choice(p.ToString(), words[$"SupportPurpose.{p}"]))];

    internal IReadOnlyList<Choice> LineChoices =>
        [.. Programme.Entitlements.Lines.Select(l => new Choice(l.Category.ToString(), money[$"Line.{l.Category}"]))];

    /// <summary>Whom it can be for beside the adult.</summary>
    internal IReadOnlyList<Choice> Children { get; private set; } = [];

    internal IReadOnlyList<Choice> Responsible => [.. Doers.Select(r => new Choice(r.ToString(), words[$"Role.{r}"]))];

    public async Task<IActionResult> OnGetAsync()
    {
        var view = await ReadAsync();
        if (ItemId is not null && Item is null)
        {
            return NotFound();
        }

        SectionVersion = view.Version;
        if (Item is { } item)
        {
            var shown = IsOpen(Compartment.Protection) ? (await queries.TextsAsync(Opened!)).GetValueOrDefault(item.Id) : null;
            Input = Form.Of(item, shown);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Doers.Contains(Input.Responsible!.Value))
        {
            return BadRequest();
        }

        if (ItemId is { } id)
        {
            await drafting.ChangeAsync(Handle, OperationId, SectionVersion, id, Input.ToDraft());
        }
        else
        {
            Input.TextVersion = 0;
            await drafting.AddAsync(Handle, OperationId, SectionVersion, Input.ToDraft());
        }

        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Plan));
    }

    public async Task LoadAsync()
    {
        var view = await ReadAsync();
        // Of one that someone has taken out meanwhile what was typed stays on the page.
        if (ItemId is { } id && Item is null && !await queries.WasThereAsync(Handle, id))
        {
            throw new NotThereException();
        }

        if (view.Version == SectionVersion)
        {
            return;
        }

        // What is typed is kept; the next try is made against what stands now, which the page shows.
        Changed = view;
        SectionVersion = view.Version;
        if (IsOpen(Compartment.Protection))
        {
            Texts = await queries.TextsAsync(Opened!);
            Input.TextVersion = Item is { } item && Texts.TryGetValue(item.Id, out var now) ? now.Version : Input.TextVersion;
        }
    }

    private async Task<PlanView> ReadAsync()
    {
        var view = await queries.ReadAsync(Handle);
        Children = [.. (await queries.ChildrenAsync(Handle)).Select(c => new Choice($"{c.Id:D}", money["Beneficiary.ChildAlone", c.Ordinal]))];
        Item = ItemId is { } id ? view.Items.FirstOrDefault(i => i.Id == id) : null;
        return view;
    }

    internal sealed class Form
    {
        [Required]
        public SupportPurpose? Purpose { get; set; }

        public EntitlementCategory? Category { get; set; }

        /// <summary>Null for the adult.</summary>
        public Guid? ChildId { get; set; }

        [Required, MinorUnits("USD"), Range(typeof(long), "0", "100000000")]
        public long? Amount { get; set; }

        [Required, Range(1, PlanRules.LastMonth)]
        public int? Month { get; set; }

        [Required]
        public Role? Responsible { get; set; }

        [Required]
        public DateOnly? DrawnUpOn { get; set; }

        [MaxLength(400)]
        public string? Goal { get; set; }

        [MaxLength(400)]
        public string? Provider { get; set; }

        [MaxLength(2000)]
        public string? Description { get; set; }

        [MaxLength(400)]
        public string? Note { get; set; }

        /// <summary>Posted where the words were shown.</summary>
        public int? TextVersion { get; set; }

        public static Form Of(PlanItem item, Unsealed<PlanItemText>? text) =>
            new()
            {
                Purpose = item.Purpose,
                Category = item.Category,
                ChildId = item.ChildId,
                Amount = item.AmountMinor,
                Month = item.Month,
                Responsible = item.Responsible,
                DrawnUpOn = item.DrawnUpOn,
                Goal = text?.Value.Goal,
                Provider = text?.Value.Provider,
                Description = text?.Value.Description,
                Note = text?.Value.Note,
                TextVersion = text?.Version,
            };

        public PlanItemDraft ToDraft() =>
            new(
                Purpose!.Value,
                Category,
                Amount!.Value,
                Month!.Value,
                Responsible!.Value,
                DrawnUpOn!.Value,
                TextVersion is null ? null : new PlanItemText(Goal ?? "", Provider, Description, Note),
                TextVersion,
                ChildId
            );
    }
}
