using Hemvag.Modules.Applications.Referrals;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Applications.Summaries;

/// <summary>The referral, its receipt, the answer on each kind of support and what the person chose then.</summary>
internal sealed class ReferralSummary(ReferralQueries queries, IStringLocalizer<ApplicationsTexts> texts) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Referral,
        typeof(ApplicationsTexts),
        "Referral.Title",
        [CaseLinks.Referral],
        new HashSet<string> { "Refer", "ConfirmReceipt", "AnswerSupport", "DecideAnew", "ChaseReferral" },
        handle => handle.May(CaseAction.SeeApplication)
    );

    public Compartment Holds(Case @case) => Compartment.Notes | Compartment.Protection;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        if (await queries.StateAsync(handle.CaseId) is not { } state)
        {
            return [SummaryPart.Of(texts["Summary.Facts"], (texts["Referral.Sent"], texts["Summary.NotSent"]))];
        }

        var writings = opened is null ? ReferralWritings.None : await queries.WritingsAsync(handle, opened, state);
        var parts = new List<SummaryPart>
        {
            SummaryPart.Of(
                texts["Summary.Facts"],
                (texts["Referral.Sent"], Sent(state)),
                (texts["Receipt.Title"], Receipt(state)),
                (texts["Referral.Letter"], writings.Letter),
                (texts["Receipt.Text"], writings.Receipt)
            ),
        };
        if (state.Reply is { } reply)
        {
            parts.Add(
                SummaryPart.Of(
                    texts["Support.Title"],
                    [
                        (texts["Summary.Answered"], SwedishTime.DayAndTime(reply.AnsweredAt)),
                        .. queries.KindsOf(handle.Case).Select(k => (k.Text.Shown, (string?)Support(state, writings, k.Kind))),
                    ]
                )
            );
        }

        if (state.Decision is { } decision)
        {
            var text = texts[decision.GoesOn ? "Decision.WentOn" : "Decision.Stopped", Dates.Day(decision.DecidedOn, year: true)];
            parts.Add(SummaryPart.Of(texts["Decision.Title"], (texts["Decision.Question"], text)));
        }

        return parts;
    }

    private string Sent(ReferralState state) =>
        state.Referral.SentBy is null
            ? texts["Referral.OnPaper", Dates.Day(DateOnly.FromDateTime(state.Referral.SentAt), year: true)]
            : $"{SwedishTime.DayAndTime(state.Referral.SentAt)}, {state.SentBy}";

    private string Receipt(ReferralState state) =>
        state.Referral is { ReceivedOn: { } onPaper, ReceiptBy: null } ? texts["Referral.OnPaper", Dates.Day(onPaper, year: true)]
        : state.Referral.ReceivedOn is { } received ? texts["Receipt.Given", Dates.Day(received, year: true), state.ReceiptBy ?? ""]
        : texts["Receipt.Due", Dates.Day(state.Referral.ReceiptDueOn, year: true)];

    private string Support(ReferralState state, ReferralWritings writings, SupportKind kind)
    {
        var reason = writings.Reasons.GetValueOrDefault(kind);
        var lines = new[]
        {
            texts[$"SupportAvailability.{state.Answers.GetValueOrDefault(kind)}"].Value,
            reason?.Reasons is { } why ? $"{texts["Support.Because"].Value} {why}" : null,
            reason?.Alternatives is { } instead ? $"{texts["Support.Instead"].Value} {instead}" : null,
        };
        return string.Join('\n', lines.OfType<string>());
    }
}
