using System.Security.Cryptography;
using System.Text.Json;
using Hemvag.Auditing;
using Hemvag.Sealing;

namespace Hemvag.Modules.Retention;

/// <summary>A key that was destroyed, as the list outside the database remembers it.</summary>
internal sealed record ErasedEntry(Guid KeyId, Guid CaseId, Compartment Compartment, DateTime ErasedAt);

/// <summary>
/// Which keys were destroyed, kept outside the database and its backups: after a restore they are destroyed again. The file only grows; each
/// line is signed under the chain key and chained to the one before. Nodes may share one file or have one each.
/// </summary>
internal sealed class ErasureList(RootKeys keys, string path)
{
    public const string FileName = "erasures.jsonl";

    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int Tries = 50;
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    private sealed record Line(ErasedEntry Entry, int KeyVersion, string Mac);

    private sealed record Content(List<ErasedEntry> Entries, List<int> Damage, byte[] Last, long Length, int Lines);

    /// <summary>Every trusted entry, the numbers of the lines that cannot be trusted, and how many lines there are.</summary>
    public (IReadOnlyList<ErasedEntry> Entries, IReadOnlyList<int> Damage, int Lines) ReadAll()
    {
        if (!File.Exists(path))
        {
            return ([], [], 0);
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var all = Read(file);
        return (all.Entries, all.Damage, all.Lines);
    }

    /// <summary>Appends what the file does not hold yet.</summary>
    /// <returns>How many lines the file has.</returns>
    public async Task<int> AddAsync(IReadOnlyCollection<ErasedEntry> entries, CancellationToken stop)
    {
        await using var file = await OpenAloneAsync(stop);
        var held = Read(file);
        var known = held.Entries.Select(e => e.KeyId).ToHashSet();
        var added = entries.Where(e => known.Add(e.KeyId)).ToList();
        var last = held.Last;
        if (added.Count > 0)
        {
            // A line that was never finished goes.
            file.SetLength(held.Length);
            file.Position = held.Length;
        }

        foreach (var entry in added)
        {
            var version = keys.CurrentVersion;
            last = Sign(last, entry, version);
            await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new Line(entry, version, Convert.ToBase64String(last))), stop);
            await file.WriteAsync(LineEnd, stop);
        }

        file.Flush(flushToDisk: true);
        return held.Lines + added.Count;
    }

    private async Task<FileStream> OpenAloneAsync(CancellationToken stop)
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

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException) when (attempt < Tries)
            {
                // Another node writes to the same file.
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, stop);
            }
        }
    }

    private Content Read(Stream file)
    {
        var entries = new List<ErasedEntry>();
        var damage = new List<int>();
        byte[] last = [];
        var number = 0;
        var length = 0L;
        foreach (var text in FinishedLines.Of(file))
        {
            number++;
            length += text.Length + 1;
            var (entry, mac) = Parse(text.Span, last);
            last = mac ?? last;
            if (entry is null)
            {
                damage.Add(number);
            }
            else
            {
                entries.Add(entry);
            }
        }

        return new Content(entries, damage, last, length, number);
    }

    private (ErasedEntry? Trusted, byte[]? Mac) Parse(ReadOnlySpan<byte> text, byte[] previous)
    {
        byte[]? mac = null;
        try
        {
            if (JsonSerializer.Deserialize<Line>(text) is not { Entry: { } entry, Mac: not null } line)
            {
                return (null, null);
            }

            var borne = Convert.FromBase64String(line.Mac);
            mac = borne.Length == ChainMac.Length ? borne : null;
            return (CryptographicOperations.FixedTimeEquals(Sign(previous, entry, line.KeyVersion), borne) ? entry : null, mac);
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException or RootKeyException)
        {
            return (null, mac);
        }
    }

    private byte[] Sign(byte[] previous, ErasedEntry entry, int keyVersion)
    {
        var writer = new CanonicalWriter();
        writer.Write("erasure");
        writer.Write(entry.KeyId);
        writer.Write(entry.CaseId);
        writer.Write(entry.Compartment);
        writer.Write(DateTime.SpecifyKind(entry.ErasedAt, DateTimeKind.Utc));
        return new ChainMac(keys).Next(previous, writer.ToArray(), keyVersion);
    }
}
