using Hemvag.TestKit;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.TestKit;

public sealed class FakeTimeTests
{
    [Fact]
    public void A_timer_fires_at_its_times_when_the_clock_is_moved_past_them()
    {
        var time = new FakeTime();
        var fired = new List<DateTimeOffset>();
        using var timer = time.CreateTimer(_ => fired.Add(time.GetUtcNow()), null, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5));

        time.Advance(TimeSpan.FromMinutes(9));
        fired.ShouldBeEmpty();
        time.Advance(TimeSpan.FromMinutes(7));

        fired.ShouldBe([FakeTime.Start.AddMinutes(10), FakeTime.Start.AddMinutes(15)]);
        time.GetUtcNow().ShouldBe(FakeTime.Start.AddMinutes(16));
    }
}
