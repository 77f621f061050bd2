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
        new Money(minor, "USD").Percent(percent).ShouldBe(new Money(share, "USD"));

    [Fact]
    public void Sums_check_currency_and_overflow()
    {
        Money.Whole(1, "USD").Add(new Money(5, "USD")).ShouldBe(new Money(105, "USD"));
        Money.Whole(1, "USD").Subtract(Money.Whole(2, "USD")).ShouldBe(new Money(-100, "USD"));
        Should.Throw<InvalidOperationException>(() => Money.Whole(1, "USD").Add(Money.Whole(1, "SEK")));
        Should.Throw<OverflowException>(() => new Money(long.MaxValue, "USD").Add(new Money(1, "USD")));
        Should.Throw<ArgumentException>(() => Money.Whole(1, "XYZ"));
    }
}
