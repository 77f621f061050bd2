using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Import.Working;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Import.Keeping;

/// <summary>The rows of an import, and what becomes of them when it ends.</summary>
internal static class ImportRows
{
    /// <summary>Rows of an import in one state.</summary>
    public static IQueryable<CashImportRow> In(HemvagDbContext db, Guid importId, CashRowState state) =>
        db.Set<CashImportRow>().Where(r => r.ImportId == importId && r.State == state);

    /// <summary>Ids that are asked for at once.</summary>
    private const int AtOnce = 500;

    /// <summary>
    /// Ends the import within an operation of its stream: what was ready is skipped, but for what had been entered and not yet noted, and its
    /// keys are destroyed in the same save.
    /// </summary>
    /// <param name="by">Null when all of it was entered or its last day has passed.</param>
    public static async Task EndAsync(OperationWork work, CashImport import, Guid? by)
    {
        var left = await In(work.Db, import.Id, CashRowState.Ready).ToListAsync();
        var entered = await EnteredAsync(work.Db, import.Id, left.Select(r => r.Decision).Distinct());
        foreach (var row in left)
        {
            if (entered.TryGetValue(row.Decision, out var caseId))
            {
                row.MarkDone(caseId);
            }
            else
            {
                row.Skip();
            }
        }

        if (entered.Count > 0)
        {
            work.Record(new CashImportAdvanced(entered.Count, 0));
        }

        work.Record(import.End(by, work.Now, left.Count(r => r.State == CashRowState.Skipped)));
        work.Record(new KeysDestroyed(import.Id, await CaseKeys.DestroyAllAsync(work.Db, import.Id, work.Now)));
    }

    /// <returns>The case of each of the decisions that is one.</returns>
    private static async Task<Dictionary<int, Guid>> EnteredAsync(HemvagDbContext db, Guid importId, IEnumerable<int> decisions)
    {
        var found = new Dictionary<int, Guid>();
        foreach (var some in decisions.Chunk(AtOnce))
        {
            var ids = some.ToDictionary(d => CaseIds.From(EnterImported.EntryId(importId, d)));
            foreach (var id in await db.Set<Case>().Where(c => ids.Keys.Contains(c.Id)).Select(c => c.Id).ToListAsync())
            {
                found[ids[id]] = id;
            }
        }

        return found;
    }
}
