using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hemvag.Sealing;

namespace Hemvag.Tests.Sealing;

/// <summary>Fixed keys and places, the same as the golden files were made with.</summary>
internal static class SealingSamples
{
    public static readonly Guid CaseId = new("01990000-0000-7000-8000-000000000001");
    public static readonly Guid OtherCaseId = new("01990000-0000-7000-8000-000000000002");
    public static readonly Guid RecordId = new("01990000-0000-7000-8000-00000000000a");
    public static readonly Guid KeyId = new("01990000-0000-7000-8000-0000000000ff");
    public static readonly SealedAddress Address = new(CaseId, Compartment.Contact, RecordId, 3);

    public static byte[] PlainKey => Key(1);

    public static RootKeys Root(int versions = 1) =>
        new(Enumerable.Range(1, versions).Select(v => new RootKey(Key(10 * v), Key(10 * v + 1), Key(10 * v + 2))), isDemo: true);

    public static byte[] Key(int seed) => SHA256.HashData([(byte)seed]);

    public static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31 + 7))];

    public static string Golden(string name) => File.ReadAllText(Path.Combine(GoldenFolder, name)).Trim();

    public static string GoldenFolder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Hemvag.slnx")))
                folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the source tree.");
            return Path.Combine(folder.FullName, "tests", "Hemvag.Tests", "Sealing", "Golden");
        }
    }
}

/// <summary>Self-signed certificates, made once, since RSA keys take their time.</summary>
internal static class SampleCertificates
{
    private static readonly Lazy<X509Certificate2> working = new(() => Create("working", 3072));
    private static readonly Lazy<X509Certificate2> recovery = new(() => Create("recovery", 3072));
    private static readonly Lazy<X509Certificate2> stranger = new(() => Create("stranger", 3072));

    public static X509Certificate2 Working => working.Value;

    public static X509Certificate2 Recovery => recovery.Value;

    public static X509Certificate2 Stranger => stranger.Value;

    public static X509Certificate2 PublicPart(X509Certificate2 certificate) => X509CertificateLoader.LoadCertificate(certificate.RawData);

    public static X509Certificate2 Create(string name, int bits)
    {
        using var key = RSA.Create(bits);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return request.CreateSelfSigned(start, start.AddYears(10));
    }
}

internal sealed class KeyFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hemvag-keys-").FullName;

    public string File => System.IO.Path.Combine(Path, RootKeyFile.FileName);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
