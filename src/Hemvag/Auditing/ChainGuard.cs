using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Hemvag.Auditing;

/// <summary>Refuses to save a chained row that no operation in the same save accounts for.</summary>
internal sealed class ChainGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Check(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext db)
    {
        var changed = db
            .ChangeTracker.Entries<IChainedRow>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        if (changed.Count == 0)
        {
            return;
        }

        var accounted = db
            .ChangeTracker.Entries<Operation>()
            .Where(e => e.State == EntityState.Added)
            .SelectMany(e => RowDigest.Unpack(e.Entity.Rows))
            .Select(r => (r.Entity, r.Id))
            .ToHashSet();
        if (changed.FirstOrDefault(e => !accounted.Contains((e.Metadata.ClrType.Name, e.Entity.Id))) is { } stray)
        {
            throw new InvalidOperationException($"{stray.Metadata.ClrType.Name} was changed without an operation.");
        }
    }
}
