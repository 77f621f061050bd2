using Hemvag.Web.Binding;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Web;

public sealed class TypedAnswersTests
{
    [Theory]
    [InlineData("2026-03-13", true, true)]
    [InlineData("2024-02-29", true, true)]
    [InlineData("2026-02-30", false, true)]
    [InlineData("2026-13-01", false, true)]
    [InlineData("0001-01-01", false, true)]
    [InlineData("13/03/2026", false, false)]
    [InlineData("2026-3-1", false, false)]
    [InlineData("٢٠٢٦-٠٣-١٣", false, false)]
    public void A_day_is_read_as_year_month_day_alone(string text, bool isRead, bool isWellFormed)
    {
        TypedAnswers.TryDay(text, out _, out var wellFormed).ShouldBe(isRead);
        wellFormed.ShouldBe(isWellFormed);
    }

    [Theory]
    [InlineData("150", 15000)]
    [InlineData("150.00", 15000)]
    [InlineData("150,5", 15050)]
    [InlineData("1 200,50", 120050)]
    [InlineData("1\u00A0200", 120000)]
    [InlineData("0", 0)]
    public void An_amount_is_read_in_minor_units(string text, long minor)
    {
        TypedAnswers.TryMinorUnits(text, exponent: 2, out var read).ShouldBeTrue();
        read.ShouldBe(minor);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.234")]
    [InlineData("1,200.00")]
    [InlineData("1e5")]
    [InlineData("=1+1")]
    [InlineData("150.")]
    [InlineData(",50")]
    [InlineData("")]
    [InlineData("٥٠")]
    [InlineData("9999999999999")]
    public void What_is_no_amount_is_refused_and_never_rounded(string text) => TypedAnswers.TryMinorUnits(text, exponent: 2, out _).ShouldBeFalse();

    [Theory]
    [InlineData("14:02", true)]
    [InlineData("14.02", true)]
    [InlineData("9:30", true)]
    [InlineData("24:00", false)]
    [InlineData("2 pm", false)]
    public void A_time_is_read_by_the_clock_of_24_hours(string text, bool isRead) => TypedAnswers.TryTime(text, out _).ShouldBe(isRead);

    [Theory]
    [InlineData("12", true)]
    [InlineData("-3", true)]
    [InlineData("1.5", false)]
    [InlineData("1e3", false)]
    [InlineData("99999999999999999999", false)]
    public void A_number_is_whole(string text, bool isRead) => TypedAnswers.TryWhole(text, out _).ShouldBe(isRead);
}
