namespace Hemvag.EndToEndTests.Journeys;

/// <summary>
/// The system's clock, put forward to the next working day's hours when it is evening or night, so that it is the same day
/// in Sweden, Finland and where the person arrives.
/// </summary>
internal sealed class DaytimeClock : TimeProvider
{
    private readonly TimeSpan ahead = Ahead(System.GetUtcNow());

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    private static TimeSpan Ahead(DateTimeOffset now)
    {
        var morning = new DateTimeOffset(now.UtcDateTime.Date.AddHours(6), TimeSpan.Zero);
        if (now.Hour is >= 6 and < 15)
        {
            return TimeSpan.Zero;
        }

        return (now < morning ? morning : morning.AddDays(1)) - now;
    }
}
