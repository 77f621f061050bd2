using System.Security.Cryptography;
using System.Text.Json;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing.Verification;

/// <summary>
/// Signed copies of every stream's head, kept outside the database: what the database alone could not show
/// (a tail cut together with its head, a vanished case) shows against them.
/// </summary>
internal sealed class CheckpointFile(RootKeys keys, string path, TimeProvider time)
{
    // So that neither writing nor reading ever holds all heads of a large installation at once.
    private const int HeadsInALine = 1_000;

    private Known? known;

    private sealed record Line(DateTime At, int KeyVersion, List<Head> Heads, string Mac);

    private sealed record Head(string Stream, long Count, string Mac);

    /// <param name="Counts">The newest count of each stream in the file.</param>
    /// <param name="Length">Of the file when it held these; with another length it has to be read again.</param>
    private sealed record Known(Dictionary<string, long> Counts, long Length);

    /// <summary>Appends the heads that moved since the last checkpoint. Does nothing when none has.</summary>
    public async Task WriteAsync(HemvagDbContext db, CancellationToken stop)
    {
        known = known is { } last && last.Length == Length() ? last : new Known(ReadCounts(), Length());
        var moved = new List<Head>();
        await foreach (var head in db.Set<StreamHead>().AsNoTracking().OrderBy(h => h.Stream).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (known.Counts.GetValueOrDefault(head.Stream) < head.Count)
            {
                moved.Add(new Head(head.Stream, head.Count, Convert.ToBase64String(head.Mac)));
            }

            if (moved.Count == HeadsInALine)
            {
                await AppendAsync(known.Counts, moved, stop);
                moved.Clear();
            }
        }

        if (moved.Count > 0)
        {
            await AppendAsync(known.Counts, moved, stop);
        }

        known = known with { Length = Length() };
    }

    /// <summary>
    /// Every head that a trusted checkpoint saw, and the lines that cannot be trusted. All of them count, not the newest alone:
    /// a stream that was cut and has grown past the place since then agrees with the newest.
    /// </summary>
    public (IReadOnlyList<(string Stream, long Count, byte[] Mac)> Heads, IReadOnlyList<string> Damage) ReadAll()
    {
        var heads = new List<(string, long, byte[])>();
        var damage = new List<string>();
        if (!File.Exists(path))
        {
            return ([], []);
        }

        var number = 0;
        foreach (var text in FinishedLines(File.ReadAllBytes(path)))
        {
            number++;
            if (Parse(text.Span) is not { } line)
            {
                damage.Add($"line {number}");
                continue;
            }

            heads.AddRange(line.Heads.Select(h => (h.Stream, h.Count, Convert.FromBase64String(h.Mac))));
        }

        return (heads, damage);
    }

    private long Length() => File.Exists(path) ? new FileInfo(path).Length : 0;

    private Dictionary<string, long> ReadCounts() =>
        ReadAll().Heads.GroupBy(h => h.Stream, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(h => h.Count), StringComparer.Ordinal);

    private async Task AppendAsync(Dictionary<string, long> counts, List<Head> moved, CancellationToken stop)
    {
        var at = time.GetUtcNow().UtcDateTime;
        var line = new Line(at, keys.CurrentVersion, moved, Convert.ToBase64String(Sign(at, keys.CurrentVersion, moved)));
        await RemoveUnfinishedAsync(stop);
        await File.AppendAllTextAsync(path, JsonSerializer.Serialize(line) + "\n", stop);
        foreach (var head in moved)
        {
            counts[head.Stream] = head.Count;
        }
    }

    // A line without its end was being written when the machine went down; it never became a checkpoint.
    private static IEnumerable<ReadOnlyMemory<byte>> FinishedLines(ReadOnlyMemory<byte> file)
    {
        for (var end = file.Span.IndexOf((byte)'\n'); end >= 0; end = file.Span.IndexOf((byte)'\n'))
        {
            yield return file[..end];
            file = file[(end + 1)..];
        }
    }

    private async Task RemoveUnfinishedAsync(CancellationToken stop)
    {
        if (!File.Exists(path))
        {
            return;
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var finished = file.Length;
        var one = new byte[1];
        while (finished > 0)
        {
            file.Position = finished - 1;
            await file.ReadExactlyAsync(one, stop);
            if (one[0] == (byte)'\n')
            {
                break;
            }

            finished--;
        }

        file.SetLength(finished);
    }

    private Line? Parse(ReadOnlySpan<byte> text)
    {
        try
        {
            var line = JsonSerializer.Deserialize<Line>(text);
            return
                line is { Heads: not null, Mac: not null }
                && CryptographicOperations.FixedTimeEquals(Sign(line.At, line.KeyVersion, line.Heads), Convert.FromBase64String(line.Mac))
                ? line
                : null;
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException or RootKeyException)
        {
            return null;
        }
    }

    private byte[] Sign(DateTime at, int keyVersion, List<Head> heads)
    {
        var writer = new CanonicalWriter();
        writer.Write("checkpoint");
        writer.Write(DateTime.SpecifyKind(at, DateTimeKind.Utc));
        foreach (var head in heads)
        {
            writer.Write(head.Stream);
            writer.Write(head.Count);
            writer.Write(head.Mac);
        }

        return new ChainMac(keys).Next([], writer.ToArray(), keyVersion);
    }
}
