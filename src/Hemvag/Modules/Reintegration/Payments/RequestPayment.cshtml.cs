using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.Web.Binding;
using Hemvag.Web.Formatting;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Reintegration.Payments;

/// <summary>Asks for one payment, or for instalments, of one line. Without a line it asks which.</summary>
[Needs(CaseAction.RequestPayment)]
internal sealed class RequestPaymentModel(
    PaymentRequests requests,
    MoneyQueries queries,
    PlanQueries plans,
    MoneyDesk desk,
    PaymentWords words,
    IStringLocalizer<ReintegrationTexts> texts,
    IStringLocalizer<MoneyTexts> money
) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty(SupportsGet = true, Name = "category")]
    public string? CategoryName { get; set; }

    /// <summary>"Child 1", where the line is an accompanying child's.</summary>
    [BindProperty(SupportsGet = true, Name = "of")]
    public string? ChildOrdinal { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    internal MoneyView View { get; private set; } = new([], []);

    internal IReadOnlyList<PlanItem> PlanItems { get; private set; } = [];

    internal Entitlement? Chosen { get; private set; }

    internal EntitlementDefinition Line => desk.Line(Handle, Chosen!);

    internal Amount Left(Entitlement entitlement) => new(entitlement.LeftMinor, entitlement.Currency);

    internal string LineName(Entitlement line) => words.Category(line.Category, line.ChildOrdinal);

    internal IReadOnlyList<int> MonthsLeft =>
        [
            .. Enumerable
                .Range(1, Line.Instalments?.Count ?? 0)
                .Except(Chosen!.InstalmentsPaidBefore(Line.Instalments))
                .Except(View.Payments.Where(p => p.IsAlive && p.EntitlementId == Chosen!.Id).Select(p => p.Month ?? 0)),
        ];

    internal IReadOnlyList<Choice> MonthChoices =>
        [
            .. MonthsLeft.Select(m => new Choice(
                $"{m}",
                texts["Request.Month", m],
                Hint: Amounts.Full(new Amount(Line.Instalments!.AmountMinor, Chosen!.Currency))
            )),
        ];

    /// <summary>Those of the line, and those the plan lets it pay.</summary>
    internal IReadOnlyList<Choice> Purposes =>
        [.. Line.Purposes.Concat(ItemsOfLine.Select(i => i.Purpose)).Distinct().Select(p => new Choice(p.ToString(), words.Purpose(p)))];

    internal IReadOnlyList<Choice> ItemChoices => [.. ItemsOfLine.Select(i => new Choice($"{i.Id}", money["Payment.OfItem", i.Number]))];

    private IEnumerable<PlanItem> ItemsOfLine =>
        PlanItems.Where(i => i.Category == Chosen!.Category && (i.ChildId ?? i.CaseId) == Chosen.BeneficiaryId);

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return CategoryName is not null && Chosen is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? all)
    {
        await LoadAsync();
        if (Chosen is null)
        {
            throw new RefusedException(MoneyRefusals.NotOpened);
        }

        var months = all is null ? Input.Months : MonthsLeft;
        if (all is not null && months.Count == 0)
        {
            throw new RefusedException(MoneyRefusals.NoInstalmentLeft);
        }

        var request = new PaymentRequest(
            Chosen.Category,
            Input.Purpose,
            Input.Mode!.Value,
            Input.Amount ?? 0,
            months,
            Input.PlanItem,
            new PaymentDetails(Input.What, Input.PayTo),
            Chosen.IsOfChild ? Chosen.BeneficiaryId : null
        );
        await requests.RequestAsync(Handle, OperationId, request);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Money));
    }

    public async Task LoadAsync()
    {
        View = await queries.ReadAsync(Handle);
        PlanItems = (await plans.ReadAsync(Handle)).Items;
        Chosen = View.Entitlements.FirstOrDefault(e => e.Category.ToString() == CategoryName && $"{e.ChildOrdinal}" == (ChildOrdinal ?? ""));
    }

    internal sealed class Form
    {
        [MinorUnits("USD")]
        public long? Amount { get; set; }

        public List<int> Months { get; set; } = [];

        public SupportPurpose? Purpose { get; set; }

        [Required]
        public PaymentMode? Mode { get; set; }

        public Guid? PlanItem { get; set; }

        [MaxLength(400)]
        public string? What { get; set; }

        [MaxLength(800)]
        public string? PayTo { get; set; }
    }
}
