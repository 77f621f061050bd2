using System.Globalization;

namespace Hemvag.Web.Formatting;

/// <summary>Which of the two spellings of dates and figures the reader has chosen.</summary>
internal static class Spelling
{
    public static bool IsSwedish => !string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
}
