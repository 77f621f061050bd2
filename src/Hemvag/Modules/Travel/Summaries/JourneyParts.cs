using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Travel.Checks;
using Hemvag.Modules.Travel.Costs;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Papers;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Summaries;

/// <summary>What the summary of the journey says leg by leg, check by check, document by document.</summary>
internal sealed class JourneyParts(
    LegReading legs,
    CheckReading checks,
    PaperReading papers,
    TravelCostQueries costs,
    IStringLocalizer<TravelTexts> texts
)
{
    /// <param name="open">Null while Travel is closed.</param>
    public async Task<IReadOnlyList<SummaryPart>> AllAsync(CaseHandle handle, OpenedCompartment? open) =>
        [
            .. await LegsAsync(handle, open),
            .. await ChecksAsync(handle, open),
            .. await PapersAsync(handle, open),
            .. handle.May(CaseAction.SeeTravelCosts) ? await CostsAsync(handle) : [],
        ];

    private async Task<IReadOnlyList<SummaryPart>> LegsAsync(CaseHandle handle, OpenedCompartment? open)
    {
        var view = await legs.LoadAsync(handle.CaseId);
        var plans = open is null ? new Dictionary<string, LegPlan>() : await legs.PlansAsync(handle, open, view.All);
        return [.. view.Holding.Concat(view.Superseded).Select(l => Of(l, plans.GetValueOrDefault(l.Subject)))];
    }

    private SummaryPart Of(Leg leg, LegPlan? plan) =>
        SummaryPart.Of(
            $"{texts["Legs.Title"].Value}: {leg.Ordinal}. {texts[$"LegKind.{leg.Kind}"].Value}",
            (texts["Legs.State"], leg.Change is { } change ? texts[$"LegChange.{change}"] : texts[$"LegState.{leg.State}"]),
            (texts["Legs.Departs"], plan is null ? null : At(plan.From, plan.DepartsOn, plan.DepartsAt, plan.DepartureZone)),
            (texts["Legs.Arrives"], plan is null ? null : At(plan.To, plan.ArrivesOn, plan.ArrivesAt, plan.ArrivalZone)),
            (texts["Legs.Departed"], leg.DepartedAt is { } departed ? SwedishTime.DayAndTime(departed) : null),
            (texts["Legs.Arrived"], leg.ArrivedAt is { } arrived ? SwedishTime.DayAndTime(arrived) : null),
            (texts["LegForm.Carrier"], plan?.Carrier),
            (texts["LegForm.Reference"], plan?.Reference),
            (texts["LegForm.Baggage"], plan?.Baggage),
            (texts["LegForm.Companions"], plan?.Companions),
            (texts["LegForm.WaitingPlace"], plan?.WaitingPlace),
            (texts["LegForm.WhoToCall"], plan?.WhoToCall)
        );

    // A planned time is that of the place; the zone says which.
    private string At(string place, DateOnly day, TimeOnly time, string zone) =>
        $"{place}, {Dates.Day(day, year: true)} {texts["Journey.At"].Value} {Moments.Time(time)} ({zone})";

    private async Task<IReadOnlyList<SummaryPart>> ChecksAsync(CaseHandle handle, OpenedCompartment? open)
    {
        var rows = await checks.LoadAsync(handle.CaseId);
        if (rows.Count == 0)
        {
            return [];
        }

        var words = open is null ? new Dictionary<string, TravelCheckWords>() : await checks.WordsAsync(open);
        return
        [
            SummaryPart.Of(
                texts["Checks.Title"],
                rows.Values.OrderBy(c => c.Kind)
                    .Select(c =>
                        (texts[$"TravelCheckKind.{c.Kind}"].Value, (string?)Said(c, words.GetValueOrDefault(TravelCheckWords.SubjectOf(c.Kind))))
                    )
            ),
        ];
    }

    private string Said(TravelCheck check, TravelCheckWords? words) =>
        words is null
            ? texts[check.Settled ? "Checks.Settled" : "Checks.Open"]
            : string.Join(
                ", ",
                new[]
                {
                    texts[$"CheckOutcome.{words.Outcome}"].Value,
                    words.DoneOn is { } on ? Dates.Day(on, year: true) : null,
                    words.DoneBy,
                    words.Note,
                }.Where(w => !string.IsNullOrWhiteSpace(w))
            );

    private async Task<IReadOnlyList<SummaryPart>> PapersAsync(CaseHandle handle, OpenedCompartment? open)
    {
        var view = await papers.LoadAsync(handle.CaseId);
        if (view.Papers.Count + view.Embassies.Count == 0)
        {
            return [];
        }

        var written = open is null ? new Dictionary<string, PaperWords>() : (await papers.WordsAsync(open)).Papers;
        var (names, steps) = open is null
            ? (new Dictionary<string, EmbassyWords>(), new Dictionary<string, EmbassyStepWords>())
            : await papers.StepWordsAsync(open);
        return
        [
            .. view.Papers.Select(p => Of(p, written.GetValueOrDefault(p.Subject))),
            .. view.Embassies.Select(e => Of(view, e, names.GetValueOrDefault(e.Subject), steps)),
        ];
    }

    private SummaryPart Of(TravelPaper paper, PaperWords? words) =>
        SummaryPart.Of(
            $"{texts["Papers.Title"].Value}: {texts[$"PaperKind.{paper.Kind}"].Value}",
            (texts["PaperForm.State"], texts[$"PaperState.{paper.State}"]),
            (texts["PaperForm.Number"], words?.Number),
            (texts["PaperForm.Issuer"], words?.Issuer),
            (texts["PaperForm.ExpiresOn"], words?.ExpiresOn is { } last ? Dates.Day(last, year: true) : null),
            (texts["CheckForm.Note"], words?.Note)
        );

    private SummaryPart Of(PapersView view, Embassy embassy, EmbassyWords? name, IReadOnlyDictionary<string, EmbassyStepWords> steps) =>
        SummaryPart.Of(
            texts["Embassies.One"],
            [
                (texts["EmbassyForm.Name"].Value, name?.Name),
                (texts["EmbassyForm.Contact"].Value, name?.Contact),
                (texts["Embassies.YesTitle"].Value, (string?)texts[view.LiveYes(embassy.Id) is null ? "Embassies.NoYes" : "Embassies.Yes"].Value),
                .. view.StepsOf(embassy.Id).Select(s => (texts[$"EmbassyStepKind.{s.Kind}"].Value, Said(steps.GetValueOrDefault(s.Subject)))),
            ]
        );

    private async Task<IReadOnlyList<SummaryPart>> CostsAsync(CaseHandle handle)
    {
        var view = await costs.LoadAsync(handle);
        return [.. view.Costs.Select(c => Of(c, CostWords.OfSubject(texts, view, c)))];
    }

    private SummaryPart Of(TravelCost cost, string? subject)
    {
        return SummaryPart.Of(
            $"{texts["Costs.Title"].Value}: {texts[$"TravelCostKind.{cost.Kind}"].Value}",
            (texts["Costs.For"], subject),
            (texts["Legs.State"], texts[$"TravelCostState.{cost.State}"]),
            (texts["Costs.Estimate"], Sum(cost.EstimateMinor)),
            (texts["Costs.Approved"], Sum(cost.ApprovedMinor)),
            (texts["Costs.Actual"], Sum(cost.ActualMinor)),
            (texts["Costs.Refund"], Sum(cost.ActualMinor is null ? null : cost.RefundMinor))
        );

        string? Sum(long? minor) => minor is { } amount ? Amounts.Full(new Amount(amount, cost.Currency)) : null;
    }

    private static string? Said(EmbassyStepWords? words) =>
        words is null ? null
        : words.Note is null ? Dates.Day(words.On, year: true)
        : $"{Dates.Day(words.On, year: true)}, {words.Note}";
}
