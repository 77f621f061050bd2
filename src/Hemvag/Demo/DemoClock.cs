namespace Hemvag.Demo;

/// <summary>A clock that the demo sets, so that its invented cases have a past.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Moves to a day at ten in the morning, UTC; later acts of the same day come a minute apart.</summary>
    public void MoveTo(DateOnly day)
    {
        var morning = new DateTimeOffset(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        now = morning > now || DateOnly.FromDateTime(now.UtcDateTime) != day ? morning : now;
    }

    public void Tick() => now += TimeSpan.FromMinutes(1);
}
