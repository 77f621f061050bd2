using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Hemvag.Sealing;

/// <summary>
/// One root key as stored: <c>purpose · version (4) · key (32) · SHA-256 of these (32)</c>, in production inside a CMS
/// EnvelopedData (AES-256, RSA-OAEP) that either of two certificates opens. The digest shows damage and a mixed-up key,
/// which CMS without authentication would not; it is no signature: the key folder must be writable by its owner alone.
/// </summary>
internal static class RootKeyProtection
{
    public const byte Wrapping = (byte)'w';
    public const byte Tokens = (byte)'t';
    public const byte Chain = (byte)'c';

    private const int KeyAt = 5;
    private const int DigestAt = KeyAt + RootKey.KeyLength;
    private const int MinimumRsaBits = 3072;

    /// <param name="certificates">Working and recovery certificate; empty leaves the key unprotected, for a demo.</param>
    public static string Store(byte purpose, int version, ReadOnlySpan<byte> key, IReadOnlyList<X509Certificate2> certificates)
    {
        var plain = Describe(purpose, version, key);
        if (certificates.Count == 0)
            return Convert.ToBase64String(plain);

        // 2.16.840.1.101.3.4.1.42 is AES-256 in CBC mode; EnvelopedCms knows no authenticated mode.
        var cms = new EnvelopedCms(new ContentInfo(plain), new AlgorithmIdentifier(new Oid("2.16.840.1.101.3.4.1.42")));
        var recipients = new CmsRecipientCollection();
        foreach (var certificate in certificates)
            recipients.Add(new CmsRecipient(certificate, RSAEncryptionPadding.OaepSHA256));
        cms.Encrypt(recipients);
        CryptographicOperations.ZeroMemory(plain);
        return Convert.ToBase64String(cms.Encode());
    }

    /// <param name="decryptWith">A certificate with its private key; null reads an unprotected key.</param>
    /// <exception cref="RootKeyException">The bytes are damaged or not wrapped for this certificate.</exception>
    public static byte[] Read(byte purpose, int version, string stored, X509Certificate2? decryptWith)
    {
        var plain = decryptWith is null ? FromBase64(stored) : Decrypt(FromBase64(stored), decryptWith);
        var key = plain.AsSpan(Math.Min(KeyAt, plain.Length), Math.Clamp(plain.Length - KeyAt, 0, RootKey.KeyLength));
        if (!CryptographicOperations.FixedTimeEquals(plain, Describe(purpose, version, key)))
            throw RootKeyEntry.Damaged();
        return key.ToArray();
    }

    /// <exception cref="RootKeyException">The certificate can't protect root keys.</exception>
    public static void RequireUsable(X509Certificate2 certificate, string role)
    {
        using var publicKey = certificate.GetRSAPublicKey();
        if (publicKey is null || publicKey.KeySize < MinimumRsaBits)
            throw new RootKeyException($"The {role} certificate needs an RSA key of at least {MinimumRsaBits} bits.");
    }

    private static byte[] Describe(byte purpose, int version, ReadOnlySpan<byte> key)
    {
        var plain = new byte[DigestAt + SHA256.HashSizeInBytes];
        plain[0] = purpose;
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(1), version);
        key.CopyTo(plain.AsSpan(KeyAt));
        SHA256.HashData(plain.AsSpan(0, DigestAt), plain.AsSpan(DigestAt));
        return plain;
    }

    private static byte[] Decrypt(byte[] encoded, X509Certificate2 certificate)
    {
        var cms = new EnvelopedCms();
        try
        {
            cms.Decode(encoded);
            cms.Decrypt(new X509Certificate2Collection(certificate));
            return cms.ContentInfo.Content;
        }
        catch (CryptographicException inner)
        {
            throw new RootKeyException("A root key does not open: the key file is damaged, or the certificate's private key is missing.", inner);
        }
    }

    private static byte[] FromBase64(string stored)
    {
        var bytes = new byte[stored.Length];
        return Convert.TryFromBase64String(stored, bytes, out var length) ? bytes[..length] : throw RootKeyEntry.Damaged();
    }
}
