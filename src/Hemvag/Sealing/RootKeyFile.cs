using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hemvag.Sealing;

/// <summary>
/// The key folder, which lies outside the database and its backups. Its keys are written by the commands <c>keys …</c> alone
/// (and by a demo run for itself), atomically and readable by its owner only.
/// </summary>
internal static class RootKeyFile
{
    public const string FileName = "root-keys.json";

    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>True when the folder holds a key file, readable or not.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Makes unprotected keys, marked as a demo's.</summary>
    /// <exception cref="RootKeyException">The folder already holds keys, or can't be written.</exception>
    public static void CreateDemo(string folder, TimeProvider time) => Create(folder, [], time);

    /// <summary>Makes keys that only the holder of one of the two private keys can read. The private keys aren't needed here.</summary>
    /// <param name="working">The certificate of the running installation.</param>
    /// <param name="recovery">The certificate whose private key is kept offline.</param>
    /// <exception cref="RootKeyException">The folder already holds keys, or a certificate is unfit.</exception>
    public static void CreateProtected(string folder, X509Certificate2 working, X509Certificate2 recovery, TimeProvider time) =>
        Create(folder, Pair(working, recovery), time);

    /// <summary>Rotation of a demo's keys: see the other form.</summary>
    public static int AddVersion(string folder, TimeProvider time) => Append(folder, [], time);

    /// <summary>Rotation: appends a version that running nodes take up by themselves; the old ones stay and keep opening what they sealed.</summary>
    /// <returns>The new version.</returns>
    /// <exception cref="RootKeyException">There are no keys, or these are other certificates than those the keys are wrapped for.</exception>
    public static int AddVersion(string folder, X509Certificate2 working, X509Certificate2 recovery, TimeProvider time) =>
        Append(folder, Pair(working, recovery), time);

    /// <summary>Wraps all versions for another pair of certificates; the keys themselves stay as they are.</summary>
    /// <param name="openWith">One of the two certificates they are wrapped for today, with its private key.</param>
    /// <returns>The number of versions.</returns>
    /// <exception cref="RootKeyException">The keys do not open, are a demo's, or a certificate is unfit.</exception>
    public static int ChangeCertificates(string folder, X509Certificate2 openWith, X509Certificate2 working, X509Certificate2 recovery)
    {
        var pair = Pair(working, recovery);
        var document = Read(folder);
        if (document.Demo)
            throw new RootKeyException("The root keys are a demo's and stay so; make protected ones with `keys new`.");
        RequireRecipient(document, openWith);
        var entries = document.Versions.Select(entry => WrapAnew(entry, Open(entry, openWith), pair)).ToList();
        Write(folder, overwrite: true, document with { Recipients = [.. pair.Select(Thumbprint)], Versions = entries });
        return entries.Count;
    }

    /// <summary>Reads all versions, and those that are added while the process runs.</summary>
    /// <param name="decryptWith">The working or the recovery certificate with its private key; null for a demo's keys.</param>
    /// <param name="allowUnprotected">False in production: a demo's keys are then refused.</param>
    /// <param name="time">Says when a new version is settled; null uses the newest at once.</param>
    /// <exception cref="RootKeyException">The file is missing, damaged, unprotected where that is not allowed, or wrapped for others.</exception>
    public static RootKeys Load(string folder, X509Certificate2? decryptWith, bool allowUnprotected, TimeProvider? time = null)
    {
        var source = new RootKeySource(folder, decryptWith, allowUnprotected);
        var (versions, isDemo) = source.Read();
        return new RootKeys(versions, isDemo, source.ReadWhereChanged, time);
    }

    /// <summary>What the file holds now.</summary>
    /// <exception cref="RootKeyException">As for <see cref="Load"/>.</exception>
    public static (RootKey[] Versions, bool IsDemo) Open(string folder, X509Certificate2? decryptWith, bool allowUnprotected)
    {
        var document = Read(folder);
        if (document.Demo && !allowUnprotected)
            throw new RootKeyException("The root keys are a demo's and unprotected; make protected ones with `keys new`.");
        if (!document.Demo)
            RequireRecipient(document, decryptWith);
        var opener = document.Demo ? null : decryptWith;
        return ([.. document.Versions.Select(entry => Open(entry, opener))], document.Demo);
    }

    private static RootKey Open(RootKeyEntry entry, X509Certificate2? opener) =>
        new(
            RootKeyProtection.Read(RootKeyProtection.Wrapping, entry.Version, entry.Wrapping, opener),
            RootKeyProtection.Read(RootKeyProtection.Tokens, entry.Version, entry.Tokens, opener),
            RootKeyProtection.Read(RootKeyProtection.Chain, entry.Version, entry.Chain, opener),
            entry.Created
        );

    private static RootKeyEntry WrapAnew(RootKeyEntry entry, RootKey key, X509Certificate2[] certificates) =>
        entry with
        {
            Wrapping = RootKeyProtection.Store(RootKeyProtection.Wrapping, entry.Version, key.Wrapping, certificates),
            Tokens = RootKeyProtection.Store(RootKeyProtection.Tokens, entry.Version, key.Tokens, certificates),
            Chain = RootKeyProtection.Store(RootKeyProtection.Chain, entry.Version, key.Chain, certificates),
        };

    private static void RequireRecipient(RootKeyDocument document, X509Certificate2? certificate)
    {
        if (certificate is null)
            throw new RootKeyException("The root keys are protected; name the certificate that opens them.");
        if (!document.Recipients.Contains(Thumbprint(certificate), StringComparer.Ordinal))
            throw new RootKeyException("The root keys are not wrapped for this certificate; use the working or the recovery one.");
        if (!certificate.HasPrivateKey)
            throw new RootKeyException("The certificate has no private key, so it opens nothing.");
    }

    private static X509Certificate2[] Pair(X509Certificate2 working, X509Certificate2 recovery)
    {
        RootKeyProtection.RequireUsable(working, "working");
        RootKeyProtection.RequireUsable(recovery, "recovery");
        if (working.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(recovery.PublicKey.ExportSubjectPublicKeyInfo()))
            throw new RootKeyException("The recovery certificate needs a key pair of its own, kept offline.");
        return [working, recovery];
    }

    private static void Create(string folder, X509Certificate2[] certificates, TimeProvider time)
    {
        if (Exists(folder))
            throw new RootKeyException("The folder already holds root keys; they are never overwritten.");
        Write(
            folder,
            overwrite: false,
            new RootKeyDocument
            {
                Format = RootKeyDocument.KnownFormat,
                Demo = certificates.Length == 0,
                Recipients = [.. certificates.Select(Thumbprint)],
                Versions = [NewEntry(1, certificates, time)],
            }
        );
    }

    private static int Append(string folder, X509Certificate2[] certificates, TimeProvider time)
    {
        var document = Read(folder);
        // One certificate must open every version, or the next start would fail.
        if (!document.Recipients.SequenceEqual(certificates.Select(Thumbprint), StringComparer.Ordinal))
            throw new RootKeyException("Rotate with the same working and recovery certificates as the keys that are there.");
        var version = document.Versions.Count + 1;
        Write(folder, overwrite: true, document with { Versions = [.. document.Versions, NewEntry(version, certificates, time)] });
        return version;
    }

    private static RootKeyEntry NewEntry(int version, X509Certificate2[] certificates, TimeProvider time)
    {
        return new RootKeyEntry
        {
            Version = version,
            Created = time.GetUtcNow().UtcDateTime,
            Wrapping = NewKey(RootKeyProtection.Wrapping),
            Tokens = NewKey(RootKeyProtection.Tokens),
            Chain = NewKey(RootKeyProtection.Chain),
        };

        string NewKey(byte purpose) => RootKeyProtection.Store(purpose, version, RandomNumberGenerator.GetBytes(RootKey.KeyLength), certificates);
    }

    private static string Thumbprint(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    private static RootKeyDocument Read(string folder)
    {
        if (!Exists(folder))
            throw new RootKeyException($"The key folder holds no {FileName}; make the root keys with `keys new`, or name the right folder.");
        try
        {
            return RootKeyDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
        }
        catch (Exception inner) when (inner is IOException or UnauthorizedAccessException)
        {
            throw new RootKeyException("The key file can't be read by this account.", inner);
        }
    }

    private static void Write(string folder, bool overwrite, RootKeyDocument document)
    {
        var path = Path.Combine(folder, FileName);
        var temporary = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.tmp";
        try
        {
            PrepareFolder(folder);
            using (var stream = new FileStream(temporary, NewFile()))
            {
                stream.Write(document.ToBytes());
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite);
        }
        catch (Exception inner) when (inner is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new RootKeyException("The key file can't be written to this folder.", inner);
        }
    }

    private static void PrepareFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, OwnerFolder);
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerFile;
        return options;
    }
}
