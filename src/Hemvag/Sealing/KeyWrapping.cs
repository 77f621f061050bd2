using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Hemvag.Sealing;

/// <summary>
/// Case keys as they stand in the database: AES-256-GCM under a root wrapping key, bound to case and compartment. Format 1:
/// <c>'H' 'K' · format · root key version (4) · nonce (12) · tag (16) · wrapped key (32)</c>.
/// </summary>
internal static class KeyWrapping
{
    /// <summary>Length of a wrapped key in bytes.</summary>
    public const int WrappedLength = KeyAt + SealedEnvelope.KeyLength;

    private const byte Format = 1;
    private const int HeadLength = 7;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int TagAt = HeadLength + NonceLength;
    private const int KeyAt = TagAt + TagLength;
    private const int BoundLength = HeadLength + 20;

    /// <summary>A fresh random key for one compartment of one case.</summary>
    public static byte[] NewCaseKey() => RandomNumberGenerator.GetBytes(SealedEnvelope.KeyLength);

    /// <summary>Wraps under the current root key version.</summary>
    public static byte[] Wrap(RootKeys rootKeys, Guid caseId, Compartment compartment, ReadOnlySpan<byte> caseKey)
    {
        if (caseKey.Length != SealedEnvelope.KeyLength)
            throw new ArgumentException("A case key is 32 bytes.", nameof(caseKey));
        // Asked for once: a new version may become current meanwhile.
        var version = rootKeys.CurrentVersion;
        var wrapped = new byte[WrappedLength];
        var bytes = wrapped.AsSpan();
        bytes[0] = (byte)'H';
        bytes[1] = (byte)'K';
        bytes[2] = Format;
        BinaryPrimitives.WriteInt32BigEndian(bytes[3..], version);
        var nonce = bytes.Slice(HeadLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);

        Span<byte> bound = stackalloc byte[BoundLength];
        Bind(bytes, caseId, compartment, bound);
        using var cipher = new AesGcm(rootKeys.For(version).Wrapping, TagLength);
        cipher.Encrypt(nonce, caseKey, bytes[KeyAt..], bytes.Slice(TagAt, TagLength), bound);
        return wrapped;
    }

    /// <exception cref="SealBrokenException">The bytes were changed or belong to another case or compartment.</exception>
    /// <exception cref="RootKeyException">The root key version is not in the key folder.</exception>
    public static byte[] Unwrap(RootKeys rootKeys, Guid caseId, Compartment compartment, byte[] wrapped)
    {
        if (VersionIn(wrapped) is not { } version)
            throw new SealBrokenException(caseId);
        Span<byte> bound = stackalloc byte[BoundLength];
        Bind(wrapped, caseId, compartment, bound);
        var caseKey = new byte[SealedEnvelope.KeyLength];
        using var cipher = new AesGcm(rootKeys.For(version).Wrapping, TagLength);
        try
        {
            cipher.Decrypt(wrapped.AsSpan(HeadLength, NonceLength), wrapped.AsSpan(KeyAt), wrapped.AsSpan(TagAt, TagLength), caseKey, bound);
            return caseKey;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SealBrokenException(caseId);
        }
    }

    /// <summary>The root key version a key is wrapped under, to find those to wrap anew after a rotation; null when the form is not ours.</summary>
    public static int? VersionIn(ReadOnlySpan<byte> wrapped) =>
        wrapped.Length == WrappedLength && wrapped[0] == (byte)'H' && wrapped[1] == (byte)'K' && wrapped[2] == Format
            ? BinaryPrimitives.ReadInt32BigEndian(wrapped[3..])
            : null;

    private static void Bind(ReadOnlySpan<byte> wrapped, Guid caseId, Compartment compartment, Span<byte> bound)
    {
        Compartments.RequireSingle(compartment);
        wrapped[..HeadLength].CopyTo(bound);
        caseId.TryWriteBytes(bound[HeadLength..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(bound[(HeadLength + 16)..], (int)compartment);
    }
}
