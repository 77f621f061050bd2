using System.Text.Json;

namespace Hemvag.Sealing;

/// <summary>The content of <c>root-keys.json</c>, format 1.</summary>
internal sealed record RootKeyDocument
{
    public const int KnownFormat = 1;

    private static readonly JsonSerializerOptions json = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    public required int Format { get; init; }

    /// <summary>True: the keys below are unprotected and belong to a demo.</summary>
    public required bool Demo { get; init; }

    /// <summary>SHA-256 thumbprints of the working and the recovery certificate, in this order; empty for a demo.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Version 1 first.</summary>
    public required IReadOnlyList<RootKeyEntry> Versions { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, json);

    /// <exception cref="RootKeyException">The bytes are not a key file of this format.</exception>
    public static RootKeyDocument Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<RootKeyDocument>(bytes, json)?.Checked() ?? throw RootKeyEntry.Damaged();
        }
        catch (JsonException)
        {
            // The parser's message could quote key material.
            throw RootKeyEntry.Damaged();
        }
    }

    private RootKeyDocument Checked()
    {
        if (Format != KnownFormat)
            throw new RootKeyException($"The key file has format {Format}; this program knows format {KnownFormat}.");
        var numbered = Versions.Select(entry => entry.Version).SequenceEqual(Enumerable.Range(1, Versions.Count));
        return numbered && Versions.Count > 0 && Recipients.Count == (Demo ? 0 : 2) ? this : throw RootKeyEntry.Damaged();
    }
}

/// <summary>One version of the root keys as stored; each key is base64 of its protected (or, in a demo, plain) form.</summary>
internal sealed record RootKeyEntry
{
    public required int Version { get; init; }

    public required DateTime Created { get; init; }

    public required string Wrapping { get; init; }

    public required string Tokens { get; init; }

    public required string Chain { get; init; }

    public static RootKeyException Damaged() => new("The key file is damaged; restore the key folder from its backup.");
}
