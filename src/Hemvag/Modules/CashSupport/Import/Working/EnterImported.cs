using System.Globalization;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.CashSupport.Import.Rows;
using Hemvag.Modules.Organisations;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Import.Working;

/// <summary>
/// Enters the decisions of an import in the name of the officer who started it: each is an operation of its own, whose id follows from the
/// import and the decision, so that one that was entered just before the program ended is found entered when it goes on.
/// </summary>
internal sealed class EnterImported(
    HemvagDbContext db,
    Operations operations,
    Openings openings,
    CaseVault vault,
    CashDecisions decisions,
    DecisionReaders readers,
    EnteringOfficer officers,
    TimeProvider time
) : IJobHandler
{
    public const string JobKind = "EnterCashImport";

    /// <summary>The word under which the reading stands in the trail.</summary>
    public const string Purpose = "cash-import";

    /// <summary>Decisions of one run: it ends well within its lease, and others have their turn.</summary>
    private const int PerRun = 100;

    /// <summary>Decisions after which what has been done is noted.</summary>
    private const int PerNote = 25;

    public string Kind => JobKind;

    /// <param name="startId">Of the operation that started it: a second start is a second job.</param>
    public static Job For(Guid importId, Guid startId, DateTime now) => Job.At(now, JobKind, importId, $"{JobKind}/{importId:N}/{startId:N}");

    /// <summary>The work on an import that is not done and not given up: after several failures a job dies, and nobody goes on by itself.</summary>
    public static IQueryable<Job> Living(HemvagDbContext db, Guid importId) =>
        db.Set<Job>().Where(j => j.Kind == JobKind && j.SubjectId == importId && j.DoneAt == null && j.DeadAt == null);

    /// <summary>The same however often it is tried.</summary>
    public static Guid EntryId(Guid importId, int decision) =>
        StableId.Of(string.Create(CultureInfo.InvariantCulture, $"cash-import:{importId:N}:{decision}"));

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var import = await db.Set<CashImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == job.SubjectId, stop);
        if (import is not { State: CashImportState.Running })
        {
            return null;
        }

        if (await officers.FindAsync(import, stop) is not { } officer)
        {
            await PauseAsync(import);
            return null;
        }

        var reading = await readers.ForAsync(LocalDates.Today(time.GetUtcNow().UtcDateTime, officer.Zone));
        var next = await NextAsync(import.Id, stop);
        foreach (var part in next.Chunk(PerNote))
        {
            stop.ThrowIfCancellationRequested();
            if (!await IsStillTheirsAsync(import, stop))
            {
                return time.GetUtcNow().UtcDateTime;
            }

            await EnterAsync(import.Id, officer, reading, part);
        }

        // Asked anew, since some may have been marked meanwhile by another node.
        return next.Count > 0 && await ImportRows.In(db, import.Id, CashRowState.Ready).AnyAsync(stop)
            ? time.GetUtcNow().UtcDateTime
            : await FinishAsync(import.Id);
    }

    // A colleague may have gone on with it since the turn began, or the officer's rights have ended: the next turn sees to both.
    private async Task<bool> IsStillTheirsAsync(CashImport import, CancellationToken stop) =>
        await db.Set<CashImport>().AnyAsync(i => i.Id == import.Id && i.OfficerId == import.OfficerId && i.State == import.State, stop)
        && await officers.FindAsync(import, stop) is not null;

    private Task<List<int>> NextAsync(Guid importId, CancellationToken stop) =>
        ImportRows.In(db, importId, CashRowState.Ready).Select(r => r.Decision).Distinct().OrderBy(d => d).Take(PerRun).ToListAsync(stop);

    private async Task EnterAsync(Guid importId, CurrentAccount officer, DecisionReading reading, IReadOnlyList<int> ordinals)
    {
        var opened = await OpenAsync(importId, officer);
        var stored = await vault.ReadEachAsync<CashRowsPayload>(db, opened, Compartment.Identity, [.. ordinals.Select(CashImportRow.SubjectOf)]);
        // What was entered just before the program ended is there, whatever has changed since in a list or a rule.
        var ids = ordinals.ToDictionary(o => CaseIds.From(EntryId(importId, o)));
        var there = await db.Set<Case>().Where(c => ids.Keys.Contains(c.Id)).Select(c => c.Id).ToListAsync();
        var outcomes = there.ToDictionary(id => CashImportRow.SubjectOf(ids[id]), id => new EntryOutcome(id, []), StringComparer.Ordinal);
        var left = ordinals.Where(o => !outcomes.ContainsKey(CashImportRow.SubjectOf(o))).ToList();
        var rows = stored.ToDictionary(s => s.Subject, s => s.Value.Rows, StringComparer.Ordinal);
        try
        {
            var entered = await EnterTogetherAsync(importId, officer, reading, left, rows);
            foreach (var ordinal in left)
            {
                var subject = CashImportRow.SubjectOf(ordinal);
                outcomes[subject] =
                    entered?.GetValueOrDefault(ordinal)
                    ?? (
                        rows.TryGetValue(subject, out var cells)
                            ? await EnterOneAsync(importId, officer, reading, ordinal, cells)
                            : new EntryOutcome(null, [])
                    );
            }
        }
        finally
        {
            // Also where one of them broke: what was entered before it is said so at once.
            if (outcomes.Count > 0)
            {
                await NoteAsync(importId, officer, outcomes);
            }
        }
    }

    /// <returns>By number of the decision, those that have nothing wrong; null when one of them was refused, and none is entered.</returns>
    private async Task<Dictionary<int, EntryOutcome>?> EnterTogetherAsync(
        Guid importId,
        CurrentAccount officer,
        DecisionReading reading,
        IReadOnlyList<int> ordinals,
        Dictionary<string, IReadOnlyList<CashRowCells>> rows
    )
    {
        var entered = new Dictionary<int, EntryOutcome>();
        var saved = await operations.TogetherAsync(async () =>
        {
            foreach (var ordinal in ordinals)
            {
                if (rows.TryGetValue(CashImportRow.SubjectOf(ordinal), out var cells) && Read(reading, ordinal, cells).Entry is { } entry)
                {
                    entered[ordinal] = new EntryOutcome(await decisions.EnterAsync(officer, EntryId(importId, ordinal), entry), []);
                }
            }
        });
        return saved ? entered : null;
    }

    private async Task<EntryOutcome> EnterOneAsync(
        Guid importId,
        CurrentAccount officer,
        DecisionReading reading,
        int ordinal,
        IReadOnlyList<CashRowCells> rows
    )
    {
        var read = Read(reading, ordinal, rows);
        if (read.Entry is not { } entry)
        {
            // A list or a rule has changed since it was looked at.
            return new EntryOutcome(null, read.Rows.ToDictionary(r => r.Number, r => r.Faults));
        }

        try
        {
            return new EntryOutcome(await decisions.EnterAsync(officer, EntryId(importId, ordinal), entry), []);
        }
        catch (RefusedException refused) when (refused.Refusal != SaveConflict.Lost)
        {
            // A lost race is no fault of the row: the job is tried again.
            // Another node may have entered this very decision meanwhile: then it is this one that stands in the way.
            var caseId = CaseIds.From(EntryId(importId, ordinal));
            if (await db.Set<Case>().AnyAsync(c => c.Id == caseId))
            {
                return new EntryOutcome(caseId, []);
            }

            var (bad, fault) = EntryRules.FaultOf(refused, rows.Count);
            return new EntryOutcome(
                null,
                rows.ToDictionary(
                    r => r.Number,
                    r => (IReadOnlyList<RowFault>)[r == rows[bad] ? fault : new RowFault(RowFaultKind.DecisionWaits, null, rows[bad].Number)]
                )
            );
        }
    }

    private static ReadDecision Read(DecisionReading reading, int ordinal, IReadOnlyList<CashRowCells> rows) =>
        reading.ReadOne(ordinal, [.. rows.Select(r => new TableRow(r.Number, r.Cells, []))]);

    private Task<bool> NoteAsync(Guid importId, CurrentAccount officer, Dictionary<string, EntryOutcome> outcomes) =>
        operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.CashImport(importId),
            JobKind,
            officer.Actor,
            async work =>
            {
                var subjects = outcomes.Keys.ToList();
                var rows = await work.Db.Set<CashImportRow>().Where(r => r.ImportId == importId && subjects.Contains(r.Subject)).ToListAsync();
                var marked = rows.Where(r => outcomes[r.Subject].Mark(r)).ToList();
                var entered = marked.Where(r => r.State == CashRowState.Done).Select(r => r.Decision).Distinct().Count();
                var refused = marked.Where(r => r.State == CashRowState.Bad).Select(r => r.Decision).Distinct().Count();
                work.Record(new CashImportAdvanced(entered, refused));
            }
        );

    // The officer's own reading, as on the page: it stands in the trail, and lasts as long as any.
    private async Task<OpenedCompartment> OpenAsync(Guid importId, CurrentAccount officer)
    {
        var now = time.GetUtcNow();
        if (Openings.Together(await Openings.Live(db, importId, officer.Id, now.UtcDateTime).ToListAsync()) is { } live)
        {
            return live;
        }

        await openings.OpenAsync(Guid.CreateVersion7(now), importId, officer.Actor, Compartment.Identity, Purpose);
        return Openings.Together(await Openings.Live(db, importId, officer.Id, now.UtcDateTime).ToListAsync())
            ?? throw new InvalidOperationException("Nothing is open.");
    }

    private Task<bool> PauseAsync(CashImport import) =>
        operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.CashImport(import.Id),
            "PauseCashImport",
            Actor.System(JobKind),
            async work => work.Record((await work.Db.Set<CashImport>().FirstAsync(i => i.Id == import.Id)).Pause())
        );

    private async Task<DateTime?> FinishAsync(Guid importId)
    {
        await operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.CashImport(importId),
            "FinishCashImport",
            Actor.System(JobKind),
            async work =>
            {
                var import = await work.Db.Set<CashImport>().FirstAsync(i => i.Id == importId);
                import.Finish();
                if (await ImportRows.In(work.Db, importId, CashRowState.Bad).AnyAsync())
                {
                    work.Record(new CashImportWorked());
                }
                else
                {
                    // All of it is entered: nothing is left to read.
                    await ImportRows.EndAsync(work, import, null);
                }
            }
        );
        return null;
    }

    /// <summary>What became of a decision: the case, or what is wrong by number of the row.</summary>
    private sealed record EntryOutcome(Guid? CaseId, Dictionary<int, IReadOnlyList<RowFault>> Faults)
    {
        // What could not even be read is entered by hand.
        private static readonly IReadOnlyList<RowFault> Unknown = [new RowFault(RowFaultKind.EnterByHand)];

        /// <returns>False when another node has marked it, or when it was given up and is not entered.</returns>
        public bool Mark(CashImportRow row)
        {
            if (row.State is CashRowState.Bad or CashRowState.Done || (row.State == CashRowState.Skipped && CaseId is null))
            {
                return false;
            }

            if (CaseId is { } entered)
            {
                // Also one that was given up while it was being entered: it is there.
                row.MarkDone(entered);
            }
            else
            {
                row.MarkBad(Faults.GetValueOrDefault(row.Number, Unknown));
            }

            return true;
        }
    }
}
