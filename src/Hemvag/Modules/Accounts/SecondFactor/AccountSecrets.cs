using System.Security.Cryptography;
using Hemvag.Sealing;

namespace Hemvag.Modules.Accounts.SecondFactor;

/// <summary>
/// Seals the keys of authenticator apps under a key derived from the root wrapping key, bound to their account, so that
/// a copy of the database gives no second factor away and a row moved to another account does not open.
/// </summary>
internal sealed class AccountSecrets(RootKeys rootKeys)
{
    private const byte Kind = (byte)'A';

    public byte[] Seal(Guid accountId, ReadOnlySpan<byte> secret)
    {
        var version = rootKeys.CurrentVersion;
        Span<byte> bound = stackalloc byte[16];
        accountId.TryWriteBytes(bound, bigEndian: true, out _);
        return SealedEnvelope.Seal(Kind, KeyOf(version), new Guid(version, 0, 0, new byte[8]), bound, secret);
    }

    /// <returns>Null when the bytes were changed, belong to another account or are none of ours.</returns>
    public byte[]? Open(Guid accountId, ReadOnlySpan<byte> envelope)
    {
        if (SealedEnvelope.KeyIdOf(envelope) is not { } keyId)
        {
            return null;
        }

        Span<byte> number = stackalloc byte[16];
        keyId.TryWriteBytes(number, bigEndian: true, out _);
        var version = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(number);
        if (!rootKeys.Holds(version))
        {
            return null;
        }

        Span<byte> bound = stackalloc byte[16];
        accountId.TryWriteBytes(bound, bigEndian: true, out _);
        return SealedEnvelope.Open(Kind, KeyOf(version), bound, envelope);
    }

    private byte[] KeyOf(int version)
    {
        var key = new byte[SealedEnvelope.KeyLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, rootKeys.For(version).Wrapping, key, default, "hemvag.account-secret.1"u8);
        return key;
    }
}
