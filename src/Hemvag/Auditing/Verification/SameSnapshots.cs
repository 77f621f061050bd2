using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing.Verification;

/// <summary>
/// Several readers that see the same state of the database. No database of ours shares a snapshot between connections in one way, so they
/// are opened close together and compared by the sum of all heads, which every operation raises; on a busy database again, and at last alone.
/// </summary>
internal sealed class SameSnapshots : IAsyncDisposable
{
    private const int Tries = 20;

    private readonly HemvagDbContext own;
    private readonly List<HemvagDbContext> readers = [];
    private readonly List<ReadSnapshot> snapshots = [];

    private SameSnapshots(HemvagDbContext own) => this.own = own;

    public IReadOnlyList<HemvagDbContext> Readers => readers;

    /// <param name="first">The caller's own; it stays open afterwards.</param>
    /// <param name="wanted">How many readers at most.</param>
    public static async Task<SameSnapshots> OpenAsync(
        HemvagDbContext first,
        IDbContextFactory<HemvagDbContext> contexts,
        int wanted,
        CancellationToken stop
    )
    {
        var opened = new SameSnapshots(first);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            await opened.TakeAsync(contexts, wanted, stop);
            if (wanted == 1 || await opened.AreSameAsync(stop))
            {
                return opened;
            }

            await opened.DisposeAsync();
        }

        await opened.TakeAsync(contexts, 1, stop);
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var snapshot in snapshots)
        {
            await snapshot.DisposeAsync();
        }

        foreach (var reader in readers.Where(r => r != own))
        {
            await reader.DisposeAsync();
        }

        snapshots.Clear();
        readers.Clear();
    }

    private async Task TakeAsync(IDbContextFactory<HemvagDbContext> contexts, int wanted, CancellationToken stop)
    {
        for (var i = 0; i < wanted; i++)
        {
            readers.Add(i == 0 ? own : contexts.CreateDbContext());
            snapshots.Add(await ReadSnapshot.OpenAsync(readers[i], stop));
        }

        foreach (var reader in readers)
        {
            // A snapshot is taken by the first question.
            await reader.Set<DatabaseMark>().AnyAsync(stop);
        }
    }

    private async Task<bool> AreSameAsync(CancellationToken stop)
    {
        var sums = new List<(int, long)>();
        foreach (var reader in readers)
        {
            var heads = reader.Set<StreamHead>();
            sums.Add((await heads.CountAsync(stop), await heads.SumAsync(h => h.Count, stop)));
        }

        return sums.Distinct().Count() == 1;
    }
}
