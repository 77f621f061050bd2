using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hemvag.Sealing;

/// <summary>The commands on the key folder alone: the only way protected root keys are made or wrapped for others.</summary>
/// <param name="opener">The certificate with its private key that opens the keys today, from the configuration; null when none is named.</param>
internal sealed class KeyCommands(TimeProvider time, TextWriter output, Func<X509Certificate2?> opener)
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WronglyCalled = 2;

    private const string Usage = """
        keys new          --folder FOLDER --certificate WORKING.cer --recovery OFFLINE.cer
        keys rotate       --folder FOLDER --certificate WORKING.cer --recovery OFFLINE.cer
        keys rotate       --folder FOLDER      (a demo's unprotected keys)
        keys certificates --folder FOLDER --certificate NEW-WORKING.cer --recovery NEW-OFFLINE.cer
                          (Keys:Certificate of the configuration opens the keys as they are)
        keys rewrap       (with the configuration of the application)
        """;

    /// <param name="arguments">What follows the word <c>keys</c>.</param>
    /// <returns>0 done, 1 refused with a sentence, 2 wrongly called.</returns>
    public int Run(IReadOnlyList<string> arguments)
    {
        if (KeyOptions.Parse(arguments) is not { } options)
            return Misused();
        try
        {
            return (arguments[0], options) switch
            {
                ("new", { Working: { } working, Recovery: { } recovery }) => New(options.Folder, working, recovery),
                ("rotate", { Working: { } working, Recovery: { } recovery }) => Rotate(options.Folder, working, recovery),
                ("certificates", { Working: { } working, Recovery: { } recovery }) => Certificates(options.Folder, working, recovery),
                ("rotate", { Working: null, Recovery: null }) => Rotated(RootKeyFile.AddVersion(options.Folder, time)),
                _ => Misused(),
            };
        }
        catch (RootKeyException refusal)
        {
            output.WriteLine(refusal.Message);
            return Refused;
        }
    }

    private int New(string folder, string workingPath, string recoveryPath)
    {
        using var working = Certificate(workingPath);
        using var recovery = Certificate(recoveryPath);
        RootKeyFile.CreateProtected(folder, working, recovery, time);
        output.WriteLine($"Root keys of version 1 are in {Path.Combine(folder, RootKeyFile.FileName)}.");
        output.WriteLine("Back this folder up apart from the database: without it nothing sealed can ever be opened.");
        output.WriteLine("Keep the recovery certificate's private key offline, and rehearse opening the folder with it.");
        return Done;
    }

    private int Rotate(string folder, string workingPath, string recoveryPath)
    {
        using var working = Certificate(workingPath);
        using var recovery = Certificate(recoveryPath);
        return Rotated(RootKeyFile.AddVersion(folder, working, recovery, time));
    }

    private int Rotated(int version)
    {
        output.WriteLine($"Root keys of version {version} are added; the earlier ones stay and keep opening what they sealed.");
        output.WriteLine(
            $"Back the folder up. Where nodes have folders of their own, copy {RootKeyFile.FileName} to each of them now: running nodes take it up within a minute, and {RootKeys.Settles.TotalMinutes:0} minutes from now new things are made under it."
        );
        output.WriteLine("After that, `keys rewrap` wraps the existing case keys under it.");
        return Done;
    }

    private int Certificates(string folder, string workingPath, string recoveryPath)
    {
        using var opens = opener() ?? throw new RootKeyException("Name the certificate that opens the keys today in Keys:Certificate.");
        using var working = Certificate(workingPath);
        using var recovery = Certificate(recoveryPath);
        var versions = RootKeyFile.ChangeCertificates(folder, opens, working, recovery);
        output.WriteLine($"{versions} versions of the root keys are wrapped for the two new certificates; the keys are the same.");
        output.WriteLine(
            "Running nodes go on with what they hold. Give each the new working certificate before its next start, and back the folder up."
        );
        output.WriteLine("Copies of the folder from before still open with the old private keys: destroy those copies, or those keys.");
        return Done;
    }

    private int Misused()
    {
        output.WriteLine(Usage);
        return WronglyCalled;
    }

    private static X509Certificate2 Certificate(string path)
    {
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(path);
        }
        catch (Exception inner) when (inner is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new RootKeyException(
                $"The certificate {Path.GetFileName(path)} can't be read; give a .cer or .pem file without a private key.",
                inner
            );
        }
    }
}

/// <summary>The options of the key commands.</summary>
internal sealed record KeyOptions(string Folder, string? Working, string? Recovery)
{
    /// <summary>Null when an option is unknown, given twice, lacks its value, or the folder is missing.</summary>
    public static KeyOptions? Parse(IReadOnlyList<string> arguments)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < arguments.Count; i += 2)
        {
            var known = arguments[i] is "--folder" or "--certificate" or "--recovery";
            if (!known || i + 1 == arguments.Count || !given.TryAdd(arguments[i], arguments[i + 1]))
                return null;
        }
        return given.TryGetValue("--folder", out var folder)
            ? new KeyOptions(folder, given.GetValueOrDefault("--certificate"), given.GetValueOrDefault("--recovery"))
            : null;
    }
}
