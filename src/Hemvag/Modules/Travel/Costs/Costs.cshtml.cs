using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Legs;
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
    LegReading legs,
    IStringLocalizer<TravelTexts> texts,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    public CostForm Input { get; set; } = new();

    internal IReadOnlyList<TravelCost> Costs { get; private set; } = [];

    internal IReadOnlyList<TravelCostSum> Sums { get; private set; } = [];

    internal IReadOnlyList<Choice> Subjects { get; private set; } = [];

    internal static IReadOnlyList<Choice> CurrencyChoices { get; } = [new("SEK", "SEK"), new("EUR", "EUR"), new("USD", "USD")];

    internal bool MayRequest => Handle.May(CaseAction.EditTravelCosts) && (!IsHeld || Case.IsUnderWay) && Case.ClosedAt is null;

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.EditTravelCosts)]
    public async Task<IActionResult> OnPostAsync(CostForm input)
    {
        Input = input;
        var subjects = (await legs.LoadAsync(Handle.CaseId)).All;
        if (input.SubjectId is { } subject && subjects.All(l => l.Id != subject))
        {
            throw new NotThereException();
        }

        await spending.RequestAsync(Handle, OperationId, input.Read());
        return Redirect(PathTo(TravelSpending.Page));
    }

    public async Task LoadAsync()
    {
        Costs = await queries.AllAsync(Handle);
        Sums = TravelCostSum.Of(Costs);
        if (MayRequest)
        {
            Subjects =
            [
                .. (await legs.LoadAsync(Handle.CaseId)).Holding.Select(l => new Choice(
                    l.Id.ToString("D"),
                    texts["Costs.LegNumber", l.Ordinal, texts[$"LegKind.{l.Kind}"].Value]
                )),
            ];
        }
    }
}
