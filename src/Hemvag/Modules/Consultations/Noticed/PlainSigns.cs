using System.Globalization;

namespace Hemvag.Modules.Consultations.Noticed;

/// <summary>
/// The same text, place by place, with the digits of every script as 0 to 9 and the many dashes, spaces and full-width signs as the plain
/// ones: so that one pattern reads them all and a place in one is the place in the other.
/// </summary>
internal static class PlainSigns
{
    private const int WideFirst = 0xFF01;
    private const int WideLast = 0xFF5E;
    private const int WideToPlain = 0xFEE0;

    public static string Of(string text) =>
        string.Create(
            text.Length,
            text,
            static (plain, text) =>
            {
                for (var i = 0; i < text.Length; i++)
                {
                    plain[i] = Of(text[i]);
                }
            }
        );

    private static char Of(char sign)
    {
        if (sign < 128)
        {
            return sign;
        }

        if (CharUnicodeInfo.GetDecimalDigitValue(sign) is >= 0 and var digit)
        {
            return (char)('0' + digit);
        }

        return sign switch
        {
            (char)WideFirst or (> (char)WideFirst and <= (char)WideLast) => (char)(sign - WideToPlain),
            // Decimal and thousands signs of Arabic, the Arabic full stop.
            '\u066B' or '\u066C' or '\u06D4' => '.',
            // Marks that join or part letters and show nothing.
            '\u00AD' or '\u200C' or '\u200D' => sign,
            _ => CharUnicodeInfo.GetUnicodeCategory(sign) switch
            {
                UnicodeCategory.DashPunctuation => '-',
                UnicodeCategory.SpaceSeparator => ' ',
                _ => sign == '\u2212' ? '-' : sign,
            },
        };
    }
}
