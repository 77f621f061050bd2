using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Helpline.Counting;

/// <summary>Which days of a year are counted: its whole months. A month that runs would tell each call to whoever looks twice.</summary>
internal sealed record CountedYear(int Year, DateOnly Until)
{
    /// <summary>No log is older (the program is not).</summary>
    public const int First = 2026;

    public DateOnly From => new(Year, 1, 1);

    public IReadOnlyList<int> Months => [.. Enumerable.Range(1, 12).Where(m => new DateOnly(Year, m, 1) < Until)];

    /// <returns>Null for a year that is not to be chosen.</returns>
    public static CountedYear? Of(int? wanted, DateOnly today)
    {
        var year = wanted ?? today.Year;
        if (year < First || year > today.Year)
        {
            return null;
        }

        return new CountedYear(year, year == today.Year ? new DateOnly(today.Year, today.Month, 1) : new DateOnly(year + 1, 1, 1));
    }

    public static IEnumerable<int> Choices(DateOnly today) => Enumerable.Range(First, Math.Max(1, today.Year - First + 1)).Reverse();

    public string NameOf(int month) => Dates.Month(new DateOnly(Year, month, 1));
}
