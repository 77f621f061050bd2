using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Hemvag.Modules.Accounts.KeyRing;

/// <summary>Where the key ring's certificate is: section <c>DataProtection:Certificate</c>.</summary>
internal sealed record KeyRingCertificate
{
    /// <summary>A PKCS #12 file with its private key.</summary>
    public string? Path { get; init; }

    public string? Password { get; init; }
}

internal static class KeyRingSetup
{
    /// <param name="mayBePlain">True in a demo: the ring is then not encrypted.</param>
    /// <exception cref="AccountsRefusedException">There is no certificate where one is needed, or it can't be read.</exception>
    public static void AddKeyRing(this IServiceCollection services, IConfiguration configuration, bool mayBePlain)
    {
        services.AddSingleton<KeyRingRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = provider.GetRequiredService<KeyRingRepository>()
        ));
        var protection = services.AddDataProtection().SetApplicationName("Hemvag");
        var named = configuration.GetSection("DataProtection:Certificate").Get<KeyRingCertificate>();
        if (named?.Path is { Length: > 0 } path)
        {
            var certificate = Load(path, named.Password);
            protection.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        }
        else if (!mayBePlain)
        {
            throw new AccountsRefusedException(
                "DataProtection:Certificate:Path is missing. In production the keys of cookies are encrypted: name a PKCS #12 file and its password."
            );
        }
    }

    private static X509Certificate2 Load(string path, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }
        catch (Exception error) when (error is System.Security.Cryptography.CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new AccountsRefusedException("The certificate of DataProtection:Certificate can't be read: check path and password.");
        }
    }
}
