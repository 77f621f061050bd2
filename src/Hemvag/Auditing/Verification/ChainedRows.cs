using System.Reflection;
using System.Runtime.CompilerServices;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Auditing.Verification;

/// <summary>Reads every row of an entity type that is known only at run time. A row that cannot be read is a finding, not an end.</summary>
internal static class ChainedRows
{
    private static readonly MethodInfo Reader = typeof(ChainedRows).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static async IAsyncEnumerable<IChainedRow> OfAsync(
        HemvagDbContext db,
        IEntityType type,
        List<Finding> findings,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var rows = ((IQueryable<IChainedRow>)Reader.MakeGenericMethod(type.ClrType).Invoke(null, [db])!).AsAsyncEnumerable().GetAsyncEnumerator(stop);
        await using (rows.ConfigureAwait(false))
        {
            while (true)
            {
                IChainedRow row;
                try
                {
                    if (!await rows.MoveNextAsync())
                    {
                        yield break;
                    }

                    row = rows.Current;
                }
                catch (Exception error) when (error is InvalidCastException or FormatException or InvalidOperationException or ArgumentException)
                {
                    findings.Add(new Finding("tables", type.ClrType.Name, "holds a row that cannot be read"));
                    yield break;
                }

                yield return row;
            }
        }
    }

    private static IQueryable<IChainedRow> Read<T>(HemvagDbContext db)
        where T : class, IChainedRow => db.Set<T>().AsNoTracking();
}
