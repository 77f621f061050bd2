using System.Security.Cryptography;
using System.Text.Json;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing.Verification;

/// <summary>
/// Signed copies of every stream's head, kept outside the database: what the database alone could not show
/// (a tail cut together with its head, a vanished case) shows against them. Each line is chained to the one before, and the database
/// remembers how many there are: a line taken out shows, and so does a file that was shortened or deleted.
/// </summary>
internal sealed class CheckpointFile(RootKeys keys, string path, TimeProvider time)
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    // So that neither writing nor reading ever holds all heads of a large installation as one text.
    private const int HeadsInALine = 1_000;

    private Known? known;

    private sealed record Line(DateTime At, int KeyVersion, List<Head> Heads, string Mac);

    private sealed record Content(List<string> Damage, int Lines, byte[] Last, long Length);

    private sealed record Head(string Stream, long Count, string Mac);

    /// <summary>What the next line needs of those before it, so that the file is read once and not at every checkpoint.</summary>
    /// <param name="Counts">The newest count of each stream in the file.</param>
    /// <param name="Lines">How many finished lines there are.</param>
    /// <param name="Last">The MAC of the last line, to which the next one is chained.</param>
    /// <param name="Length">Bytes up to the end of the last finished line. A file of another length was written by someone else: it has to be read again.</param>
    private sealed record Known(Dictionary<string, long> Counts, int Lines, byte[] Last, long Length);

    /// <summary>Appends the heads that moved since the last checkpoint. Does nothing when none has.</summary>
    public async Task WriteAsync(HemvagDbContext db, CancellationToken stop)
    {
        // Held alone from reading to writing: two writers would chain two lines to the same one.
        await using var file = new FileStream(path, Options());
        if (!OperatingSystem.IsWindows())
        {
            // Also a file that an older program made.
            File.SetUnixFileMode(file.SafeFileHandle, OwnerAlone);
        }

        var start = known is { } last && last.Length == file.Length ? last : Know(file);
        var now = start;
        known = null;
        var moved = new List<Head>(HeadsInALine);
        await foreach (var head in db.Set<StreamHead>().AsNoTracking().OrderBy(h => h.Stream).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (now.Counts.GetValueOrDefault(head.Stream) < head.Count)
            {
                moved.Add(new Head(head.Stream, head.Count, Convert.ToBase64String(head.Mac)));
            }

            if (moved.Count == HeadsInALine)
            {
                now = await AppendAsync(file, now, moved, stop);
                moved.Clear();
            }
        }

        now = moved.Count > 0 ? await AppendAsync(file, now, moved, stop) : now;
        if (now.Lines > start.Lines)
        {
            await CheckpointCount.RememberAsync(db, now.Lines, stop);
        }

        // Only now: after a fault the file is read again, whatever got into it.
        known = now;
    }

    /// <summary>
    /// Hands over every head that a trusted checkpoint saw, and says which lines cannot be trusted and how many there are. All heads count,
    /// not the newest alone: a stream that was cut and has grown past the place since then agrees with the newest.
    /// </summary>
    public (IReadOnlyList<string> Damage, int Lines) Read(Action<string, long, byte[]> seen)
    {
        if (!File.Exists(path))
        {
            return ([], 0);
        }

        // Without a lock: a line that is just being written has no end yet and does not count.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var all = Read(file, seen);
        return (all.Damage, all.Lines);
    }

    private Known Know(FileStream file)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        file.Position = 0;
        var all = Read(file, (stream, count, _) => counts[stream] = Math.Max(count, counts.GetValueOrDefault(stream)));
        return new Known(counts, all.Lines, all.Last, all.Length);
    }

    private async Task<Known> AppendAsync(FileStream file, Known before, List<Head> moved, CancellationToken stop)
    {
        var at = time.GetUtcNow().UtcDateTime;
        var version = keys.CurrentVersion;
        var mac = Sign(before.Last, at, version, moved);
        var line = JsonSerializer.SerializeToUtf8Bytes(new Line(at, version, moved, Convert.ToBase64String(mac)));
        file.SetLength(before.Length);
        file.Position = before.Length;
        await file.WriteAsync(line, stop);
        await file.WriteAsync(LineEnd, stop);
        await file.FlushAsync(stop);
        foreach (var head in moved)
        {
            before.Counts[head.Stream] = head.Count;
        }

        return new Known(before.Counts, before.Lines + 1, mac, file.Position);
    }

    // Line by line: the file of years is larger than what is to be held at once.
    private Content Read(Stream file, Action<string, long, byte[]> seen)
    {
        var damage = new List<string>();
        byte[] last = [];
        var number = 0;
        var length = 0L;
        foreach (var text in FinishedLines.Of(file))
        {
            number++;
            length += text.Length + 1;
            var (line, mac) = Parse(text.Span, last);
            // The next line is chained to what stands here, whether it can be trusted or not: one damaged line is one finding.
            last = mac ?? last;
            if (line is null)
            {
                damage.Add($"line {number}");
                continue;
            }

            foreach (var head in line.Heads)
            {
                seen(head.Stream, head.Count, Convert.FromBase64String(head.Mac));
            }
        }

        return new Content(damage, number, last, length);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerAlone;
        }

        return options;
    }

    /// <returns>The line where its signature holds, and the MAC it bears in any case; null where it bears none.</returns>
    private (Line? Trusted, byte[]? Mac) Parse(ReadOnlySpan<byte> text, byte[] previous)
    {
        byte[]? mac = null;
        try
        {
            if (JsonSerializer.Deserialize<Line>(text) is not { Heads: not null, Mac: not null } line)
            {
                return (null, null);
            }

            var borne = Convert.FromBase64String(line.Mac);
            mac = borne.Length == ChainMac.Length ? borne : null;
            return (CryptographicOperations.FixedTimeEquals(Sign(previous, line.At, line.KeyVersion, line.Heads), borne) ? line : null, mac);
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException or RootKeyException)
        {
            return (null, mac);
        }
    }

    private byte[] Sign(byte[] previous, DateTime at, int keyVersion, List<Head> heads)
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

        return new ChainMac(keys).Next(previous, writer.ToArray(), keyVersion);
    }
}
