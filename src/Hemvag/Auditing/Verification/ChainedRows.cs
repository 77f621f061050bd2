using System.Reflection;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Auditing.Verification;

/// <summary>Reads every row of an entity type that is known only at run time.</summary>
internal static class ChainedRows
{
    private static readonly MethodInfo Reader = typeof(ChainedRows).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static IEnumerable<IEntityType> Types(HemvagDbContext db) =>
        db.Model.GetEntityTypes().Where(t => typeof(IChainedRow).IsAssignableFrom(t.ClrType));

    public static IAsyncEnumerable<IChainedRow> OfAsync(HemvagDbContext db, IEntityType type, List<Finding> findings, CancellationToken stop) =>
        ReadableRows.OfAsync((IQueryable<IChainedRow>)Reader.MakeGenericMethod(type.ClrType).Invoke(null, [db])!, type.ClrType.Name, findings, stop);

    /// <summary>Adds every row of the type to the sum of its stream.</summary>
    public static async Task AddAsync(HemvagDbContext db, IEntityType type, RowSums.Part sums, VerificationTally tally, CancellationToken stop)
    {
        List<Finding> unreadable = [];
        await foreach (var row in OfAsync(db, type, unreadable, stop))
        {
            tally.CountRow();
            if (row is ErasedKey)
            {
                tally.CountErased();
            }

            var digest = RowDigest.Of(type, row);
            sums.Find(row.ChainStream, digest.Entity, digest.Id, digest.Digest!);
        }

        sums.HandIn();
        tally.AddRange(unreadable);
    }

    private static IQueryable<IChainedRow> Read<T>(HemvagDbContext db)
        where T : class, IChainedRow => db.Set<T>().AsNoTracking().OrderBy(r => EF.Property<Guid>(r, nameof(IChainedRow.Id)));
}
