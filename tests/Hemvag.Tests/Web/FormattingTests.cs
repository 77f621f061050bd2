using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hemvag.Data;
using Hemvag.TestKit;
using Hemvag.Web.Formatting;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Web;

public sealed class FormattingTests
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    [Theory]
    [InlineData("sv", "13 mars|fredag 13 mars|fre 13|13 mars|mars 2026|13 mars 2026|2026-03-13")]
    [InlineData("en", "13 March|Friday 13 March|Fri 13|13 Mar|March 2026|13 March 2026|2026-03-13")]
    public void Days_are_written_in_the_readers_language(string language, string written)
    {
        var day = new DateOnly(2026, 3, 13);
        In(
                language,
                () =>
                    string.Join(
                        '|',
                        Dates.Day(day),
                        Dates.Weekday(day),
                        Dates.ShortWeekday(day),
                        Dates.ShortDay(day),
                        Dates.Month(day),
                        Dates.Day(day, year: true),
                        Dates.Iso(day)
                    )
            )
            .ShouldBe(written);
    }

    [Theory]
    [InlineData("sv", "weekday", 2027, "lördag 13 mars 2027")]
    [InlineData("en", "weekday", 2026, "Friday 13 March")]
    [InlineData("en", "short", 2027, "13 Mar 2027")]
    [InlineData("sv", null, 2025, "13 mars 2025")]
    [InlineData("sv", null, 2026, "13 mars")]
    public void A_day_of_another_year_says_so(string language, string? form, int year, string written)
    {
        var helper = new DayTagHelper(new FakeTime()) { Value = new DateOnly(year, 3, 13), As = form };
        var output = new TagHelperOutput("day", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        In(
                language,
                () =>
                {
                    helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "day"), output);
                    return output.Content.GetContent(HtmlEncoder.Create(UnicodeRanges.All));
                }
            )
            .ShouldBe(written);
    }

    [Theory]
    [InlineData("sv", "4 mars kl.\u00A010.20|10.20")]
    [InlineData("en", "4 March at\u00A010:20|10:20")]
    public void Moments_are_written_in_the_zone_of_the_office(string language, string written)
    {
        var utc = new DateTime(2026, 3, 4, 9, 20, 0, DateTimeKind.Utc);
        In(language, () => Moments.DayAndTime(utc, Stockholm) + "|" + Moments.Time(utc, Stockholm)).ShouldBe(written);
        Moments.DayOf(new DateTime(2026, 3, 4, 23, 30, 0, DateTimeKind.Utc), Stockholm).ShouldBe(new DateOnly(2026, 3, 5));
    }

    [Theory]
    [InlineData("sv", "1\u00A0200,00\u00A0USD|1\u00A0200|1\u00A0200\u00A0USD|0,05|1200,00|\u22121\u00A0000\u00A0000")]
    [InlineData("en", "USD\u00A01,200.00|1,200|USD\u00A01,200|0.05|1200.00|\u22121,000,000")]
    public void Amounts_are_written_in_the_readers_language(string language, string written)
    {
        var money = Amount.Whole(1200, "USD");
        In(
                language,
                () =>
                    string.Join(
                        '|',
                        Amounts.Full(money),
                        Amounts.Short(money),
                        Amounts.ShortFull(money),
                        Amounts.Short(new Amount(5, "USD")),
                        Amounts.Plain(money),
                        Amounts.Short(Amount.Whole(-1_000_000, "USD"))
                    )
            )
            .ShouldBe(written);
    }

    [Fact]
    public void A_culture_with_another_calendar_changes_nothing() => In("fa", () => Dates.Iso(new DateOnly(2026, 3, 13))).ShouldBe("2026-03-13");

    private static string In(string language, Func<string> write)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }
}
