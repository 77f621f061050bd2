using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hemvag.Sealing;

/// <summary>Where a chunk stands in its file.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Count">Chunks of the whole file, at least 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChunkPlace(int Index, int Count)
{
    public bool IsLast => Index == Count - 1;
}

/// <summary>
/// Seals a file as chunks stored as rows. Place, count and last mark are bound to each chunk,
/// so chunks can't be reordered, exchanged between files, dropped or cut off unseen.
/// </summary>
internal static class FileCipher
{
    /// <summary>Content bytes of every chunk but the last.</summary>
    public const int ChunkSize = 256 * 1024;

    /// <summary>Largest file, in bytes.</summary>
    public const int MaxFileSize = 25 * 1024 * 1024;

    private const int BoundLength = SealedAddress.Length + 9;

    /// <summary>Chunks of a file of <paramref name="length"/> bytes; an empty file has one, empty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative or above <see cref="MaxFileSize"/>.</exception>
    public static int CountOf(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaxFileSize);
        return Math.Max(1, (int)((length + ChunkSize - 1) / ChunkSize));
    }

    public static byte[] SealChunk(ReadOnlySpan<byte> caseKey, Guid keyId, SealedAddress address, ChunkPlace place, ReadOnlySpan<byte> content)
    {
        if (content.Length > ChunkSize || (!place.IsLast && content.Length != ChunkSize))
            throw new ArgumentException("Every chunk but the last is full.", nameof(content));
        Span<byte> bound = stackalloc byte[BoundLength];
        Bind(address, place, bound);
        return SealedEnvelope.Seal(SealedEnvelope.FileChunk, caseKey, keyId, bound, SizeBuckets.PadChunk(content));
    }

    /// <exception cref="SealBrokenException">A byte, the place or the key is not the one that was sealed.</exception>
    public static ArraySegment<byte> OpenChunk(ReadOnlySpan<byte> caseKey, SealedAddress address, ChunkPlace place, ReadOnlySpan<byte> chunk)
    {
        Span<byte> bound = stackalloc byte[BoundLength];
        Bind(address, place, bound);
        var padded = SealedEnvelope.Open(SealedEnvelope.FileChunk, caseKey, bound, chunk);
        return padded is not null && SizeBuckets.Unpad(padded) is { } content ? content : throw Broken(address);
    }

    /// <summary>Seals a stream chunk by chunk, holding one chunk in memory.</summary>
    /// <param name="length">The announced length; the count of chunks is bound before the end is read.</param>
    /// <exception cref="InvalidDataException">The stream is shorter or longer than announced.</exception>
    public static async IAsyncEnumerable<byte[]> SealAsync(
        ReadOnlyMemory<byte> caseKey,
        Guid keyId,
        SealedAddress address,
        Stream content,
        long length,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var count = CountOf(length);
        // One byte more than announced is asked for at the end, so that a longer stream shows.
        var buffer = new byte[ChunkSize + 1];
        for (var index = 0; index < count; index++)
        {
            var expected = (int)Math.Min(ChunkSize, length - (long)index * ChunkSize);
            var wanted = index == count - 1 ? expected + 1 : expected;
            var read = await content.ReadAtLeastAsync(buffer.AsMemory(0, wanted), wanted, throwOnEndOfStream: false, cancellation);
            if (read != expected)
                throw new InvalidDataException("The file is not as long as was announced.");
            yield return SealChunk(caseKey.Span, keyId, address, new ChunkPlace(index, count), buffer.AsSpan(0, expected));
        }
    }

    /// <summary>
    /// Opens stored chunks in order into <paramref name="destination"/>. What was written before an exception is a true
    /// beginning of the file, but the reader must not take it for the whole.
    /// </summary>
    /// <exception cref="SealBrokenException">A chunk is changed, out of place, missing or too many.</exception>
    public static async Task OpenAsync(
        ReadOnlyMemory<byte> caseKey,
        SealedAddress address,
        int count,
        IAsyncEnumerable<byte[]> chunks,
        Stream destination,
        CancellationToken cancellation = default
    )
    {
        var index = 0;
        await foreach (var chunk in chunks.WithCancellation(cancellation))
        {
            if (index >= count)
                throw Broken(address);
            await destination.WriteAsync(OpenChunk(caseKey.Span, address, new ChunkPlace(index, count), chunk), cancellation);
            index++;
        }
        if (index == 0 || index != count)
            throw Broken(address);
    }

    private static void Bind(SealedAddress address, ChunkPlace place, Span<byte> bound)
    {
        if (place.Index < 0 || place.Index >= place.Count)
            throw new ArgumentOutOfRangeException(nameof(place), place, "The chunk stands outside its file.");
        address.WriteTo(bound);
        BinaryPrimitives.WriteInt32BigEndian(bound[SealedAddress.Length..], place.Index);
        BinaryPrimitives.WriteInt32BigEndian(bound[(SealedAddress.Length + 4)..], place.Count);
        bound[^1] = place.IsLast ? (byte)1 : (byte)0;
    }

    private static SealBrokenException Broken(SealedAddress address) => new(address.CaseId, address.RecordId);
}
