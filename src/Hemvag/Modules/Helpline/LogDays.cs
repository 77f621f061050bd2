using Hemvag.Data;

namespace Hemvag.Modules.Helpline;

/// <summary>Which days a log takes. Days are Swedish: both lines keep Swedish hours (S4.23).</summary>
internal static class LogDays
{
    /// <summary>How long afterwards a call can be logged (not from the seeds).</summary>
    public const int MostDaysBack = 31;

    /// <summary>How far ahead a call-back can be put (not from the seeds).</summary>
    public const int MostDaysAhead = 31;

    /// <exception cref="RefusedException">HelplineInFuture, HelplineTooLongAgo.</exception>
    public static void RequirePast(DateOnly day, DateOnly today, string field)
    {
        if (day > today)
        {
            throw new RefusedException(HelplineRefusals.HelplineInFuture, field);
        }

        if (day.DayNumber < today.DayNumber - MostDaysBack)
        {
            throw new RefusedException(HelplineRefusals.HelplineTooLongAgo, field, MostDaysBack);
        }
    }

    /// <exception cref="RefusedException">HelplineCallBackNeedsDay, HelplineCallBackDayWrong.</exception>
    public static void RequireAhead(DateOnly? day, DateOnly today, string field)
    {
        if (day is not { } wanted)
        {
            throw new RefusedException(HelplineRefusals.HelplineCallBackNeedsDay, field);
        }

        if (wanted < today || wanted.DayNumber > today.DayNumber + MostDaysAhead)
        {
            throw new RefusedException(HelplineRefusals.HelplineCallBackDayWrong, field, MostDaysAhead);
        }
    }
}
