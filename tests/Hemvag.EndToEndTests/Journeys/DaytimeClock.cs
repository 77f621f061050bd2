namespace Hemvag.EndToEndTests.Journeys;

/// <summary>
/// The system's clock, put forward to the next working day's hours when it is evening or night, so that it is the same day
/// in Sweden, Finland and where the person arrives.
/// </summary>
internal sealed class DaytimeClock : TimeProvider
{
    private TimeSpan ahead = Ahead(System.GetUtcNow());

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    /// <summary>Lets months go by, as the follow-up after a return does.</summary>
    public void PassMonths(int months)
    {
        var now = GetUtcNow();
        ahead += now.AddMonths(months) - now;
    }

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
