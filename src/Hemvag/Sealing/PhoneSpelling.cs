using System.Globalization;
using System.Text;

namespace Hemvag.Sealing;

/// <summary>Brings a phone number to the digits of ITU-T E.164 for matching; never for display or dialling.</summary>
internal static class PhoneSpelling
{
    private const string Sweden = "46";

    /// <summary>
    /// Country code and number without plus sign. A number that begins with a single 0 is read as Swedish, because Swedish staff type it so.
    /// Null when there are fewer than 8 or more than 15 digits.
    /// </summary>
    public static string? E164Digits(string phone)
    {
        var digits = Digits(phone.Replace("(0)", "", StringComparison.Ordinal));
        var isInternational = phone.TrimStart().StartsWith('+');
        if (!isInternational && digits.StartsWith("00", StringComparison.Ordinal))
            digits = digits[2..];
        else if (!isInternational && digits.StartsWith('0'))
            digits = Sweden + digits[1..];
        // "+46 070…" is a common slip: no Swedish number begins with 0 after the country code.
        if (digits.StartsWith(Sweden + "0", StringComparison.Ordinal))
            digits = Sweden + digits[3..];
        return digits.Length is >= 8 and <= 15 ? digits : null;
    }

    // Arabic-Indic and Persian digits are typed on the person's own phone.
    private static string Digits(string phone)
    {
        var digits = new StringBuilder(phone.Length);
        foreach (var character in phone)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit)
                digits.Append((char)('0' + digit));
        }
        return digits.ToString();
    }
}
