using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Import.Working;

/// <summary>
/// The last day of an import has passed: what its rows held is destroyed. The officer was told of that day from the first page on, and the
/// decisions stand at Migrationsverket; one that is being entered is put off, as long as the work
/// on it lives.
/// </summary>
internal sealed class EndOldImport(HemvagDbContext db, Operations operations, TimeProvider time) : IJobHandler
{
    public const string JobKind = "EndOldCashImport";

    public string Kind => JobKind;

    /// <summary>Runs when the last day is over everywhere in Europe.</summary>
    public static Job For(CashImport import) =>
        Job.At(import.KeptUntil.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), JobKind, import.Id, $"{JobKind}/{import.Id:N}");

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        var import = await db.Set<CashImport>()
            .AsNoTracking()
            .FirstOrDefaultAsync(i => i.Id == job.SubjectId && i.State != CashImportState.Ended, stop);
        if (import is null)
        {
            return null;
        }

        if (import.State == CashImportState.Running && await EnterImported.Living(db, import.Id).AnyAsync(stop))
        {
            return job.RunAt.AddDays(1);
        }

        await operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            Streams.CashImport(import.Id),
            JobKind,
            Actor.System(JobKind),
            async work => await ImportRows.EndAsync(work, await work.Db.Set<CashImport>().FirstAsync(i => i.Id == import.Id), null)
        );
        return null;
    }
}
