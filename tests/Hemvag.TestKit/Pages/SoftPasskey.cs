using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hemvag.TestKit.Pages;

/// <summary>
/// An authenticator in software: makes one passkey (ES256, no attestation) and shows it, as a browser would send it. What it says can be
/// bent, as an attacker's would be.
/// </summary>
public sealed class SoftPasskey : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasKey = 0x40;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string? owner;

    /// <summary>The origin the browser would name.</summary>
    public string Origin { get; init; } = "https://localhost";

    public string Domain { get; init; } = "localhost";

    /// <summary>False where nobody showed finger, face or PIN.</summary>
    public bool VerifiesUser { get; set; } = true;

    /// <summary>0 for the many that do not count.</summary>
    public uint Count { get; set; }

    /// <summary>Answers what a page asked for in order to make a passkey.</summary>
    public string Make(string options)
    {
        using var asked = JsonDocument.Parse(options);
        owner = asked.RootElement.GetProperty("user").GetProperty("id").GetString();
        var client = ClientData("webauthn.create", Challenge(asked));
        var data = AuthenticatorData(HasKey, [.. new byte[16], .. Length(id.Length), .. id, .. CoseKey()]);
        // {"fmt": "none", "attStmt": {}, "authData": …}
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), .. Bytes(data)];
        return Credential(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["clientDataJSON"] = Base64Url.EncodeToString(client),
                ["attestationObject"] = Base64Url.EncodeToString(attestation),
                ["transports"] = new[] { "internal" },
            }
        );
    }

    /// <summary>Answers what a page asked for in order to be shown a passkey.</summary>
    public string Show(string options)
    {
        using var asked = JsonDocument.Parse(options);
        var client = ClientData("webauthn.get", Challenge(asked));
        var data = AuthenticatorData(0, []);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["clientDataJSON"] = Base64Url.EncodeToString(client),
                ["authenticatorData"] = Base64Url.EncodeToString(data),
                ["signature"] = Base64Url.EncodeToString(signature),
                ["userHandle"] = owner ?? "",
            }
        );
    }

    public void Dispose() => key.Dispose();

    private string Credential(Dictionary<string, object> response) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["id"] = Base64Url.EncodeToString(id),
                ["rawId"] = Base64Url.EncodeToString(id),
                ["type"] = "public-key",
                ["clientExtensionResults"] = new Dictionary<string, object>(StringComparer.Ordinal),
                ["response"] = response,
            }
        );

    private byte[] ClientData(string type, string challenge) =>
        Encoding.UTF8.GetBytes(
            JsonSerializer.Serialize(
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["type"] = type,
                    ["challenge"] = challenge,
                    ["origin"] = Origin,
                    ["crossOrigin"] = false,
                }
            )
        );

    private byte[] AuthenticatorData(byte flags, byte[] rest)
    {
        var said = (byte)(flags | UserPresent | (VerifiesUser ? UserVerified : 0));
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), said, .. count, .. rest];
    }

    // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    private byte[] CoseKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
    }

    private static string Challenge(JsonDocument asked) => asked.RootElement.GetProperty("challenge").GetString()!;

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) =>
        bytes.Length < 256 ? [0x58, (byte)bytes.Length, .. bytes] : [0x59, .. Length(bytes.Length), .. bytes];

    private static byte[] Length(int length) => [(byte)(length >> 8), (byte)length];
}
