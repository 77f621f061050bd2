using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing.Verification;

/// <summary>Says which rows of streams known to differ were changed, added or taken. Reads them once more, now side by side.</summary>
internal sealed class RowNaming(HemvagDbContext db, VerificationTally tally)
{
    /// <summary>Of more streams than these only the streams are named: then much more is wrong than single rows.</summary>
    private const int Most = 2_000;

    private const int AtOnce = 200;

    public async Task RunAsync(IReadOnlyList<string> differing, CancellationToken stop)
    {
        foreach (var stream in differing.Skip(Most))
        {
            tally.Add(new Finding(stream, "rows", "differ from what was recorded"));
        }

        var named = differing.Take(Most).ToHashSet(StringComparer.Ordinal);
        if (named.Count == 0)
        {
            return;
        }

        var expected = await ExpectedAsync(named, stop);
        // What cannot be read was said when it was read first.
        List<Finding> unreadable = [];
        foreach (var type in ChainedRows.Types(db))
        {
            await foreach (var row in ChainedRows.OfAsync(db, type, unreadable, stop))
            {
                if (!named.Contains(row.ChainStream))
                {
                    continue;
                }

                var digest = RowDigest.Of(type, row);
                if (!expected.Remove((digest.Entity, digest.Id), out var known))
                {
                    tally.Add(new Finding(row.ChainStream, $"{digest.Entity} {digest.Id}", "was added without an operation"));
                }
                else if (!known.Digest.AsSpan().SequenceEqual(digest.Digest))
                {
                    tally.Add(new Finding(known.Stream, $"{digest.Entity} {digest.Id}", "differs from what was recorded"));
                }
            }
        }

        tally.AddRange(expected.Select(e => new Finding(e.Value.Stream, $"{e.Key.Entity} {e.Key.Id}", "is missing")));
    }

    private async Task<Dictionary<(string Entity, Guid Id), (string Stream, byte[] Digest)>> ExpectedAsync(
        HashSet<string> named,
        CancellationToken stop
    )
    {
        var expected = new Dictionary<(string, Guid), (string, byte[])>();
        List<Finding> unreadable = [];
        foreach (var names in named.Chunk(AtOnce).Select(c => c.ToList()))
        {
            var operations = db.Set<Operation>()
                .AsNoTracking()
                .Where(o => names.Contains(o.Stream))
                .OrderBy(o => o.Stream)
                .ThenBy(o => o.Version)
                .Select(o => new WrittenRows(o.Stream, o.Rows));
            var byStream = new Dictionary<string, Dictionary<(string, Guid), byte[]>>(StringComparer.Ordinal);
            await foreach (var written in ReadableRows.OfAsync(operations, nameof(Operation), unreadable, stop))
            {
                if (!byStream.TryGetValue(written.Stream, out var rows))
                {
                    byStream[written.Stream] = rows = [];
                }

                RowDigest.TryApply(written.Rows, rows);
            }

            foreach (var (stream, rows) in byStream)
            {
                foreach (var (row, digest) in rows)
                {
                    expected[row] = (stream, digest);
                }
            }
        }

        return expected;
    }

    private sealed record WrittenRows(string Stream, byte[] Rows);
}
