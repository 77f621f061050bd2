using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Import.Keeping;

/// <summary>The rows of an import, and what becomes of them when it ends.</summary>
internal static class ImportRows
{
    /// <summary>Rows of an import in one state.</summary>
    public static IQueryable<CashImportRow> In(HemvagDbContext db, Guid importId, CashRowState state) =>
        db.Set<CashImportRow>().Where(r => r.ImportId == importId && r.State == state);

    /// <summary>Ends the import within an operation of its stream: what was ready is skipped, and its keys are destroyed in the same save.</summary>
    /// <param name="by">Null when all of it was entered or its last day has passed.</param>
    public static async Task EndAsync(OperationWork work, CashImport import, Guid? by)
    {
        var left = await In(work.Db, import.Id, CashRowState.Ready).ToListAsync();
        left.ForEach(r => r.Skip());
        work.Record(import.End(by, work.Now, left.Count));
        work.Record(new KeysDestroyed(import.Id, await CaseVault.DestroyKeysAsync(work.Db, import.Id, work.Now)));
    }
}
