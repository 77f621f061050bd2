using Hemvag.Data;

namespace Hemvag.Modules.Helpline.Hours;

/// <summary>From when until when the helpline answers on one day; both in UTC.</summary>
internal sealed record OpenHours(DateOnly Day, DateTime OpensAt, DateTime ClosesAt)
{
    public bool IsOpenAt(DateTime utc) => utc >= OpensAt && utc < ClosesAt;
}

/// <summary>One day as the helpline keeps it.</summary>
/// <param name="Hours">Null when it is closed.</param>
internal sealed record HelplineDay(DateOnly Day, SwedishHoliday? Holiday, OpenHours? Hours);

/// <summary>Monday to Friday 13–15 Swedish time (S4.23), closed on Swedish holidays.</summary>
internal static class HelplineHours
{
    public const string ZoneName = "Europe/Stockholm";

    public static readonly TimeOnly Opens = new(13, 0);
    public static readonly TimeOnly Closes = new(15, 0);

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(ZoneName);

    public static DateOnly Today(DateTime utc) => LocalDates.Today(utc, ZoneName);

    /// <summary>The Swedish day of a moment, if there is one.</summary>
    public static DateOnly? DayOf(DateTime? utc) => utc is { } at ? Today(at) : null;

    public static HelplineDay On(DateOnly day)
    {
        var holiday = SwedishHolidays.On(day);
        var isOpen = holiday is null && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
        return new HelplineDay(day, holiday, isOpen ? new OpenHours(day, Utc(day, Opens), Utc(day, Closes)) : null);
    }

    /// <summary>The hours that run now, or those that come next.</summary>
    public static OpenHours NowOrNext(DateTime utc)
    {
        for (var day = Today(utc); ; day = day.AddDays(1))
        {
            if (On(day).Hours is { } hours && utc < hours.ClosesAt)
            {
                return hours;
            }
        }
    }

    /// <summary>The weekdays to come, closed ones among them.</summary>
    public static IEnumerable<HelplineDay> Weekdays(DateTime utc, int count) =>
        Enumerable
            .Range(0, count * 2)
            .Select(Today(utc).AddDays)
            .Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Take(count)
            .Select(On);

    /// <summary>A moment by the Swedish clock in UTC; null in the hour that summer time skips.</summary>
    public static DateTime? ToUtc(DateOnly day, TimeOnly time) => Zone.IsInvalidTime(day.ToDateTime(time)) ? null : Utc(day, time);

    /// <summary>The same for what has happened: of the hour that comes twice in October the later one that has come.</summary>
    public static DateTime? PastToUtc(DateOnly day, TimeOnly time, DateTime now)
    {
        var local = day.ToDateTime(time);
        return ToUtc(day, time) is { } at && at > now && Zone.IsAmbiguousTime(local)
            ? DateTime.SpecifyKind(local - Zone.GetAmbiguousTimeOffsets(local).Max(), DateTimeKind.Utc)
            : ToUtc(day, time);
    }

    private static DateTime Utc(DateOnly day, TimeOnly time) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time), Zone);
}
