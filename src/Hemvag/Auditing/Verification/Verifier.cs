using System.Security.Cryptography;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Auditing.Verification;

/// <summary>Recomputes every chain and compares every chained row with the last digest its stream holds.</summary>
/// <remarks>Reads one snapshot, so that what is written meanwhile is no finding.</remarks>
internal sealed class Verifier(RootKeys keys, CheckpointFile checkpoints, IEnumerable<IVerification> others)
{
    /// <summary>So often the one who waits hears how far it has come.</summary>
    private const int OperationsBetweenWords = 500;

    /// <summary>Every finding, and the counts of what was looked at.</summary>
    /// <param name="progress">Hears the number of operations looked at so far; must not use <paramref name="db"/>.</param>
    public async Task<(IReadOnlyList<Finding> Findings, VerifiedCounts Counts)> RunAsync(
        HemvagDbContext db,
        CancellationToken stop,
        Func<int, Task>? progress = null
    )
    {
        var findings = new List<Finding>();
        // The count before the file, the file before the snapshot: what is written meanwhile must not look like a cut.
        var remembered = await CheckpointCount.ReadAsync(db, stop);
        var (heads, damage, lines) = checkpoints.ReadAll();
        CheckpointCount.Compare(remembered, lines, findings);
        findings.AddRange(damage.Select(d => new Finding("checkpoints", d, "cannot be trusted: its signature does not hold")));
        await using var snapshot = await ReadSnapshot.OpenAsync(db, stop);
        var streams = new Dictionary<string, StreamState>(StringComparer.Ordinal);
        var expected = new Dictionary<(string, Guid), (string Stream, byte[] Digest)>();
        var operations = await ReplayAsync(db, streams, expected, findings, progress, stop);
        await CompareHeadsAsync(db, streams, findings, stop);
        CompareCheckpoints(heads, streams, findings);
        var rows = await CompareRowsAsync(db, expected, findings, stop);
        foreach (var (table, column, count) in await StoredForm.DeviationsAsync(db, stop))
        {
            findings.Add(new Finding(table, column, $"holds values in another form than they are written in: {count}"));
        }

        foreach (var other in others)
        {
            await AskAsync(other, db, findings, stop);
        }

        return (findings, new VerifiedCounts(streams.Count, operations, rows));
    }

    private static async Task AskAsync(IVerification other, HemvagDbContext db, List<Finding> findings, CancellationToken stop)
    {
        var sound = findings.Count == 0;
        try
        {
            await foreach (var finding in other.CheckAsync(db, stop))
            {
                findings.Add(finding);
            }
        }
        catch (Exception error) when (!sound && error is not OperationCanceledException)
        {
            // A module's check trusts its rows; over rows known to be changed anything may break, and what was found is told all the same.
            findings.Add(new Finding("derived", other.GetType().Name, "could not be checked over changed rows"));
        }
    }

    private async Task<int> ReplayAsync(
        HemvagDbContext db,
        Dictionary<string, StreamState> streams,
        Dictionary<(string, Guid), (string, byte[])> expected,
        List<Finding> findings,
        Func<int, Task>? progress,
        CancellationToken stop
    )
    {
        var count = 0;
        var query = db.Set<Operation>().AsNoTracking().Include(o => o.Events).OrderBy(o => o.Stream).ThenBy(o => o.Version);
        await foreach (var operation in ReadableRows.OfAsync(query, nameof(Operation), findings, stop))
        {
            count++;
            if (progress is not null && count % OperationsBetweenWords == 0)
            {
                await progress(count);
            }

            if (!streams.TryGetValue(operation.Stream, out var state))
            {
                streams[operation.Stream] = state = new StreamState();
            }

            if (operation.Version != state.LastVersion + 1)
            {
                findings.Add(new Finding(operation.Stream, $"operation {state.LastVersion + 1}", "is missing"));
            }

            if (!Follows(operation, state.Last))
            {
                findings.Add(new Finding(operation.Stream, $"operation {operation.Version} ({operation.Id})", "differs from what was chained"));
            }

            state.Add(operation);
            Remember(operation, expected, findings);
        }

        await foreach (var stray in ReadableRows.OfAsync(Strays(db), nameof(OperationEvent), findings, stop))
        {
            findings.Add(new Finding("tables", $"{nameof(OperationEvent)} {stray.Ordinal} of {stray.OperationId}", "belongs to no operation"));
        }

        return count;
    }

    private static IQueryable<OperationEvent> Strays(HemvagDbContext db) =>
        db.Set<OperationEvent>()
            .AsNoTracking()
            .Where(e => !db.Set<Operation>().Any(o => o.Id == e.OperationId))
            .OrderBy(e => e.OperationId)
            .ThenBy(e => e.Ordinal);

    private bool Follows(Operation operation, byte[] previous)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(ChainLink.Compute(keys, previous, operation), operation.Mac);
        }
        catch (Exception error) when (error is RootKeyException or ArgumentException)
        {
            // A key version that never was, or a link before it that is no link.
            return false;
        }
    }

    private static void Remember(Operation operation, Dictionary<(string, Guid), (string, byte[])> expected, List<Finding> findings)
    {
        try
        {
            foreach (var row in RowDigest.Unpack(operation.Rows))
            {
                if (row.Digest is null)
                {
                    expected.Remove((row.Entity, row.Id));
                }
                else
                {
                    expected[(row.Entity, row.Id)] = (operation.Stream, row.Digest);
                }
            }
        }
        catch (Exception error) when (error is EndOfStreamException or ArgumentException or IOException or FormatException)
        {
            findings.Add(new Finding(operation.Stream, $"operation {operation.Version}", "its list of rows cannot be read"));
        }
    }

    private static async Task CompareHeadsAsync(
        HemvagDbContext db,
        Dictionary<string, StreamState> streams,
        List<Finding> findings,
        CancellationToken stop
    )
    {
        var heads = await db.Set<StreamHead>().AsNoTracking().ToDictionaryAsync(h => h.Stream, StringComparer.Ordinal, stop);
        foreach (var (name, state) in streams)
        {
            if (!heads.Remove(name, out var head))
            {
                findings.Add(new Finding(name, "head", "is missing"));
            }
            else if (head.Count != state.LastVersion || !head.Mac.AsSpan().SequenceEqual(state.Last))
            {
                findings.Add(
                    new Finding(name, "head", $"says {head.Count} operations, the stream holds {state.LastVersion}: its end was cut or changed")
                );
            }
        }

        findings.AddRange(heads.Keys.Select(name => new Finding(name, "stream", "has vanished, its head is still there")));
    }

    private static void CompareCheckpoints(
        IReadOnlyList<(string Stream, long Count, byte[] Mac)> heads,
        Dictionary<string, StreamState> streams,
        List<Finding> findings
    )
    {
        foreach (var (name, count, mac) in heads)
        {
            if (!streams.TryGetValue(name, out var state))
            {
                findings.Add(new Finding(name, "stream", $"has vanished: a checkpoint saw {count} operations"));
            }
            else if (state.LastVersion < count)
            {
                findings.Add(
                    new Finding(name, $"operation {state.LastVersion + 1}", $"is missing: a checkpoint saw {count} operations, its tail was cut")
                );
            }
            else if (!state.Mac(count).AsSpan().SequenceEqual(mac))
            {
                findings.Add(new Finding(name, $"operation {count}", "differs from what a checkpoint saw"));
            }
        }
    }

    private static async Task<int> CompareRowsAsync(
        HemvagDbContext db,
        Dictionary<(string, Guid), (string Stream, byte[] Digest)> expected,
        List<Finding> findings,
        CancellationToken stop
    )
    {
        var count = 0;
        foreach (var type in db.Model.GetEntityTypes().Where(t => typeof(IChainedRow).IsAssignableFrom(t.ClrType)))
        {
            await foreach (var row in ChainedRows.OfAsync(db, type, findings, stop))
            {
                count++;
                var digest = RowDigest.Of(type, row);
                if (!expected.Remove((digest.Entity, digest.Id), out var known))
                {
                    findings.Add(new Finding(row.ChainStream, $"{digest.Entity} {digest.Id}", "was added without an operation"));
                }
                else if (!known.Digest.AsSpan().SequenceEqual(digest.Digest))
                {
                    findings.Add(new Finding(known.Stream, $"{digest.Entity} {digest.Id}", "differs from what was recorded"));
                }
            }
        }

        findings.AddRange(expected.Select(e => new Finding(e.Value.Stream, $"{e.Key.Item1} {e.Key.Item2}", "is missing")));
        return count;
    }

    private sealed class StreamState
    {
        private readonly Dictionary<long, byte[]> macs = [];

        public long LastVersion { get; private set; }

        /// <summary>Empty before the first.</summary>
        public byte[] Last { get; private set; } = [];

        /// <returns>Empty where an operation is missing.</returns>
        public byte[] Mac(long version) => macs.GetValueOrDefault(version, []);

        public void Add(Operation operation)
        {
            LastVersion = operation.Version;
            Last = operation.Mac;
            macs[operation.Version] = operation.Mac;
        }
    }
}

/// <summary>What a verification has looked at.</summary>
internal sealed record VerifiedCounts(int Streams, int Operations, int Rows);
