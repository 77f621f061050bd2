namespace Hemvag.Data;

/// <summary>Dates as people live them: the day it is at an office.</summary>
internal static class LocalDates
{
    /// <param name="utc">A moment in UTC.</param>
    /// <param name="zone">IANA zone; null for UTC.</param>
    public static DateOnly Today(DateTime utc, string? zone) => DateOnly.FromDateTime(Local(utc, zone));

    /// <summary>Clock time at an office.</summary>
    public static DateTime Local(DateTime utc, string? zone) =>
        zone is null ? utc : TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>The next day that is a working day in Sweden and Finland alike: Monday to Friday. Public holidays are not counted as free: silence climbs sooner rather than later.</summary>
    public static DateOnly NextWorkingDay(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        } while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

        return day;
    }
}
