using System.Collections.Concurrent;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing.Verification;

/// <summary>Recomputes every chain and compares every chained row with the last digest its stream holds.</summary>
/// <remarks>
/// Two readers work beside each other on one state of the database, so that what is written meanwhile is no finding. The memory it takes grows
/// with the number of streams and checkpoints, not with operations and rows.
/// </remarks>
internal sealed class Verifier(
    RootKeys keys,
    CheckpointFile checkpoints,
    IEnumerable<IVerification> others,
    IDbContextFactory<HemvagDbContext> contexts
)
{
    /// <summary>More would not help on the machines this runs on, and would take the application's processors.</summary>
    private const int Readers = 2;

    private static readonly TimeSpan BetweenWords = TimeSpan.FromSeconds(1);

    /// <summary>Every finding, and the counts of what was looked at.</summary>
    /// <param name="progress">Hears once a second how far it has come; must not use <paramref name="db"/>.</param>
    public async Task<(IReadOnlyList<Finding> Findings, VerifiedCounts Counts)> RunAsync(
        HemvagDbContext db,
        CancellationToken stop,
        Func<VerifyProgress, Task>? progress = null
    )
    {
        var tally = new VerificationTally();
        // The count before the file, the file before the snapshot: what is written meanwhile must not look like a cut.
        var remembered = await CheckpointCount.ReadAsync(db, stop);
        var seen = new SeenHeads();
        var (damage, lines) = checkpoints.Read(seen.Add);
        seen.Sort();
        CheckpointCount.Compare(remembered, lines, tally.Add);
        tally.AddRange(damage.Select(d => new Finding("checkpoints", d, "cannot be trusted: its signature does not hold")));
        await using var snapshots = await SameSnapshots.OpenAsync(db, contexts, Readers, stop);
        var (ranges, operations) = await StreamRange.CoverAsync(db, stop);
        var told = new Told(tally, operations, progress);
        var sums = new RowSums();
        await told.WhileAsync(WorkAsync(snapshots, [.. Chains(seen, ranges, sums, tally, stop), .. Tables(db, sums, tally, stop)]));
        if (seen.SomeVanished)
        {
            checkpoints.Read((name, count, _) => AddVanished(seen, name, count, tally));
        }

        await told.WhileAsync(new RowNaming(db, tally).RunAsync(sums.Differing(), stop));
        await told.WhileAsync(
            WorkAsync(snapshots, [.. others.Select(o => (Func<HemvagDbContext, Task>)(reader => AskAsync(o, reader, tally, stop)))])
        );
        return tally.Result();
    }

    private static void AddVanished(SeenHeads seen, string stream, long count, VerificationTally tally)
    {
        if (seen.HasVanished(stream, count))
        {
            tally.Add(new Finding(stream, "stream", $"has vanished: a checkpoint saw {count} operations"));
        }
    }

    private IEnumerable<Func<HemvagDbContext, Task>> Chains(
        SeenHeads seen,
        IReadOnlyList<StreamRange> ranges,
        RowSums sums,
        VerificationTally tally,
        CancellationToken stop
    ) =>
        ranges
            .Select(range => (Func<HemvagDbContext, Task>)(db => new StreamReplay(keys, seen, tally, sums.NewPart()).RunAsync(db, range, stop)))
            .Append(db => StraysAsync(db, tally, stop));

    private static IEnumerable<Func<HemvagDbContext, Task>> Tables(
        HemvagDbContext db,
        RowSums sums,
        VerificationTally tally,
        CancellationToken stop
    ) =>
        ChainedRows
            .Types(db)
            .Select(type => (Func<HemvagDbContext, Task>)(reader => ChainedRows.AddAsync(reader, type, sums.NewPart(), tally, stop)))
            .Append(reader => FormsAsync(reader, tally, stop));

    /// <summary>Each reader takes the next piece of work until none is left.</summary>
    private static async Task WorkAsync(SameSnapshots snapshots, IReadOnlyList<Func<HemvagDbContext, Task>> pieces)
    {
        var waiting = new ConcurrentQueue<Func<HemvagDbContext, Task>>(pieces);
        // On threads of their own: SQLite answers at once and would never let go of this one.
        await Task.WhenAll(
            snapshots.Readers.Select(reader =>
                Task.Run(async () =>
                {
                    while (waiting.TryDequeue(out var piece))
                    {
                        await piece(reader);
                    }
                })
            )
        );
    }

    private static async Task StraysAsync(HemvagDbContext db, VerificationTally tally, CancellationToken stop)
    {
        List<Finding> unreadable = [];
        var strays = db.Set<OperationEvent>()
            .AsNoTracking()
            .Where(e => !db.Set<Operation>().Any(o => o.Id == e.OperationId))
            .OrderBy(e => e.OperationId)
            .ThenBy(e => e.Ordinal);
        await foreach (var stray in ReadableRows.OfAsync(strays, nameof(OperationEvent), unreadable, stop))
        {
            tally.Add(new Finding("tables", $"{nameof(OperationEvent)} {stray.Ordinal} of {stray.OperationId}", "belongs to no operation"));
        }

        tally.AddRange(unreadable);
    }

    private static async Task FormsAsync(HemvagDbContext db, VerificationTally tally, CancellationToken stop)
    {
        foreach (var (table, column, count) in await StoredForm.DeviationsAsync(db, stop))
        {
            tally.Add(new Finding(table, column, $"holds values in another form than they are written in: {count}"));
        }
    }

    private static async Task AskAsync(IVerification other, HemvagDbContext db, VerificationTally tally, CancellationToken stop)
    {
        var sound = tally.IsSound;
        try
        {
            await foreach (var finding in other.CheckAsync(db, stop))
            {
                tally.Add(finding);
            }
        }
        catch (Exception error) when (!sound && error is not OperationCanceledException)
        {
            // A module's check trusts its rows; over rows known to be changed anything may break, and what was found is told all the same.
            tally.Add(new Finding("derived", other.GetType().Name, "could not be checked over changed rows"));
        }
    }

    private sealed class Told(VerificationTally tally, long operations, Func<VerifyProgress, Task>? progress)
    {
        public async Task WhileAsync(Task work)
        {
            while (progress is not null && await Task.WhenAny(work, Task.Delay(BetweenWords, TimeProvider.System)) != work)
            {
                await progress(new VerifyProgress(tally.Operations, operations, tally.Rows));
            }

            await work;
        }
    }
}
