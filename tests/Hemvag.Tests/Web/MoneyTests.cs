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
        new Data.Money(minor, "USD").Percent(percent).ShouldBe(new Data.Money(share, "USD"));

    [Fact]
    public void Sums_check_currency_and_overflow()
    {
        Data.Money.Whole(1, "USD").Add(new Data.Money(5, "USD")).ShouldBe(new Data.Money(105, "USD"));
        Data.Money.Whole(1, "USD").Subtract(Data.Money.Whole(2, "USD")).ShouldBe(new Data.Money(-100, "USD"));
        Should.Throw<InvalidOperationException>(() => Data.Money.Whole(1, "USD").Add(Data.Money.Whole(1, "SEK")));
        Should.Throw<OverflowException>(() => new Data.Money(long.MaxValue, "USD").Add(new Data.Money(1, "USD")));
        Should.Throw<ArgumentException>(() => Data.Money.Whole(1, "XYZ"));
    }
}
