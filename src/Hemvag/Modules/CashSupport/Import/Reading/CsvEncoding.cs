using System.Text;
using Hemvag.Data;

namespace Hemvag.Modules.CashSupport.Import.Reading;

/// <summary>
/// Which letters the bytes of a text file stand for. A name spelled wrong is a person who is not found again, so that what is not certain
/// is refused.
/// </summary>
internal static class CsvEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // What a Swedish file in Windows-1252 holds beyond ASCII. Other bytes mean other letters in the code pages of other countries.
    private const string Swedish = "åäöÅÄÖéÉüÜ\u00A0";

    /// <exception cref="RefusedException">EncodingUnclear, FileKindUnknown.</exception>
    public static string Decode(byte[] content, string field)
    {
        try
        {
            return Marked(content) ?? Unmarked(content, field);
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException(CashImportRefusals.EncodingUnclear, field);
        }
    }

    // UTF-32 begins as UTF-16 does and is written by nobody.
    private static string? Marked(byte[] content) =>
        content switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Strict.GetString(content.AsSpan(3)),
            [0xFF, 0xFE, 0, 0, ..] => null,
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(content.AsSpan(2)),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(content.AsSpan(2)),
            _ => null,
        };

    private static string Unmarked(byte[] content, string field)
    {
        if (content.AsSpan().Contains((byte)0))
        {
            // Pictures and programs, and UTF-16 without its mark.
            throw new RefusedException(CashImportRefusals.FileKindUnknown, field);
        }

        if (System.Text.Unicode.Utf8.IsValid(content))
        {
            return Strict.GetString(content);
        }

        // Where it differs from Windows-1252 the bytes mean nothing here.
        var text = Encoding.Latin1.GetString(content);
        return text.All(c => char.IsAscii(c) || Swedish.Contains(c, StringComparison.Ordinal))
            ? text
            : throw new RefusedException(CashImportRefusals.EncodingUnclear, field);
    }
}
