using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Import.Rows;
using Hemvag.Modules.CashSupport.Import.Working;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Import.Keeping;

/// <summary>How many rows stand in each state; together as many as the file had.</summary>
internal sealed record CashRowCounts(int Ready, int Bad, int Done, int Skipped)
{
    public int All => Ready + Bad + Done + Skipped;
}

/// <summary>An import in a list.</summary>
internal sealed record CashImportLine(CashImport Import, CashRowCounts Counts, bool IsMine);

/// <summary>A bad row: where, and what is wrong. Nothing that it held.</summary>
internal sealed record BadRow(int Number, IReadOnlyList<RowFault> Faults);

/// <summary>A decision of an opened import.</summary>
/// <param name="Entry">What is entered, as the rows are read now; null where a list or a rule has changed so that they cannot be.</param>
/// <param name="CaseId">Null while it is not entered, and where the reader does not see the case.</param>
internal sealed record ImportedDecision(
    string DecisionNumber,
    int FirstRow,
    int Persons,
    CashRowState State,
    CashDecisionEntry? Entry,
    Guid? CaseId,
    string? CaseNumber
)
{
    /// <summary>Öre, of the whole family.</summary>
    public long? TotalMinor => Entry?.Family.Sum(p => p.AmountMinor);
}

/// <summary>Reads imports: counts and what is wrong for everyone who may know of them, what rows held for those who have opened it.</summary>
internal sealed class CashImportQueries(HemvagDbContext db, CashImportAccess access, CaseAccess cases, CaseVault vault)
{
    public const int PageSize = 100;
    private const int Shown = 50;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<CashImportLine>> ListAsync(CurrentAccount account)
    {
        var imports = await access.Visible(account).AsNoTracking().OrderByDescending(i => i.UploadedAt).Take(Shown).ToListAsync();
        var ids = imports.Select(i => i.Id).ToList();
        var counts = await db.Set<CashImportRow>()
            .Where(r => ids.Contains(r.ImportId))
            .GroupBy(r => new { r.ImportId, r.State })
            .Select(g => new
            {
                g.Key.ImportId,
                g.Key.State,
                Count = g.Count(),
            })
            .ToListAsync();
        return
        [
            .. imports.Select(i => new CashImportLine(
                i,
                CountsOf(counts.Where(c => c.ImportId == i.Id).ToDictionary(c => c.State, c => c.Count)),
                i.OfficerId == account.Id
            )),
        ];
    }

    public async Task<CashRowCounts> CountsAsync(Guid importId) =>
        CountsOf(
            await db.Set<CashImportRow>()
                .Where(r => r.ImportId == importId)
                .GroupBy(r => r.State)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count)
        );

    /// <summary>The work on it was given up: its officer begins it again.</summary>
    public async Task<bool> IsLeftAsync(CashImport import) =>
        import.State == CashImportState.Running && !await EnterImported.Living(db, import.Id).AnyAsync();

    /// <param name="page">From 0.</param>
    public async Task<IReadOnlyList<BadRow>> BadAsync(Guid importId, int page)
    {
        var rows = await ImportRows
            .In(db, importId, CashRowState.Bad)
            .OrderBy(r => r.Number)
            .Skip(page * PageSize)
            .Take(PageSize)
            .Select(r => new { r.Number, r.Faults })
            .ToListAsync();
        return [.. rows.Select(r => new BadRow(r.Number, RowFault.Read(r.Faults)))];
    }

    /// <summary>The decisions that are or can be entered, by page.</summary>
    /// <param name="page">From 0.</param>
    /// <param name="reading">Reads the rows again, for what stands in them.</param>
    public async Task<IReadOnlyList<ImportedDecision>> GoodAsync(CashImportHandle handle, OpenedCompartment opened, int page, DecisionReading reading)
    {
        var good = db.Set<CashImportRow>().Where(r => r.ImportId == handle.Id && r.State != CashRowState.Bad);
        var ordinals = good.Select(r => r.Decision).Distinct().OrderBy(d => d).Skip(page * PageSize).Take(PageSize);
        var rows = await good.AsNoTracking().Where(r => ordinals.Contains(r.Decision)).OrderBy(r => r.Number).ToListAsync();
        var held = await vault.ReadEachAsync<CashRowsPayload>(db, opened, Compartment.Identity, [.. rows.Select(r => r.Subject).Distinct()]);
        var entered = rows.Select(r => r.EnteredAs).OfType<Guid>().ToList();
        var numbers = await cases
            .Visible(handle.Account)
            .Where(c => entered.Contains(c.Id))
            .Select(c => new { c.Id, c.Number })
            .ToDictionaryAsync(c => c.Id, c => c.Number);
        return
        [
            .. rows.GroupBy(r => r.Decision)
                .OrderBy(g => g.Key)
                .Select(g =>
                {
                    var first = g.First();
                    var number = first.EnteredAs is { } id ? numbers.GetValueOrDefault(id) : null;
                    var cells = held.FirstOrDefault(h => h.Subject == first.Subject)?.Value.Rows ?? [];
                    return new ImportedDecision(
                        cells.Count == 0 ? "" : cells[0].Cells[(int)CashColumn.DecisionNumber],
                        first.Number,
                        g.Count(),
                        first.State,
                        cells.Count == 0 ? null : reading.ReadOne(g.Key, [.. cells.Select(r => new TableRow(r.Number, r.Cells, []))]).Entry,
                        number is null ? null : first.EnteredAs,
                        number
                    );
                }),
        ];
    }

    /// <summary>Every bad row with what it held, to be corrected and uploaded again.</summary>
    public async Task<IReadOnlyList<(CashRowCells Row, IReadOnlyList<RowFault> Faults)>> BadRowsAsync(Guid importId, OpenedCompartment opened)
    {
        var bad = await ImportRows
            .In(db, importId, CashRowState.Bad)
            .Select(r => new
            {
                r.Number,
                r.Faults,
                r.Subject,
            })
            .ToListAsync();
        var faults = bad.ToDictionary(r => r.Number, r => r.Faults);
        var held = await vault.ReadEachAsync<CashRowsPayload>(db, opened, Compartment.Identity, [.. bad.Select(r => r.Subject).Distinct()]);
        return
        [
            .. held.SelectMany(h => h.Value.Rows)
                .Where(r => faults.ContainsKey(r.Number))
                .OrderBy(r => r.Number)
                .Select(r => (r, RowFault.Read(faults[r.Number]))),
        ];
    }

    private static CashRowCounts CountsOf(Dictionary<CashRowState, int> counts) =>
        new(
            counts.GetValueOrDefault(CashRowState.Ready),
            counts.GetValueOrDefault(CashRowState.Bad),
            counts.GetValueOrDefault(CashRowState.Done),
            counts.GetValueOrDefault(CashRowState.Skipped)
        );
}
