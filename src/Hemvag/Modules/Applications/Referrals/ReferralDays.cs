using Hemvag.Data;

namespace Hemvag.Modules.Applications.Referrals;

/// <summary>When a receipt is due, and when its absence is noticed: working days at IOM Finland.</summary>
internal static class ReferralDays
{
    public static DateOnly DueOn(DateTime sentAt, string zone) => LocalDates.NextWorkingDay(LocalDates.Today(sentAt, zone));

    /// <summary>The first moment (UTC) of the working day after <paramref name="day"/>.</summary>
    public static DateTime StartOfNext(DateOnly day, string zone)
    {
        var local = LocalDates.NextWorkingDay(day).ToDateTime(TimeOnly.MinValue);
        return TimeZoneInfo.ConvertTimeToUtc(local, TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

    /// <summary>How many working days have passed since the day a receipt was due; 0 on that day.</summary>
    public static int WaitedSince(DateOnly due, DateOnly today)
    {
        var days = 0;
        for (var day = due; day < today; day = LocalDates.NextWorkingDay(day))
        {
            days++;
        }

        return days;
    }
}
