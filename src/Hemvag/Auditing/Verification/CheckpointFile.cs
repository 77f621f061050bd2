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
    private sealed record Line(DateTime At, int KeyVersion, List<Head> Heads, string Mac);

    private sealed record Head(string Stream, long Count, string Mac);

    /// <summary>Appends the heads that moved since the last checkpoint. Does nothing when none has.</summary>
    public async Task WriteAsync(HemvagDbContext db, CancellationToken stop)
    {
        var seen = ReadAll()
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
        var line = new Line(at, keys.CurrentVersion, moved, Convert.ToBase64String(Sign(at, keys.CurrentVersion, moved)));
        await RemoveUnfinishedAsync(stop);
        await File.AppendAllTextAsync(path, JsonSerializer.Serialize(line) + "\n", stop);
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
        foreach (var text in FinishedLines(File.ReadAllText(path)))
        {
            number++;
            if (Parse(text) is not { } line)
            {
                damage.Add($"line {number}");
                continue;
            }

            heads.AddRange(line.Heads.Select(h => (h.Stream, h.Count, Convert.FromBase64String(h.Mac))));
        }

        return (heads, damage);
    }

    // A line without its end was being written when the machine went down; it never became a checkpoint.
    private static string[] FinishedLines(string text) => text.Split('\n')[..^1];

    private async Task RemoveUnfinishedAsync(CancellationToken stop)
    {
        if (!File.Exists(path))
        {
            return;
        }

        var bytes = await File.ReadAllBytesAsync(path, stop);
        var finished = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        if (finished < bytes.Length)
        {
            await using var file = File.OpenWrite(path);
            file.SetLength(finished);
        }
    }

    private Line? Parse(string text)
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
