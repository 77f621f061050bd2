using System.Reflection;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Auditing.Verification;

/// <summary>Reads every row of an entity type that is known only at run time.</summary>
internal static class ChainedRows
{
    private static readonly MethodInfo Reader = typeof(ChainedRows).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static IAsyncEnumerable<IChainedRow> OfAsync(HemvagDbContext db, IEntityType type, List<Finding> findings, CancellationToken stop) =>
        ReadableRows.OfAsync((IQueryable<IChainedRow>)Reader.MakeGenericMethod(type.ClrType).Invoke(null, [db])!, type.ClrType.Name, findings, stop);

    private static IQueryable<IChainedRow> Read<T>(HemvagDbContext db)
        where T : class, IChainedRow => db.Set<T>().AsNoTracking().OrderBy(r => EF.Property<Guid>(r, nameof(IChainedRow.Id)));
}
