using System.Security.Cryptography;
using System.Text;
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

    private sealed record Line(DateTime At, int KeyVersion, List<Head> Heads, string Mac);

    private sealed record Content(List<(string Stream, long Count, byte[] Mac)> Heads, List<string> Damage, int Lines, byte[] Last, long Length);

    private sealed record Head(string Stream, long Count, string Mac);

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

        var all = Read(await TextAsync(file, stop));
        var seen = all
            .Heads.GroupBy(h => h.Stream, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(h => h.Count), StringComparer.Ordinal);
        var heads = await db.Set<StreamHead>().AsNoTracking().OrderBy(h => h.Stream).ToListAsync(stop);
        List<Head> moved =
        [
            .. heads.Where(h => seen.GetValueOrDefault(h.Stream) < h.Count).Select(h => new Head(h.Stream, h.Count, Convert.ToBase64String(h.Mac))),
        ];
        if (moved.Count == 0)
        {
            return;
        }

        var at = time.GetUtcNow().UtcDateTime;
        var line = new Line(at, keys.CurrentVersion, moved, Convert.ToBase64String(Sign(all.Last, at, keys.CurrentVersion, moved)));
        file.SetLength(all.Length);
        file.Position = all.Length;
        await file.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line) + "\n"), stop);
        await file.FlushAsync(stop);
        await CheckpointCount.RememberAsync(db, all.Lines + 1, stop);
    }

    /// <summary>
    /// Every head that a trusted checkpoint saw, the lines that cannot be trusted, and how many lines there are. All of them count,
    /// not the newest alone: a stream that was cut and has grown past the place since then agrees with the newest.
    /// </summary>
    public (IReadOnlyList<(string Stream, long Count, byte[] Mac)> Heads, IReadOnlyList<string> Damage, int Lines) ReadAll()
    {
        var all = Read(File.Exists(path) ? Text() : "");
        return (all.Heads, all.Damage, all.Lines);
    }

    // Without a lock: a line that is just being written has no end yet and does not count.
    private string Text()
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private Content Read(string text)
    {
        var heads = new List<(string, long, byte[])>();
        var damage = new List<string>();
        byte[] last = [];
        var number = 0;
        var length = 0L;
        foreach (var written in FinishedLines(text))
        {
            number++;
            length += Encoding.UTF8.GetByteCount(written) + 1;
            var (line, mac) = Parse(written, last);
            // The next line is chained to what stands here, whether it can be trusted or not: one damaged line is one finding.
            last = mac ?? last;
            if (line is null)
            {
                damage.Add($"line {number}");
                continue;
            }

            heads.AddRange(line.Heads.Select(h => (h.Stream, h.Count, Convert.FromBase64String(h.Mac))));
        }

        return new Content(heads, damage, number, last, length);
    }

    // A line without its end was being written when the machine went down; it never became a checkpoint.
    private static string[] FinishedLines(string text) => text.Split('\n')[..^1];

    private static async Task<string> TextAsync(FileStream file, CancellationToken stop)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(stop);
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
    private (Line? Trusted, byte[]? Mac) Parse(string text, byte[] previous)
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
