using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>
/// A package as a file: a page that any browser opens without a connection, which holds nothing but ciphertext until the code is typed. The
/// key is derived from the code (PBKDF2, SHA-256), the content sealed with AES-256-GCM; the browser's own Web Crypto opens it.
/// </summary>
internal static class PackageFile
{
    /// <summary>As OWASP asks for PBKDF2 with SHA-256.</summary>
    public const int Rounds = 600_000;

    private const int SaltBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int KeyBytes = 32;

    /// <summary>Letters and digits that are not taken for each other on the phone.</summary>
    private const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    /// <summary>The code of a file: one that is guessed at without a server to count needs more than eight digits. 78 bits, in groups of four.</summary>
    /// <param name="token">The secret of the package, which nobody is shown.</param>
    public static string CodeFrom(string token)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        var letters = bytes.Take(SaltBytes).Select(b => Alphabet[b % Alphabet.Length]).ToArray();
        return string.Join(' ', letters.Chunk(4).Select(group => new string(group)));
    }

    /// <param name="labels">Title, what to do, the button, and what is said of a wrong code.</param>
    public static byte[] Build(IReadOnlyList<PackagePart> parts, string code, PackageFileLabels labels)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var plain = Encoding.UTF8.GetBytes(string.Join("\n\n", parts.Select(p => $"{p.Label}\n{string.Join('\n', p.Lines)}")));
        var sealedBytes = new byte[plain.Length + TagBytes];
        using (var aes = new AesGcm(KeyOf(code, salt), TagBytes))
        {
            aes.Encrypt(nonce, plain, sealedBytes.AsSpan(0, plain.Length), sealedBytes.AsSpan(plain.Length));
        }

        return Encoding.UTF8.GetBytes(Page(labels, Convert.ToBase64String(salt), Convert.ToBase64String(nonce), Convert.ToBase64String(sealedBytes)));
    }

    /// <summary>The key as the page derives it: spaces and small letters do not count.</summary>
    public static byte[] KeyOf(string code, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(
            new string([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]),
            salt,
            Rounds,
            HashAlgorithmName.SHA256,
            KeyBytes
        );

    private static string Page(PackageFileLabels labels, string salt, string nonce, string content) =>
        $$"""
            <!doctype html>
            <html lang="{{labels.Language}}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
            <title>{{Html(labels.Title)}}</title>
            <style>body{font:1.1rem/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;font:inherit}input,button{font:inherit;padding:.4rem}</style>
            <h1>{{Html(labels.Title)}}</h1>
            <form id="f"><label>{{Html(labels.Lead)}}<br><input id="c" autocomplete="off" spellcheck="false"></label> <button>{{Html(
                labels.Button
            )}}</button></form>
            <p id="e" role="alert"></p>
            <pre id="o" dir="auto"></pre>
            <script>
            const of = t => Uint8Array.from(atob(t), c => c.charCodeAt(0));
            f.onsubmit = async e => {
              e.preventDefault();
              try {
                const typed = new TextEncoder().encode(c.value.toUpperCase().replace(/[^A-Z0-9]/g, ""));
                const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
                const key = await crypto.subtle.deriveKey({name: "PBKDF2", hash: "SHA-256", iterations: {{Rounds}}, salt: of("{{salt}}")}, base, {name: "AES-GCM", length: 256}, false, ["decrypt"]);
                o.textContent = new TextDecoder().decode(await crypto.subtle.decrypt({name: "AES-GCM", iv: of("{{nonce}}")}, key, of("{{content}}")));
                document.getElementById("e").textContent = "";
                f.hidden = true;
              } catch {
                document.getElementById("e").textContent = {{System.Text.Json.JsonSerializer.Serialize(labels.Wrong)}};
              }
            };
            </script>
            </html>
            """;

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>The words of the page.</summary>
internal sealed record PackageFileLabels(string Language, string Title, string Lead, string Button, string Wrong);
