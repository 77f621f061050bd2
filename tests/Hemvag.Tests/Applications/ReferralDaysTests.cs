using System.Globalization;
using Hemvag.Modules.Applications.Referrals;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Applications;

public sealed class ReferralDaysTests
{
    private const string Helsinki = "Europe/Helsinki";

    [Theory]
    [InlineData("2026-03-02T10:00:00Z", "2026-03-03")]
    [InlineData("2026-03-06T10:00:00Z", "2026-03-09")]
    [InlineData("2026-03-07T10:00:00Z", "2026-03-09")]
    // Half past eleven in the evening in Stockholm is already the next day in Helsinki.
    [InlineData("2026-03-02T22:30:00Z", "2026-03-04")]
    public void A_receipt_is_due_the_next_working_day(string sent, string due) => ReferralDays.DueOn(Utc(sent), Helsinki).ShouldBe(Day(due));

    [Theory]
    [InlineData("2026-03-03", "2026-03-03T22:00:00Z")]
    [InlineData("2026-03-06", "2026-03-08T22:00:00Z")]
    [InlineData("2026-03-27", "2026-03-29T21:00:00Z")]
    public void Its_absence_is_noticed_when_the_working_day_after_begins(string due, string moment) =>
        ReferralDays.StartOfNext(Day(due), Helsinki).ShouldBe(Utc(moment));

    [Theory]
    [InlineData("2026-03-03", "2026-03-03", 0)]
    [InlineData("2026-03-03", "2026-03-04", 1)]
    [InlineData("2026-03-06", "2026-03-09", 1)]
    [InlineData("2026-03-06", "2026-03-13", 5)]
    public void Waiting_is_counted_in_working_days(string due, string today, int days) =>
        ReferralDays.WaitedSince(Day(due), Day(today)).ShouldBe(days);

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
