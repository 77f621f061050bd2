using System.Globalization;

namespace Hemvag.Web.Formatting;

/// <summary>
/// The only home of how a day is written. The Gregorian calendar is explicit: a culture with another calendar
/// would read 2026 as a year of its own.
/// </summary>
public static class Dates
{
    /// <summary>13 mars · 13 March; with the year when <paramref name="year"/> is asked for.</summary>
    public static string Day(DateOnly day, bool year = false) => day.ToString(year ? "d MMMM yyyy" : "d MMMM", Names());

    /// <summary>13 mars, or 13 mars 2025 when the year is another than that of <paramref name="today"/>.</summary>
    public static string DayNear(DateOnly day, DateOnly today) => Day(day, day.Year != today.Year);

    /// <summary>fredag 13 mars · Friday 13 March.</summary>
    public static string Weekday(DateOnly day) => day.ToString("dddd d MMMM", Names());

    /// <summary>fredag 13 mars, or fredag 12 mars 2027 when the year is another than that of <paramref name="today"/>.</summary>
    public static string WeekdayNear(DateOnly day, DateOnly today) =>
        day.Year == today.Year ? Weekday(day) : day.ToString("dddd d MMMM yyyy", Names());

    /// <summary>fre 13 · Fri 13.</summary>
    public static string ShortWeekday(DateOnly day) => day.ToString("ddd d", Names());

    /// <summary>5 mars · 5 Mar: for columns.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMM", Names()).TrimEnd('.');

    /// <summary>5 mars, or 5 mars 2027 when the year is another than that of <paramref name="today"/>.</summary>
    public static string ShortDayNear(DateOnly day, DateOnly today) => day.Year == today.Year ? ShortDay(day) : day.ToString("d MMM yyyy", Names());

    /// <summary>mars 2026 · March 2026.</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", Names());

    /// <summary>2026-03-13: for fields, addresses and machines.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static DateTimeFormatInfo Names() => Spelling.IsSwedish ? Swedish : English;

    private static readonly DateTimeFormatInfo Swedish = Make(
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"],
        ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"],
        ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"],
        ["sön", "mån", "tis", "ons", "tors", "fre", "lör"]
    );

    private static readonly DateTimeFormatInfo English = Make(
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    );

    // The invariant culture is Gregorian; the names are our own so that they don't vary with the machine's data.
    private static DateTimeFormatInfo Make(string[] months, string[] shortMonths, string[] days, string[] shortDays)
    {
        var info = (DateTimeFormatInfo)CultureInfo.InvariantCulture.DateTimeFormat.Clone();
        info.MonthNames = info.MonthGenitiveNames = [.. months, ""];
        info.AbbreviatedMonthNames = info.AbbreviatedMonthGenitiveNames = [.. shortMonths, ""];
        info.DayNames = days;
        info.AbbreviatedDayNames = shortDays;
        return DateTimeFormatInfo.ReadOnly(info);
    }
}
