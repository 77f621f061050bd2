using Hemvag.Data;
using Hemvag.Modules.Cases.Overview;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Summaries;

/// <summary>Stops, how the person was reached after them, and the closing with what was still open.</summary>
internal sealed class ClosingSummary(
    OverviewQueries queries,
    SealedNotes notes,
    HemvagDbContext db,
    IStringLocalizer<CasesTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Close,
        typeof(CasesTexts),
        "Summary.Closing",
        [CaseLinks.Close, ""],
        new HashSet<string> { "Stop", "PersonReached", "Resume", "AskToEndSupport", "EndSupport", "Close" },
        handle => handle.May(CaseAction.Close)
    );

    public Compartment Holds(Case @case) => Compartment.Contact;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var file = handle.Case;
        var said = await notes.ReadAsync<ReachedPayload>(opened, Compartment.Contact, ReachedPayload.Subject);
        return
        [
            SummaryPart.Of(
                texts["Summary.Facts"],
                (texts["Summary.State"], texts[$"CaseState.{file.State}"]),
                (texts["Summary.Held"], SwedishTime.DayAndTime(file.HeldAt)),
                (texts["Reached.Done"], SwedishTime.DayAndTime(file.ReachedAfterStopAt)),
                (texts["Reached.Note"], said.GetValueOrDefault(ReachedPayload.Subject)?.Note),
                (texts["Summary.SupportEnded"], SwedishTime.DayAndTime(file.SupportEndedAt)),
                (texts["Summary.Closed"], SwedishTime.DayAndTime(file.ClosedAt)),
                (texts["Close.Ground"], file.ClosingGround is { } ground ? texts[$"ClosingGround.{ground}"] : null)
            ),
            file.ClosedAt is null ? await StillOpenAsync(handle) : await OpenAtClosingAsync(handle),
        ];
    }

    private async Task<SummaryPart> StillOpenAsync(CaseHandle handle)
    {
        var gates = await queries.GatesAsync(handle, MilestoneKind.Closed, GateBoard.AlwaysAsked);
        var unseen = JusticeSight.HiddenFrom(handle);
        var waiting = await db.Set<WorkItem>()
            .AsNoTracking()
            .Where(w => w.CaseId == handle.CaseId && w.DoneAt == null && !unseen.Contains(w.Kind))
            .OrderBy(w => w.DueOn)
            .ThenBy(w => w.Id)
            .ToListAsync();
        return SummaryPart.Of(
            texts["Close.Open"],
            [
                .. gates
                    .Where(g => !g.Met && g.Kind != GateKind.Eligible)
                    .Select(g => (words[$"GateKind.{g.Kind}"].Value, (string?)texts["Summary.NotMet"].Value)),
                .. waiting.Select(w =>
                    (
                        texts[$"WorkItemName.{w.Kind}"].Value,
                        (string?)(w.DueOn is { } due ? texts["Summary.Due", Dates.Day(due, year: true)] : texts["Summary.Waits"]).Value
                    )
                ),
            ]
        );
    }

    private async Task<SummaryPart> OpenAtClosingAsync(CaseHandle handle)
    {
        var closed = await db.Set<CaseMilestone>()
            .AsNoTracking()
            .Where(m => m.CaseId == handle.CaseId && m.Kind == MilestoneKind.Closed)
            .Select(m => m.OpenGates)
            .FirstOrDefaultAsync();
        var open = (closed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        return SummaryPart.Of(
            texts["Summary.OpenAtClosing"],
            open.Select(g => (words[$"GateKind.{g}"].Value, (string?)texts["Summary.NotMet"].Value))
        );
    }
}
