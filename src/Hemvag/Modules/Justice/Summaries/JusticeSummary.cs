using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Justice.Telling;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Justice.Summaries;

/// <summary>The proceedings and what the person was told of them, for those behind the wall.</summary>
internal sealed class JusticeSummary(
    ProceedingQueries queries,
    HemvagDbContext db,
    CaseVault vault,
    TimeProvider time,
    IStringLocalizer<JusticeTexts> texts
) : IStepSummary
{
    /// <summary>Kinds that stand behind the wall in the timeline too.</summary>
    public static readonly IReadOnlyList<string> BehindTheWall =
    [
        "OpenProceeding",
        "SetProceedingStage",
        "WriteProceeding",
        "AddProceedingDay",
        "SettleProceedingDay",
        "PlanTelling",
        "RecordTold",
        "WriteTrial",
        "AddTrialCost",
        "RemoveTrialCost",
        "EndJustice",
        LookAtTelling.JobKind,
    ];

    public static readonly SummaryStep Step = new(
        CaseLinks.Justice,
        typeof(JusticeTexts),
        "Justice.Title",
        [CaseLinks.Justice],
        new HashSet<string>([.. BehindTheWall, "AskForJourneyHelp", "AnswerJourneyHelp", "CancelJourneyHelp", "UndoJourneyHelp"]),
        handle => handle.May(CaseAction.SeeJustice)
    );

    public Compartment Holds(Case @case) => Compartment.Justice;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, handle.Account.Zone);
        var view = await queries.OverviewAsync(handle, today);
        var told = await db.Set<ToldDevelopment>().AsNoTracking().Where(t => t.CaseId == handle.CaseId).OrderBy(t => t.ToldOn).ToListAsync();
        var isOpen = opened is not null && opened.Covers(Compartment.Justice);
        var written = isOpen ? await vault.ReadAllAsync<ProceedingPayload>(db, opened!, Compartment.Justice, Proceeding.SubjectPrefix) : [];
        var words = isOpen ? await vault.ReadAllAsync<ToldPayload>(db, opened!, Compartment.Justice, ToldDevelopment.SubjectPrefix) : [];
        var bySubject = written.ToDictionary(w => w.Subject, w => w.Value, StringComparer.Ordinal);
        var byTold = words.ToDictionary(w => w.Subject, w => w.Value, StringComparer.Ordinal);
        return [.. view.Proceedings.Select(p => Part(p, bySubject.GetValueOrDefault(p.Subject), told.Where(t => t.ProceedingId == p.Id), byTold))];
    }

    private SummaryPart Part(
        Proceeding proceeding,
        ProceedingPayload? details,
        IEnumerable<ToldDevelopment> told,
        Dictionary<string, ToldPayload> words
    ) =>
        SummaryPart.Of(
            $"{texts["Proceeding.Name", proceeding.Number].Value}, {texts[$"ProceedingSide.{proceeding.Side}"].Value}",
            [
                (texts["Proceeding.Stage"], $"{texts[$"ProceedingStage.{proceeding.Stage}"].Value}, {Dates.Day(proceeding.StageOn, year: true)}"),
                (texts["Proceeding.Authority"], details?.Authority),
                (texts["Proceeding.Reference"], details?.Reference),
                (texts["Proceeding.CounselName"], details?.CounselName),
                (texts["Proceeding.CounselContact"], details?.CounselContact),
                (texts["Proceeding.Notes"], details?.Notes),
                .. told.Select(t =>
                    (texts["Summary.Told", Dates.Day(t.ToldOn, year: true)].Value, (string?)Said(t, words.GetValueOrDefault(t.Subject)))
                ),
            ]
        );

    private string Said(ToldDevelopment told, ToldPayload? words)
    {
        var how = $"{texts[$"ToldBy.{told.By}"].Value}, {texts[$"ToldWay.{told.Way}"].Value}, {SpokenLanguages.Name(told.Language)}";
        return words is null ? how : $"{how}\n{words.What}{(words.Answer is null ? "" : "\n" + words.Answer)}";
    }
}
