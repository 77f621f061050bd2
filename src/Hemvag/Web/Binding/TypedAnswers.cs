using System.Globalization;

namespace Hemvag.Web.Binding;

/// <summary>The invariant parsers of what people type. The culture decides how things are shown, never how they are read.</summary>
public static class TypedAnswers
{
    /// <summary>2026-03-13 only. <paramref name="wellFormed"/> is true when it looked like a day but no such day exists.</summary>
    public static bool TryDay(string text, out DateOnly day, out bool wellFormed)
    {
        wellFormed = text.Length == 10 && text[4] == '-' && text[7] == '-' && text.Where((_, i) => i is not 4 and not 7).All(char.IsAsciiDigit);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && day.Year >= 1900
            && day.Year <= 2200;
    }

    /// <summary>14:02 or 14.02.</summary>
    public static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "HH.mm", "H:mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary>A planned local time: 2026-03-13 14:02.</summary>
    public static bool TryLocalTime(string text, out DateTime local) =>
        DateTime.TryParseExact(
            text,
            ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH.mm", "yyyy-MM-dd'T'HH:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out local
        )
        && local.Year >= 1900
        && local.Year <= 2200;

    public static bool TryWhole(string text, out long number) =>
        long.TryParse(
            text.Replace("\u00A0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out number
        );

    /// <summary>
    /// "150", "150.00", "150,00" and "1 200,50" as minor units of a currency with <paramref name="exponent"/> decimals.
    /// More decimals than the currency has, signs, exponents and other characters are refused, never rounded.
    /// </summary>
    public static bool TryMinorUnits(string text, int exponent, out long minor)
    {
        minor = 0;
        var compact = text.Replace("\u00A0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var sign = compact.IndexOfAny([',', '.']);
        var whole = sign < 0 ? compact : compact[..sign];
        var decimals = sign < 0 ? "" : compact[(sign + 1)..];
        if (
            whole.Length is 0 or > 12
            || (sign >= 0 && decimals.Length == 0)
            || decimals.Length > exponent
            || !whole.All(char.IsAsciiDigit)
            || !decimals.All(char.IsAsciiDigit)
        )
        {
            return false;
        }
        return long.TryParse(whole + decimals.PadRight(exponent, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out minor);
    }
}
