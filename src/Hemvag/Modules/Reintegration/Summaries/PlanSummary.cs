using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Money;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Reintegration.Summaries;

/// <summary>The plan with its yeses, the support line by line, and each payment.</summary>
internal sealed class PlanSummary(
    PlanQueries plans,
    MoneyQueries money,
    PlanDesk desk,
    PaymentWords payments,
    SealedNotes notes,
    IStringLocalizer<ReintegrationTexts> texts,
    IStringLocalizer<MoneyTexts> moneyTexts,
    IStringLocalizer<ProgrammesTexts> words
) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Plan,
        typeof(ReintegrationTexts),
        "Summary.Title",
        [CaseLinks.Plan, CaseLinks.Money],
        new HashSet<string>
        {
            "AddPlanItem",
            "ChangePlanItem",
            "RemovePlanItem",
            "AgreeToPlan",
            "ConcludePlan",
            "OpenEntitlements",
            "RequestPayment",
            "RequestPaymentAgain",
            "AnswerPayments",
            "CancelPayment",
            "PayPayment",
            "ReceiptPayment",
            "ReversePayment",
            "AccountForPayment",
        },
        handle => handle.May(CaseAction.SeePlanAndMoney)
    );

    public Compartment Holds(Case @case) => Compartment.Protection | Compartment.Bank;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened) =>
        [
            .. await PlanAsync(handle, opened is not null && opened.Covers(Compartment.Protection) ? opened : null),
            .. await MoneyAsync(handle, opened is not null && opened.Covers(Compartment.Bank) ? opened : null),
        ];

    private async Task<IReadOnlyList<SummaryPart>> PlanAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var plan = await plans.ReadAsync(handle);
        if (plan.Items.Count == 0)
        {
            return [SummaryPart.Of(texts["Plan.Title"], (texts["Summary.Stands"], texts["Plan.Empty"]))];
        }

        var written = opened is null ? new Dictionary<Guid, Unsealed<PlanItemText>>() : await plans.TextsAsync(opened);
        var interpreters = await notes.ReadAsync<PlanInterpreter>(opened, Compartment.Protection, PlanSubjects.AllInterpreters);
        var currency = desk.Programme(handle).Entitlements.Currency;
        return
        [
            .. plan.Items.Select(i => Of(i, written.GetValueOrDefault(i.Id)?.Value, currency)),
            SummaryPart.Of(
                texts["Plan.Yes.Title"],
                PlanParties.All.Select(p => (texts[$"PlanParty.{p}"].Value, (string?)Yes(plan.YesOf(p), interpreters)))
            ),
        ];
    }

    private SummaryPart Of(PlanItem item, PlanItemText? text, string currency) =>
        SummaryPart.Of(
            texts["Summary.Item", item.Number, words[$"SupportPurpose.{item.Purpose}"].Value],
            (
                texts["Summary.Stands"],
                texts["Plan.Item.Line", payments.Category(item.Category, item.ChildOrdinal), item.Month, words[$"Role.{item.Responsible}"].Value]
            ),
            (texts["Summary.Amount"], Amounts.Full(new Amount(item.AmountMinor, currency))),
            (texts["Summary.Goal"], text?.Goal),
            (texts["Summary.Provider"], text?.Provider),
            (texts["Summary.Description"], text?.Description),
            (texts["Summary.Note"], text?.Note)
        );

    private string Yes(PlanAgreement? yes, IReadOnlyDictionary<string, PlanInterpreter> interpreters)
    {
        if (yes is null)
        {
            return texts["Plan.Yes.Open"];
        }

        var day = Dates.Day(yes.AgreedOn, year: true);
        var name = interpreters.GetValueOrDefault(PlanSubjects.Interpreter(yes.Id))?.Name;
        return !yes.ThroughInterpreter ? day : $"{day}. {texts["Plan.Yes.Interpreted"].Value}{(name is null ? "" : $": {name}")}";
    }

    private async Task<IReadOnlyList<SummaryPart>> MoneyAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var view = await money.ReadAsync(handle);
        if (view.Entitlements.Count == 0)
        {
            return [SummaryPart.Of(moneyTexts["Money.Title"], (texts["Summary.Stands"], moneyTexts["Money.NotOpened"]))];
        }

        var details = opened is null ? new Dictionary<Guid, Unsealed<PaymentDetails>>() : await money.DetailsAsync(opened);
        return
        [
            .. view.Entitlements.Select(Of),
            .. view.Payments.Reverse().Select(p => Of(p, view.EntitlementOf(p).Currency, details.GetValueOrDefault(p.Id)?.Value)),
        ];
    }

    private SummaryPart Of(Entitlement line)
    {
        string Sum(long minor) => Amounts.Full(new Amount(minor, line.Currency));
        return SummaryPart.Of(
            payments.Category(line.Category, line.ChildOrdinal),
            (moneyTexts["Column.Ceiling"], Sum(line.CeilingMinor)),
            (moneyTexts["Column.Reserved"], Sum(line.ReservedMinor)),
            (moneyTexts["Column.Approved"], Sum(line.ApprovedMinor)),
            (moneyTexts["Column.Paid"], Sum(line.PaidMinor)),
            (moneyTexts["Column.Confirmed"], Sum(line.ConfirmedMinor)),
            (moneyTexts["Column.Left"], Sum(line.LeftMinor))
        );
    }

    private SummaryPart Of(Payment payment, string currency, PaymentDetails? details) =>
        SummaryPart.Of(
            texts["Summary.Payment", payments.What(payment, details)],
            (texts["Summary.Amount"], Amounts.Full(new Amount(payment.CountsMinor, currency))),
            (texts["Summary.State"], payments.State(payment)),
            (texts["Summary.Mode"], payments.Mode(payment.PaidMode ?? payment.Mode)),
            (texts["Summary.Asked"], SwedishTime.DayAndTime(payment.RequestedAt)),
            (texts["Summary.PaidOn"], payment.PaidOn is { } day ? Dates.Day(day, year: true) : null),
            (texts["Summary.PayTo"], details?.PayTo)
        );
}
