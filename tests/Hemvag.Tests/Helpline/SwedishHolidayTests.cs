using System.Globalization;
using Hemvag.Modules.Helpline.Hours;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Helpline;

/// <summary>Swedish holidays, written down by hand for the years in which they are looked at.</summary>
public sealed class SwedishHolidayTests
{
    private static readonly (SwedishHoliday Holiday, string Day)[] SameEveryYear =
    [
        (SwedishHoliday.NewYearsDay, "01-01"),
        (SwedishHoliday.Epiphany, "01-06"),
        (SwedishHoliday.MayDay, "05-01"),
        (SwedishHoliday.NationalDay, "06-06"),
        (SwedishHoliday.ChristmasEve, "12-24"),
        (SwedishHoliday.ChristmasDay, "12-25"),
        (SwedishHoliday.BoxingDay, "12-26"),
        (SwedishHoliday.NewYearsEve, "12-31"),
    ];

    [Theory]
    [InlineData(2024, "03-29", "03-31", "04-01", "05-09", "05-19", "06-21", "06-22", "11-02")]
    [InlineData(2025, "04-18", "04-20", "04-21", "05-29", "06-08", "06-20", "06-21", "11-01")]
    [InlineData(2026, "04-03", "04-05", "04-06", "05-14", "05-24", "06-19", "06-20", "10-31")]
    [InlineData(2027, "03-26", "03-28", "03-29", "05-06", "05-16", "06-25", "06-26", "11-06")]
    [InlineData(2028, "04-14", "04-16", "04-17", "05-25", "06-04", "06-23", "06-24", "11-04")]
    [InlineData(2029, "03-30", "04-01", "04-02", "05-10", "05-20", "06-22", "06-23", "11-03")]
    [InlineData(2030, "04-19", "04-21", "04-22", "05-30", "06-09", "06-21", "06-22", "11-02")]
    public void The_holidays_of_a_year_are_these_and_no_others(
        int year,
        string goodFriday,
        string easter,
        string easterMonday,
        string ascension,
        string whitSunday,
        string midsummerEve,
        string midsummer,
        string allSaints
    )
    {
        var expected = SameEveryYear
            .Concat([
                (SwedishHoliday.GoodFriday, goodFriday),
                (SwedishHoliday.EasterSunday, easter),
                (SwedishHoliday.EasterMonday, easterMonday),
                (SwedishHoliday.AscensionDay, ascension),
                (SwedishHoliday.WhitSunday, whitSunday),
                (SwedishHoliday.MidsummerEve, midsummerEve),
                (SwedishHoliday.MidsummerDay, midsummer),
                (SwedishHoliday.AllSaintsDay, allSaints),
            ])
            .Select(h => (DateOnly.ParseExact($"{year}-{h.Item2}", "yyyy-MM-dd", CultureInfo.InvariantCulture), h.Item1));
        Enumerable
            .Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
            .Select(new DateOnly(year, 1, 1).AddDays)
            .Where(d => SwedishHolidays.On(d) is not null)
            .Select(d => (d, SwedishHolidays.On(d)!.Value))
            .ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Three_days_are_closed_by_custom_and_the_rest_by_law() =>
        Enum.GetValues<SwedishHoliday>()
            .Where(h => SwedishHolidays.GroundOf(h) == HolidayGround.Custom)
            .ShouldBe([SwedishHoliday.MidsummerEve, SwedishHoliday.ChristmasEve, SwedishHoliday.NewYearsEve]);
}
