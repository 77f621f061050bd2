using System.Security.Cryptography;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing.Verification;

/// <summary>Recomputes the chains of a range of streams, one stream after the other, and holds no more than the one it is in.</summary>
internal sealed class StreamReplay(RootKeys keys, SeenHeads seen, VerificationTally tally, RowSums.Part sums)
{
    private readonly Dictionary<(string Entity, Guid Id), byte[]> rows = [];
    private Dictionary<string, StreamHead> heads = new(StringComparer.Ordinal);
    private SeenHeads.Walk? walk;
    private string? stream;
    private long lastVersion;
    private byte[] last = [];

    public async Task RunAsync(HemvagDbContext db, StreamRange range, CancellationToken stop)
    {
        heads = await range.Heads(db).ToDictionaryAsync(h => h.Stream, StringComparer.Ordinal, stop);
        var unreadable = new List<Finding>();
        await foreach (var operation in ReadableRows.OfAsync(range.Operations(db), nameof(Operation), unreadable, stop))
        {
            tally.CountOperation();
            if (!string.Equals(operation.Stream, stream, StringComparison.Ordinal))
            {
                EndStream();
                Begin(operation.Stream);
            }

            Take(operation);
        }

        EndStream();
        sums.HandIn();
        tally.AddRange(unreadable);
        tally.AddRange(heads.Keys.Select(name => new Finding(name, "stream", "has vanished, its head is still there")));
    }

    private void Begin(string name)
    {
        tally.CountStream();
        stream = name;
        walk = seen.Of(name);
        lastVersion = 0;
        last = [];
        rows.Clear();
    }

    private void Take(Operation operation)
    {
        if (operation.Version != lastVersion + 1)
        {
            tally.Add(new Finding(operation.Stream, $"operation {lastVersion + 1}", "is missing"));
        }

        if (!Follows(operation, last))
        {
            tally.Add(new Finding(operation.Stream, $"operation {operation.Version} ({operation.Id})", "differs from what was chained"));
        }

        foreach (var count in walk!.Pass(operation.Version, operation.Mac))
        {
            tally.Add(new Finding(operation.Stream, $"operation {count}", "differs from what a checkpoint saw"));
        }

        lastVersion = operation.Version;
        last = operation.Mac;
        if (!RowDigest.TryApply(operation.Rows, rows))
        {
            tally.Add(new Finding(operation.Stream, $"operation {operation.Version}", "its list of rows cannot be read"));
        }
    }

    private void EndStream()
    {
        if (stream is null)
        {
            return;
        }

        foreach (var count in walk!.End())
        {
            tally.Add(new Finding(stream, $"operation {lastVersion + 1}", $"is missing: a checkpoint saw {count} operations, its tail was cut"));
        }

        if (!heads.Remove(stream, out var head))
        {
            tally.Add(new Finding(stream, "head", "is missing"));
        }
        else if (head.Count != lastVersion || !head.Mac.AsSpan().SequenceEqual(last))
        {
            tally.Add(new Finding(stream, "head", $"says {head.Count} operations, the stream holds {lastVersion}: its end was cut or changed"));
        }

        foreach (var ((entity, id), digest) in rows)
        {
            sums.Expect(stream, entity, id, digest);
        }

        stream = null;
    }

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
}
