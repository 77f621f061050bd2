using System.Security.Cryptography;

namespace Hemvag.Sealing;

/// <summary>
/// Links the rows of a stream: each link is an HMAC-SHA256 over the link before it and the row's canonical bytes,
/// under a key that is not in the database. Who can write the database alone can't forge a link.
/// </summary>
internal sealed class ChainMac(RootKeys rootKeys)
{
    /// <summary>Length of a link in bytes.</summary>
    public const int Length = HMACSHA256.HashSizeInBytes;

    /// <summary>The link that follows <paramref name="previous"/>.</summary>
    /// <param name="previous">The link before it; empty for the first of a stream, else 32 bytes.</param>
    /// <param name="content">Canonical bytes of what is linked, including the stream's name and the place in it.</param>
    /// <param name="rootKeyVersion">The version stored beside the link; it is bound as well.</param>
    /// <exception cref="RootKeyException">The root key version is not in the key folder.</exception>
    public byte[] Next(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> content, int rootKeyVersion)
    {
        if (!previous.IsEmpty && previous.Length != Length)
            throw new ArgumentException("A link is 32 bytes.", nameof(previous));
        var bytes = new CanonicalWriter().Write("hemvag.chain.1").Write(rootKeyVersion).Write(previous).Write(content).ToArray();
        return HMACSHA256.HashData(rootKeys.For(rootKeyVersion).Chain, bytes);
    }
}
