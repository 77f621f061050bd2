using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Helpline.Counting;

/// <summary>
/// Which days of a year are counted: the whole months that can no longer change. A month that still could, by a call that is logged late or taken
/// back, would tell that call to whoever looks twice.
/// </summary>
/// <param name="Until">The first day that is not counted.</param>
internal sealed record CountedYear(int Year, DateOnly Until)
{
    /// <summary>No log is older (the program is not).</summary>
    public const int First = 2026;

    public DateOnly From => new(Year, 1, 1);

    public IReadOnlyList<int> Months => [.. Enumerable.Range(1, 12).Where(m => new DateOnly(Year, m, 1) < Until)];

    /// <summary>All twelve months are counted: from 1 February of the year after. Until then there are no figures but those of the months.</summary>
    public bool IsFinished => Until > new DateOnly(Year, 12, 31);

    /// <returns>Null for a year that is not to be chosen.</returns>
    public static CountedYear? Of(int? wanted, DateOnly today)
    {
        var year = wanted ?? today.Year;
        if (year < First || year > today.Year)
        {
            return null;
        }

        var begins = new DateOnly(year, 1, 1);
        return new CountedYear(
            year,
            Enumerable.Range(1, 12).Select(begins.AddMonths).LastOrDefault(end => FixedOn(end.AddDays(-1)) <= today, begins)
        );
    }

    public static IEnumerable<int> Choices(DateOnly today) => Enumerable.Range(First, Math.Max(1, today.Year - First + 1)).Reverse();

    /// <summary>From which day on the month of a day no longer changes: nothing can be logged in it any more, and what is taken back stays counted.</summary>
    public static DateOnly FixedOn(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(LogDays.MostDaysBack);

    /// <summary>Whether a row is counted: it was not taken back, or only when its month stood already.</summary>
    public static bool Counts(DateOnly day, DateOnly? takenBackOn) => takenBackOn is not { } on || on >= FixedOn(day);

    public string NameOf(int month) => Dates.Month(new DateOnly(Year, month, 1));
}
