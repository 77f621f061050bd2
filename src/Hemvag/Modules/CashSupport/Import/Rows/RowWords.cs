using System.Globalization;
using System.Text.RegularExpressions;
using Hemvag.Modules.CashSupport.Decisions;

namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>How cells are read: the words of both languages, days and amounts in the few ways that mean one thing only.</summary>
internal static partial class RowWords
{
    private static readonly Dictionary<string, bool> YesNo = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ja"] = true,
        ["yes"] = true,
        ["1"] = true,
        ["nej"] = false,
        ["no"] = false,
        ["0"] = false,
    };

    private static readonly Dictionary<string, AsylumOutcome> Outcomes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["avslag"] = AsylumOutcome.Refused,
        ["refused"] = AsylumOutcome.Refused,
        ["återkallelse"] = AsylumOutcome.Withdrawn,
        ["återkallad"] = AsylumOutcome.Withdrawn,
        ["withdrawn"] = AsylumOutcome.Withdrawn,
    };

    private static readonly Dictionary<string, CashRelation> Relations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sökande"] = CashRelation.Applicant,
        ["applicant"] = CashRelation.Applicant,
        ["make"] = CashRelation.SpouseOrCohabitant,
        ["maka"] = CashRelation.SpouseOrCohabitant,
        ["sambo"] = CashRelation.SpouseOrCohabitant,
        ["spouse"] = CashRelation.SpouseOrCohabitant,
        ["cohabitant"] = CashRelation.SpouseOrCohabitant,
        ["barn"] = CashRelation.Child,
        ["child"] = CashRelation.Child,
        ["annan närstående"] = CashRelation.OtherCloseRelative,
        ["other close relative"] = CashRelation.OtherCloseRelative,
    };

    public static bool? ReadYesNo(string text) => YesNo.TryGetValue(text, out var yes) ? yes : null;

    public static AsylumOutcome? ReadOutcome(string text) => Outcomes.TryGetValue(text, out var outcome) ? outcome : null;

    public static CashRelation? ReadRelation(string text) => Relations.TryGetValue(text, out var relation) ? relation : null;

    /// <summary>The words that a column of words takes, for its documentation; empty where it is a list of its own.</summary>
    public static IReadOnlyList<string> WordsFor(CashColumn column) =>
        column switch
        {
            CashColumn.Outcome => [.. Outcomes.Keys],
            CashColumn.Relation => [.. Relations.Keys],
            _ => [],
        };

    /// <summary>2026-03-13 or 20260313. With the day first it could be either of two days.</summary>
    public static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 1900 and <= 2200
            ? day
            : null;

    /// <summary>15000, 15 000, 15000,00 or 15000.00; a sign between thousands that could be one of decimals is not read.</summary>
    /// <returns>Öre; null when it is no amount.</returns>
    public static long? ReadAmount(string text)
    {
        var match = Amount().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var whole = new string([.. match.Groups["whole"].Value.Where(char.IsAsciiDigit)]);
        var rest = match.Groups["rest"].Value.PadRight(2, '0');
        return long.Parse(whole + rest, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(?<whole>[0-9]{1,9}|[0-9]{1,3}([ \u00A0\u202F][0-9]{3}){1,2})([.,](?<rest>[0-9]{1,2}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Amount();
}
