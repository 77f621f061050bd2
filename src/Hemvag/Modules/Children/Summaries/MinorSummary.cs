using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Children.Minors;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Children.Summaries;

/// <summary>What was settled for a child who returns alone.</summary>
internal sealed class MinorSummary(MinorQueries queries, IStringLocalizer<ChildrenTexts> texts) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Minor,
        typeof(ChildrenTexts),
        "Minor.Title",
        [CaseLinks.Minor],
        new HashSet<string>
        {
            "SignAsGuardian",
            "TakeBackSignature",
            "RecordBestInterests",
            "NameReceivingAuthority",
            "ConfirmTakingOver",
            "TakeBackTakingOver",
            "ChildIsBack",
            "MinorIsAdult",
        },
        handle => handle.May(CaseAction.SeeChildren)
    );

    public Compartment Holds(Case @case) => Compartment.Protection;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        if (await queries.FindAsync(handle) is not { } view)
        {
            return [];
        }

        var isOpen = opened is not null && opened.Covers(Compartment.Protection);
        var receiving = isOpen ? (await queries.ReceivingAsync(opened!))?.Value : null;
        var (reasons, takenBack) = isOpen
            ? await queries.ReasonsAsync(opened!)
            : (new Dictionary<string, BestInterestsPayload>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        return
        [
            SummaryPart.Of(
                texts["Minor.Title"],
                (texts["Minor.Signed"], view.Minor.GuardianSignedOn is { } signed ? Dates.Day(signed, year: true) : texts["Minor.NotYet"]),
                (texts["Minor.Receiver"], texts[view.Minor.ReceiverNamed ? "Minor.Receiver.Named" : "Minor.NotYet"]),
                (texts["Receiving.Authority"], receiving?.Authority),
                (texts["Receiving.Contact"], receiving?.Contact),
                (texts["Receiving.Notes"], receiving?.Notes),
                (texts["Minor.TakenOver"], view.Minor.TakenOverOn is { } taken ? Dates.Day(taken, year: true) : texts["Minor.NotYet"]),
                (texts["Minor.Back"], view.Minor.BackOn is { } back ? Dates.Day(back, year: true) : null),
                (texts["Unsign.Reason"], takenBack.GetValueOrDefault(MinorReason.Signature)),
                (texts["Untake.Reason"], takenBack.GetValueOrDefault(MinorReason.TakingOver))
            ),
            .. view.Decisions.Select(d => Of(d, reasons.GetValueOrDefault(d.Decision.Subject))),
        ];
    }

    private SummaryPart Of(BestInterestsRow row, BestInterestsPayload? details) =>
        SummaryPart.Of(
            texts[$"DecisionSide.{row.Decision.Side}"],
            (texts["BestInterests.Outcome"], texts[row.Decision.InBestInterests ? "BestInterests.Yes" : "BestInterests.No"]),
            (texts["BestInterests.On"], Dates.Day(row.Decision.DecidedOn, year: true)),
            (texts["BestInterests.Authority"], details?.Authority),
            (texts["Custody.Reference"], details?.Reference),
            (texts["BestInterests.Reasons"], details?.Reasons)
        );
}
