using System.Security.Cryptography;

namespace Hemvag.Sealing;

/// <summary>
/// The outer form of everything sealed under a case key, format 1:
/// <c>'H' · kind · format · key id (16) · nonce (12) · tag (16) · ciphertext</c>.
/// The first 19 bytes are authenticated together with the caller's associated data.
/// </summary>
internal static class SealedEnvelope
{
    public const byte Record = (byte)'R';
    public const byte FileChunk = (byte)'F';
    public const int KeyLength = 32;

    private const byte Magic = (byte)'H';
    private const byte Format = 1;
    private const int PrefixLength = 3;
    private const int HeadLength = PrefixLength + 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int TagAt = HeadLength + NonceLength;
    private const int CiphertextAt = TagAt + TagLength;

    /// <summary>Seals with AES-256-GCM under a fresh random nonce.</summary>
    public static byte[] Seal(byte kind, ReadOnlySpan<byte> key, Guid keyId, ReadOnlySpan<byte> bound, ReadOnlySpan<byte> plaintext)
    {
        var envelope = new byte[CiphertextAt + plaintext.Length];
        var bytes = envelope.AsSpan();
        bytes[0] = Magic;
        bytes[1] = kind;
        bytes[2] = Format;
        keyId.TryWriteBytes(bytes[PrefixLength..], bigEndian: true, out _);
        var nonce = bytes.Slice(HeadLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);

        Span<byte> associated = stackalloc byte[HeadLength + bound.Length];
        Associate(bytes, bound, associated);
        using var cipher = new AesGcm(RequireKey(key), TagLength);
        cipher.Encrypt(nonce, plaintext, bytes[CiphertextAt..], bytes.Slice(TagAt, TagLength), associated);
        return envelope;
    }

    /// <summary>The opened plaintext, or null when anything does not fit.</summary>
    public static byte[]? Open(byte kind, ReadOnlySpan<byte> key, ReadOnlySpan<byte> bound, ReadOnlySpan<byte> envelope)
    {
        if (!HasForm(envelope) || envelope[1] != kind)
            return null;

        Span<byte> associated = stackalloc byte[HeadLength + bound.Length];
        Associate(envelope, bound, associated);
        var plaintext = new byte[envelope.Length - CiphertextAt];
        using var cipher = new AesGcm(RequireKey(key), TagLength);
        try
        {
            cipher.Decrypt(
                envelope.Slice(HeadLength, NonceLength),
                envelope[CiphertextAt..],
                envelope.Slice(TagAt, TagLength),
                plaintext,
                associated
            );
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>The id of the case key an envelope was sealed under; null when the bytes have no envelope's form.</summary>
    public static Guid? KeyIdOf(ReadOnlySpan<byte> envelope) =>
        HasForm(envelope) ? new Guid(envelope.Slice(PrefixLength, 16), bigEndian: true) : null;

    private static bool HasForm(ReadOnlySpan<byte> envelope) => envelope.Length >= CiphertextAt && envelope[0] == Magic && envelope[2] == Format;

    private static void Associate(ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> bound, Span<byte> associated)
    {
        envelope[..HeadLength].CopyTo(associated);
        bound.CopyTo(associated[HeadLength..]);
    }

    // AesGcm would take a 128-bit key as well.
    private static ReadOnlySpan<byte> RequireKey(ReadOnlySpan<byte> key) =>
        key.Length == KeyLength ? key : throw new ArgumentException("A case key is 32 bytes.", nameof(key));
}
