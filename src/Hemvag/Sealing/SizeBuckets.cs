using System.Buffers.Binary;

namespace Hemvag.Sealing;

/// <summary>
/// Hides exact lengths: content gets a length prefix and zeros up to the next bucket before it is sealed.
/// A short answer and a slightly longer one then look alike in a stolen database.
/// </summary>
internal static class SizeBuckets
{
    private const int Prefix = 4;

    /// <summary>Steps of 64 bytes up to 1 KB, of 256 bytes above.</summary>
    public static byte[] PadRecord(ReadOnlySpan<byte> content) => Pad(content, content.Length + Prefix <= 1024 ? 64 : 256);

    /// <summary>Steps of 4 KB: files are larger and their exact size identifies a known file.</summary>
    public static byte[] PadChunk(ReadOnlySpan<byte> content) => Pad(content, 4096);

    /// <summary>The content without prefix and zeros, as a view; null when the padding is not ours.</summary>
    public static ArraySegment<byte>? Unpad(byte[] padded)
    {
        if (padded.Length < Prefix)
            return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(padded);
        if (length < 0 || length > padded.Length - Prefix)
            return null;
        if (padded.AsSpan(Prefix + length).ContainsAnyExcept((byte)0))
            return null;
        return new ArraySegment<byte>(padded, Prefix, length);
    }

    private static byte[] Pad(ReadOnlySpan<byte> content, int step)
    {
        var padded = new byte[checked((content.Length + Prefix + step - 1) / step * step)];
        BinaryPrimitives.WriteInt32BigEndian(padded, content.Length);
        content.CopyTo(padded.AsSpan(Prefix));
        return padded;
    }
}
