using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.CashSupport.Summaries;

/// <summary>The decision on cash support, its shares, and what is paid back.</summary>
internal sealed class CashSummary(CashQueries queries, FamilyNames names, CashWords words, IStringLocalizer<CashTexts> texts) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Cash,
        typeof(CashTexts),
        "Decision.Title",
        [CaseLinks.Cash],
        new HashSet<string>
        {
            "EnterCashDecision",
            "ConfirmCashReceipt",
            "LookThroughReceipt",
            "RecordCashVisit",
            "SettleCashDoubt",
            "PayCash",
            "DecideRecovery",
            "RecordRepayment",
            "WithdrawRecovery",
            "ChaseUnclaimed",
            "EndCash",
        },
        handle => handle.May(CaseAction.SeeCash)
    );

    public Compartment Holds(Case @case) => Compartment.Identity;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        if (await queries.FindAsync(handle) is not { } view)
        {
            return [];
        }

        var isOpen = opened is not null && opened.Covers(Compartment.Identity);
        var (known, written) = isOpen
            ? await names.ReadAsync(opened!, view.Shares.Select(s => s.Member))
            : new OpenDecision(new Dictionary<Guid, MemberName>(), null);
        string Write(long minor) => Amounts.Full(new Amount(minor, handle.Programme.Entitlements.Currency));
        return
        [
            SummaryPart.Of(
                texts["Decision.Title"],
                (texts["Decision.Number"], written?.DecisionNumber),
                (texts["Decision.On"], written is null ? null : Dates.Day(written.DecidedOn, year: true)),
                (texts["Decision.Total"], Write(view.Decision.TotalMinor))
            ),
            SummaryPart.Of(
                texts["Shares.Title"],
                view.Shares.Select(s => (words.Who(s.Member, known), (string?)$"{Write(s.Member.AmountMinor)}. {words.State(s)}"))
            ),
            SummaryPart.Of(
                texts["Recovery.Title"],
                view.Recoveries.Select(r => (texts[$"RecoveryGround.{r.Ground}"].Value, (string?)Write(r.AmountMinor - r.WithdrawnMinor)))
            ),
        ];
    }
}
