using System.Globalization;
using System.Text;

namespace Hemvag.TestKit.Pages;

/// <summary>
/// Encodes a form as a browser would, and also what no browser sends: lone surrogates go out as their raw three bytes,
/// where the framework's own encoder would quietly repair them.
/// </summary>
internal static class FormEncoding
{
    private const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._*";

    public static HttpContent Encode(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var body = string.Join('&', fields.Select(field => $"{Escape(field.Key)}={Escape(field.Value)}"));
        // No charset, as browsers send none: the server would decode the escaped bytes by it.
        return new ByteArrayContent(Encoding.ASCII.GetBytes(body)) { Headers = { ContentType = new("application/x-www-form-urlencoded") } };
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                Append(escaped, rune);
                i += rune.Utf16SequenceLength - 1;
            }
            else
            {
                int unit = text[i];
                Append(escaped, (byte)(0xE0 | unit >> 12), (byte)(0x80 | unit >> 6 & 0x3F), (byte)(0x80 | unit & 0x3F));
            }
        }

        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, Rune rune)
    {
        if (rune.IsAscii && Plain.Contains((char)rune.Value, StringComparison.Ordinal))
        {
            escaped.Append((char)rune.Value);
            return;
        }

        Span<byte> bytes = stackalloc byte[4];
        Append(escaped, bytes[..rune.EncodeToUtf8(bytes)]);
    }

    private static void Append(StringBuilder escaped, params ReadOnlySpan<byte> bytes)
    {
        foreach (var part in bytes)
        {
            escaped.Append(CultureInfo.InvariantCulture, $"%{part:X2}");
        }
    }
}
