using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Costs;

/// <summary>What the journey costs: outside the person's entitlements, in what the programme spends.</summary>
[Needs(CaseAction.SeeTravelCosts)]
internal sealed class CostsModel(
    TravelCostQueries queries,
    TravelSpending spending,
    IStringLocalizer<TravelTexts> texts,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    public CostForm Input { get; set; } = new();

    internal TravelCostsView View { get; private set; } = null!;

    internal IReadOnlyList<TravelCostSum> Sums { get; private set; } = [];

    internal IReadOnlyList<Choice> Subjects { get; private set; } = [];

    internal static IReadOnlyList<Choice> CurrencyChoices { get; } = [new("SEK", "SEK"), new("EUR", "EUR"), new("USD", "USD")];

    internal bool MayRequest => Handle.May(CaseAction.EditTravelCosts) && (!IsHeld || Case.IsUnderWay) && Case.ClosedAt is null;

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.EditTravelCosts)]
    public async Task<IActionResult> OnPostAsync(CostForm input)
    {
        Input = input;
        await spending.RequestAsync(Handle, OperationId, input.Read());
        return Redirect(PathTo(TravelSpending.Page));
    }

    public async Task LoadAsync()
    {
        View = await queries.LoadAsync(Handle);
        Sums = TravelCostSum.Of(View.Costs);
        if (MayRequest)
        {
            Subjects =
            [
                .. View.Legs.Where(l => l.Holds).Select(l => new Choice(l.Id.ToString("D"), CostWords.Of(texts, l))),
                .. View.Papers.Select(p => new Choice(p.Id.ToString("D"), CostWords.Of(texts, p))),
            ];
        }
    }

    internal string? SubjectOf(TravelCost cost) => CostWords.OfSubject(texts, View, cost);
}
