using System.Globalization;
using Hemvag.Modules.Helpline.Hours;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Helpline;

/// <summary>13–15 Swedish time, on other clocks and around the days on which clocks change.</summary>
public sealed class HelplineHoursTests
{
    [Theory]
    // Sweden's summer time begins on 29 March 2026 and ends on 25 October.
    [InlineData("2026-03-27", "Asia/Baghdad", "15:00–17:00")]
    [InlineData("2026-03-30", "Asia/Baghdad", "14:00–16:00")]
    [InlineData("2026-10-23", "Asia/Baghdad", "14:00–16:00")]
    [InlineData("2026-10-26", "Asia/Baghdad", "15:00–17:00")]
    [InlineData("2026-03-27", "Asia/Kabul", "16:30–18:30")]
    [InlineData("2026-03-30", "Asia/Kabul", "15:30–17:30")]
    [InlineData("2026-03-27", "Asia/Tehran", "15:30–17:30")]
    [InlineData("2026-10-26", "Asia/Dushanbe", "17:00–19:00")]
    [InlineData("2026-03-27", "Europe/Helsinki", "14:00–16:00")]
    [InlineData("2026-03-30", "Europe/Helsinki", "14:00–16:00")]
    // America changes on 8 March and 1 November.
    [InlineData("2026-03-06", "America/El_Salvador", "06:00–08:00")]
    [InlineData("2026-03-09", "America/New_York", "08:00–10:00")]
    [InlineData("2026-03-30", "America/New_York", "07:00–09:00")]
    [InlineData("2026-10-26", "America/New_York", "08:00–10:00")]
    [InlineData("2026-11-02", "America/New_York", "07:00–09:00")]
    [InlineData("2026-03-27", "Pacific/Auckland", "Saturday 28 March 01:00–03:00")]
    public void The_hours_stand_on_the_callers_clock(string day, string zone, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var hours = HelplineHours.On(Day(day)).Hours.ShouldNotBeNull();
        CallerClock.Of(hours, TimeZoneInfo.FindSystemTimeZoneById(zone)).ShouldBe(expected);
        CallerClock.Of(hours, HelplineHours.Zone).ShouldBe("13:00–15:00");
    }

    [Theory]
    [InlineData("2026-03-30T10:59:59Z", "2026-03-30", false)]
    [InlineData("2026-03-30T11:00:00Z", "2026-03-30", true)]
    [InlineData("2026-03-30T12:59:59Z", "2026-03-30", true)]
    [InlineData("2026-03-30T13:00:00Z", "2026-03-31", false)]
    [InlineData("2026-01-14T12:00:00Z", "2026-01-14", true)]
    // A Thursday before Easter: the next is the Tuesday after.
    [InlineData("2026-04-02T13:00:00Z", "2026-04-07", false)]
    // Midsummer eve is a Friday.
    [InlineData("2026-06-18T20:00:00Z", "2026-06-22", false)]
    // Christmas Eve is a Thursday, and Boxing Day a Saturday.
    [InlineData("2026-12-23T14:00:00Z", "2026-12-28", false)]
    [InlineData("2026-12-30T14:00:00Z", "2027-01-04", false)]
    public void Open_now_or_opens_on(string now, string day, bool isOpen)
    {
        var utc = DateTime.Parse(now, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        var hours = HelplineHours.NowOrNext(utc);
        hours.Day.ShouldBe(Day(day));
        hours.IsOpenAt(utc).ShouldBe(isOpen);
    }

    [Fact]
    public void A_time_that_summer_time_skips_is_none()
    {
        HelplineHours.ToUtc(new DateOnly(2026, 3, 29), new TimeOnly(2, 30)).ShouldBeNull();
        HelplineHours.ToUtc(new DateOnly(2026, 3, 29), new TimeOnly(3, 0)).ShouldBe(new DateTime(2026, 3, 29, 1, 0, 0, DateTimeKind.Utc));
    }

    [Theory]
    // 02:30 comes at 00:30 and at 01:30 UTC on 25 October.
    [InlineData("2026-10-25T00:31:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T01:29:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T01:31:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("2026-10-25T10:00:00Z", "2026-10-25T01:30:00Z")]
    public void Of_the_hour_that_comes_twice_the_one_that_has_come(string now, string expected) =>
        HelplineHours.PastToUtc(new DateOnly(2026, 10, 25), new TimeOnly(2, 30), Moment(now)).ShouldBe(Moment(expected));

    [Fact]
    public void The_weekdays_to_come_name_the_closed_ones()
    {
        var days = HelplineHours.Weekdays(new DateTime(2026, 4, 2, 9, 0, 0, DateTimeKind.Utc), 5).ToList();
        days.Select(d => d.Day.Day).ShouldBe([2, 3, 6, 7, 8]);
        days.Select(d => d.Holiday).ShouldBe([null, SwedishHoliday.GoodFriday, SwedishHoliday.EasterMonday, null, null]);
        days.Where(d => d.Hours is null).Select(d => d.Day.Day).ShouldBe([3, 6]);
    }

    private static DateTime Moment(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
