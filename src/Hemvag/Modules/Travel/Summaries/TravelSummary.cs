using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Modules.Travel.Will;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Summaries;

/// <summary>The journey: office, arrangements, plan, the person's will and what has happened on the way.</summary>
internal sealed class TravelSummary(
    TravelQueries queries,
    SealedTravel seals,
    JourneyParts journey,
    OrganisationQueries organisations,
    ProgrammeCatalogue programmes,
    IStringLocalizer<TravelTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Travel,
        typeof(TravelTexts),
        "Travel.Title",
        [CaseLinks.Travel],
        new HashSet<string>
        {
            "NameLocalOffice",
            "DecideArrangement",
            "ConfirmArrangement",
            "DeclineArrangement",
            "CancelArrangement",
            "PlanJourney",
            "RecordWill",
            "Booked",
            "ReadyToTravel",
            "Departed",
            "MetOnArrival",
            "OnwardJourneyDone",
            "CorrectMilestoneDay",
            "PlanLeg",
            "ChangeLeg",
            "CancelLeg",
            "AcknowledgeLegs",
            "WriteTravelCheck",
            "AddTravelPaper",
            "WriteTravelPaper",
            "AddEmbassy",
            "AgreeToEmbassy",
            "WithdrawEmbassy",
            "TakeEmbassyStep",
            "LegDeparted",
            "LegArrived",
            "SignOfLife",
            "TakeBackTravelFact",
            "WriteSafePlace",
            "LegSilence",
            "PaperWatch",
            "RequestTravelCost",
            "ApproveTravelCost",
            "RefuseTravelCost",
            "InvoiceTravelCost",
            "RefundTravelCost",
            "CorrectTravelCost",
            "MakePackage",
            "LeavePackage",
            "FetchPackage",
            "OpenPackage",
            "PackageCodeWrong",
            "ReceivePackage",
            "ConfirmPackage",
            "RevokePackage",
            "PackageWatch",
            "DutyBegins",
            "CancelTravelCost",
        },
        handle => handle.May(CaseAction.SeeTravel)
    );

    public Compartment Holds(Case @case) => Compartment.Travel;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var view = await queries.LoadAsync(handle);
        var open = opened is not null && opened.Covers(Compartment.Travel) ? opened : null;
        return
        [
            await OfFactsAsync(handle.Case, view),
            .. await ArrangementsAsync(handle, view, open),
            .. open is not null && await seals.JourneyAsync(open) is { } plan ? [Of(plan)] : Array.Empty<SummaryPart>(),
            .. await journey.AllAsync(handle, open),
            .. await WillAsync(view, open),
        ];
    }

    private async Task<SummaryPart> OfFactsAsync(Case @case, TravelView view) =>
        SummaryPart.Of(
            texts["Summary.Facts"],
            [
                (
                    texts["Office.Title"],
                    @case.LocalOfficeId is { } office ? await organisations.NameAsync(office) : (string?)texts["Office.NobodyKnows"].Value
                ),
                .. TravelMilestones.All.Select(k => (words[$"MilestoneKind.{k}"].Value, (string?)Reached(view.Of(k)))),
            ]
        );

    private string Reached(CaseMilestone? reached)
    {
        if (reached is null)
        {
            return texts["Milestones.NotYet"];
        }

        var day = Dates.Day(reached.OccurredOn, year: true);
        return reached.OpenGates.Length == 0
            ? day
            : $"{day}. {texts["Milestones.WhileOpen"].Value} {string.Join(", ", reached.OpenGates.Split(',').Select(g => words[$"GateKind.{g}"].Value))}";
    }

    private async Task<IReadOnlyList<SummaryPart>> ArrangementsAsync(CaseHandle handle, TravelView view, OpenedCompartment? opened)
    {
        var parts = new List<SummaryPart>();
        foreach (var part in programmes.Get(handle.Case.ProgrammeId).TravelArrangements)
        {
            var row = view.Of(part.Kind);
            var (decision, answer) = opened is null || row is null ? (null, null) : await seals.ArrangementAsync(opened, part.Kind);
            parts.Add(
                SummaryPart.Of(
                    words[$"TravelArrangementKind.{part.Kind}"],
                    (texts["Arrangements.Needed"], texts[$"ArrangementNeed.{row?.Need ?? ArrangementNeed.NotDecided}"]),
                    (texts["Arrangements.ArrangedBy"], row?.OrganisationId is { } asked ? await organisations.NameAsync(asked) : null),
                    (
                        texts["Arrangements.Answer"],
                        row?.Answer is { } said ? $"{texts[$"Arrangements.State.{said}"].Value}, {SwedishTime.DayAndTime(row.AnsweredAt)}" : null
                    ),
                    (texts["Arrangements.Variant"], part.Variants.FirstOrDefault(v => v.Id == decision?.Variant)?.Label.Shown),
                    (texts["Arrangements.Note"], decision?.Note),
                    (texts["Arrangements.AnswerNote"], answer?.Note)
                )
            );
        }

        return parts;
    }

    private SummaryPart Of(JourneyPlan plan) =>
        SummaryPart.Of(
            texts["Journey.Title"],
            (texts["Journey.Departs"], At(plan.DepartsOn, plan.DepartsAt, plan.DepartureZone)),
            (texts["Journey.Arrives"], At(plan.ArrivesOn, plan.ArrivesAt, plan.ArrivalZone)),
            (texts["Journey.Route"], plan.Route),
            (texts["Journey.MeetingPlace"], plan.MeetingPlace)
        );

    // A planned time is that of the place; the zone says which.
    private string At(DateOnly day, TimeOnly? time, string zone) =>
        time is { } at
            ? $"{Dates.Day(day, year: true)} {texts["Journey.At"].Value} {Moments.Time(at)} ({zone})"
            : $"{Dates.Day(day, year: true)} ({zone})";

    private async Task<IReadOnlyList<SummaryPart>> WillAsync(TravelView view, OpenedCompartment? opened)
    {
        var written = opened is null ? new Dictionary<string, WillWords>() : await seals.WillAsync(opened);
        return
        [
            .. view.Will.Select(w =>
                SummaryPart.Of(
                    $"{texts["Will.Title"].Value}, {Dates.Day(w.AskedOn, year: true)}",
                    (texts["Will.Question"], texts[$"WillWord.{w.Word}"]),
                    (texts["Will.How"], texts[$"AskedHow.{w.How}"]),
                    (texts["Will.Language"], SpokenLanguages.Name(w.Language)),
                    (texts["Will.AskedBy"], written.GetValueOrDefault(WillWords.Subject(w.Id))?.AskedBy),
                    (texts["Will.Interpreter"], written.GetValueOrDefault(WillWords.Subject(w.Id))?.Interpreter)
                )
            ),
        ];
    }
}
