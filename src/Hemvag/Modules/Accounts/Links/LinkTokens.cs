using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hemvag.Sealing;

namespace Hemvag.Modules.Accounts.Links;

/// <summary>The secret part of a link: 256 random bits, behind the # of the address, which browsers send to nobody and no log holds.</summary>
internal sealed class LinkTokens(RootKeys keys)
{
    public const string Page = "/begin";

    private const int Length = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));

    /// <param name="origin">Scheme and host of this installation.</param>
    public static string Address(string origin, string token) => $"{origin.TrimEnd('/')}{Page}#{token}";

    /// <summary>What is kept of a token, under the current token key.</summary>
    public byte[] Mac(string token) => Mac(keys.CurrentVersion, token);

    /// <summary>What could have been kept of it, under every version of the key there has been.</summary>
    /// <param name="typed">The token, or the whole address it stands in.</param>
    public IReadOnlyList<byte[]> Candidates(string typed)
    {
        var token = typed.Trim().Split('#')[^1];
        return [.. Enumerable.Range(1, keys.CurrentVersion).Select(version => Mac(version, token))];
    }

    private byte[] Mac(int version, string token)
    {
        var key = new byte[Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.For(version).Tokens, key, default, "hemvag.account-link.1"u8);
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(token));
    }
}
