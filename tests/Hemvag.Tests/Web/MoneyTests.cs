using Hemvag.Data;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Web;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(15000, 50, 7500)]
    [InlineData(101, 50, 51)]
    [InlineData(-101, 50, -51)]
    [InlineData(100, 33, 33)]
    [InlineData(long.MaxValue, 100, long.MaxValue)]
    [InlineData(1, 0, 0)]
    public void A_share_is_rounded_half_up(long minor, int percent, long share) =>
        new Amount(minor, "USD").Percent(percent).ShouldBe(new Amount(share, "USD"));

    [Fact]
    public void Sums_check_currency_and_overflow()
    {
        Amount.Whole(1, "USD").Add(new Amount(5, "USD")).ShouldBe(new Amount(105, "USD"));
        Amount.Whole(1, "USD").Subtract(Amount.Whole(2, "USD")).ShouldBe(new Amount(-100, "USD"));
        Should.Throw<InvalidOperationException>(() => Amount.Whole(1, "USD").Add(Amount.Whole(1, "SEK")));
        Should.Throw<OverflowException>(() => new Amount(long.MaxValue, "USD").Add(new Amount(1, "USD")));
        Should.Throw<ArgumentException>(() => Amount.Whole(1, "XYZ"));
    }
}
