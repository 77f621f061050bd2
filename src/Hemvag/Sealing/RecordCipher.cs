using System.Security.Cryptography;

namespace Hemvag.Sealing;

/// <summary>Seals and opens the records of a case under its compartment key.</summary>
internal static class RecordCipher
{
    /// <summary>Seals <paramref name="plaintext"/> for exactly one place; the envelope's length is a bucket, not the content's.</summary>
    /// <param name="caseKey">The unwrapped key, 32 bytes, of the address's case and compartment.</param>
    /// <param name="keyId">The id under which that key is stored.</param>
    public static byte[] Seal(ReadOnlySpan<byte> caseKey, Guid keyId, SealedAddress address, ReadOnlySpan<byte> plaintext)
    {
        Span<byte> bound = stackalloc byte[SealedAddress.Length];
        address.WriteTo(bound);
        var padded = SizeBuckets.PadRecord(plaintext);
        try
        {
            return SealedEnvelope.Seal(SealedEnvelope.Record, caseKey, keyId, bound, padded);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(padded);
        }
    }

    /// <summary>Opens what was sealed for exactly this place.</summary>
    /// <exception cref="SealBrokenException">A byte, the place or the key is not the one that was sealed.</exception>
    public static ArraySegment<byte> Open(ReadOnlySpan<byte> caseKey, SealedAddress address, ReadOnlySpan<byte> envelope)
    {
        Span<byte> bound = stackalloc byte[SealedAddress.Length];
        address.WriteTo(bound);
        var padded = SealedEnvelope.Open(SealedEnvelope.Record, caseKey, bound, envelope);
        return padded is not null && SizeBuckets.Unpad(padded) is { } content ? content : throw Broken(address);
    }

    /// <summary>The id of the case key to fetch before opening.</summary>
    /// <exception cref="SealBrokenException">The bytes have no envelope's form.</exception>
    public static Guid KeyIdOf(SealedAddress address, ReadOnlySpan<byte> envelope) => SealedEnvelope.KeyIdOf(envelope) ?? throw Broken(address);

    private static SealBrokenException Broken(SealedAddress address) => new(address.CaseId, address.RecordId);
}
