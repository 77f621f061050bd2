using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace Hemvag.Sealing;

/// <summary>What is shown once when a link is made that opens without an account.</summary>
/// <param name="Token">The last part of the address, 160 bits.</param>
/// <param name="Code">Eight digits.</param>
internal sealed record LinkSecret(string Token, string Code);

/// <summary>
/// Makes the secrets of links and the digests that are kept of them. The secrets follow from the form's operation under the token key, so
/// that a second press of the button shows the same link and not one that nobody has seen; the key lies outside the database.
/// </summary>
internal sealed class LinkSecrets(RootKeys keys)
{
    private const int TokenBytes = 20;
    private const int CodeDigits = 8;
    private const ulong Codes = 100_000_000;

    /// <param name="purpose">A word of the program that keeps what one form makes apart from what another makes; empty for one-time links.</param>
    public LinkSecret For(Guid operationId, string purpose = "") => For(keys.CurrentVersion, operationId, purpose);

    /// <summary>The same as it was made under the current root keys and those before, the newest first.</summary>
    public IEnumerable<LinkSecret> EveryFor(Guid operationId, string purpose) =>
        Enumerable.Range(1, keys.CurrentVersion).Reverse().Select(v => For(v, operationId, purpose));

    /// <summary>The cookie of a window.</summary>
    /// <param name="purpose">As in <see cref="For(Guid, string)"/>.</param>
    public string WindowFor(Guid operationId, string purpose = "") =>
        Base64Url.EncodeToString(Mac(keys.CurrentVersion, "hemvag.link.window.1", operationId, purpose));

    public string DigestOfToken(string token) => Digest(keys.CurrentVersion, "hemvag.link.token.1", Guid.Empty, token);

    public string DigestOfWindow(string window) => Digest(keys.CurrentVersion, "hemvag.link.cookie.1", Guid.Empty, window);

    public string DigestOfCode(Guid linkId, string code) => Digest(keys.CurrentVersion, "hemvag.link.code.1", linkId, code);

    /// <summary>Every digest a token can be kept under: of the current root keys and of those before.</summary>
    public IReadOnlyList<string> DigestsOfToken(string token) => Every(v => Digest(v, "hemvag.link.token.1", Guid.Empty, token));

    public IReadOnlyList<string> DigestsOfWindow(string window) => Every(v => Digest(v, "hemvag.link.cookie.1", Guid.Empty, window));

    /// <summary>Compares in a time that tells nothing.</summary>
    /// <param name="codeDigest">What is kept of it, by <see cref="DigestOfCode"/>.</param>
    public bool IsCode(Guid linkId, string codeDigest, string code)
    {
        var right = false;
        foreach (var digest in Every(v => Digest(v, "hemvag.link.code.1", linkId, code)))
        {
            right |= CryptographicOperations.FixedTimeEquals(Convert.FromHexString(digest), Convert.FromHexString(codeDigest));
        }

        return right;
    }

    /// <summary>Digits of any script, without what people put between them.</summary>
    public static string PlainCode(string typed) =>
        string.Concat(typed.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c)).Where(d => d >= 0).Select(d => (char)('0' + d)));

    private LinkSecret For(int version, Guid operationId, string purpose)
    {
        var secret = Mac(version, "hemvag.link.secret.1", operationId, purpose);
        var code = BinaryPrimitives.ReadUInt64BigEndian(secret.AsSpan(TokenBytes)) % Codes;
        return new LinkSecret(
            Base64Url.EncodeToString(secret.AsSpan(0, TokenBytes)),
            code.ToString(CultureInfo.InvariantCulture).PadLeft(CodeDigits, '0')
        );
    }

    private List<string> Every(Func<int, string> digest) => [.. Enumerable.Range(1, keys.CurrentVersion).Select(digest)];

    private string Digest(int version, string purpose, Guid id, string text) => Convert.ToHexString(Mac(version, purpose, id, text));

    private byte[] Mac(int version, string purpose, Guid id, string text) =>
        HMACSHA256.HashData(keys.For(version).Tokens, new CanonicalWriter().Write(purpose).Write(id).Write(text).ToArray());
}
