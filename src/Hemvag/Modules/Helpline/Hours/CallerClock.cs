using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Helpline.Hours;

/// <summary>Hours as they stand on the caller's clock.</summary>
internal static class CallerClock
{
    /// <summary>15.00–17.00; with the weekday where it is another day than in Sweden.</summary>
    public static string Of(OpenHours hours, TimeZoneInfo zone)
    {
        var range = $"{Moments.Time(hours.OpensAt, zone)}–{Moments.Time(hours.ClosesAt, zone)}";
        var day = Moments.DayOf(hours.OpensAt, zone);
        return day == hours.Day ? range : $"{Dates.Weekday(day)} {range}";
    }
}
