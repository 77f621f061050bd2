using System.Globalization;

namespace Hemvag.Web.Formatting;

/// <summary>The only home of how a moment is written: a UTC moment in the zone of the office concerned.</summary>
public static class Moments
{
    /// <summary>4 mars kl. 10.20 · 4 March at 10:20; with the year when asked for.</summary>
    public static string DayAndTime(DateTime utc, TimeZoneInfo zone, bool year = false)
    {
        var local = Local(utc, zone);
        var day = Dates.Day(DateOnly.FromDateTime(local), year);
        var time = Time(TimeOnly.FromDateTime(local));
        return Spelling.IsSwedish ? $"{day} kl.\u00A0{time}" : $"{day} at\u00A0{time}";
    }

    /// <summary>14.02 · 14:02.</summary>
    public static string Time(DateTime utc, TimeZoneInfo zone) => Time(TimeOnly.FromDateTime(Local(utc, zone)));

    /// <summary>14.02 · 14:02, of a planned local time.</summary>
    public static string Time(TimeOnly time) => time.ToString(Spelling.IsSwedish ? "HH.mm" : "HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The date in <paramref name="zone"/> on which the moment fell.</summary>
    public static DateOnly DayOf(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(Local(utc, zone));

    /// <summary>2026-03-04T09:20:00Z: for the datetime attribute.</summary>
    public static string Iso(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static DateTime Local(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}
