using System.Security.Cryptography.X509Certificates;

namespace Hemvag.Sealing;

/// <summary>The key file of one installation with what opens it, to be read again when it has changed.</summary>
/// <param name="decryptWith">The working or the recovery certificate with its private key; null for a demo's keys.</param>
/// <param name="allowUnprotected">False in production: a demo's keys are then refused.</param>
internal sealed class RootKeySource(string folder, X509Certificate2? decryptWith, bool allowUnprotected)
{
    private volatile Stamp? seen;

    /// <summary>What the file holds, where it is another than the one last read. One that was refused is not read anew at every question.</summary>
    /// <exception cref="RootKeyException">As for <see cref="Read"/>.</exception>
    public (RootKey[] Versions, bool IsDemo)? ReadWhereChanged() => Now() == seen ? null : Read();

    /// <exception cref="RootKeyException">The file is missing, damaged, unprotected where that is not allowed, or wrapped for others.</exception>
    public (RootKey[] Versions, bool IsDemo) Read()
    {
        // Before reading: what is written meanwhile shows at the next look.
        seen = Now();
        return RootKeyFile.Open(folder, decryptWith, allowUnprotected);
    }

    private Stamp Now()
    {
        var file = new FileInfo(Path.Combine(folder, RootKeyFile.FileName));
        return file.Exists ? new Stamp(file.LastWriteTimeUtc, file.Length) : new Stamp(default, 0);
    }

    private sealed record Stamp(DateTime Written, long Length);
}
