using Hemvag.Data;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Sealing;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>A leg as it is planned, sealed in Travel: places, local times with their zones, carrier, and who is with the person.</summary>
/// <param name="Carrier">Company and number.</param>
/// <param name="Reference">Booking reference.</param>
/// <param name="Companions">Who travels along.</param>
/// <param name="WaitingPlace">Where the person waits before it.</param>
/// <param name="WhoToCall">Whom the person can call on the way.</param>
internal sealed record LegPlan(
    string From,
    string To,
    DateOnly DepartsOn,
    TimeOnly DepartsAt,
    string DepartureZone,
    DateOnly ArrivesOn,
    TimeOnly ArrivesAt,
    string ArrivalZone,
    string? Carrier,
    string? Reference,
    string? Baggage,
    string? Companions,
    string? WaitingPlace,
    string? WhoToCall
) : ISealedPayload
{
    public const string SubjectPrefix = "travel.leg.";

    public static string Kind => "journey-leg";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid legId) => $"{SubjectPrefix}{legId:N}";

    /// <summary>UTC.</summary>
    /// <exception cref="RefusedException">ZoneUnknown, NoSuchLocalTime.</exception>
    public DateTime Departs() => LocalMoments.Utc(DepartsOn, DepartsAt, LocalMoments.Zone(DepartureZone, "Input.DepartureZone"), "Input.DepartsAt");

    /// <summary>UTC.</summary>
    /// <exception cref="RefusedException">ZoneUnknown, NoSuchLocalTime.</exception>
    public DateTime Arrives() => LocalMoments.Utc(ArrivesOn, ArrivesAt, LocalMoments.Zone(ArrivalZone, "Input.ArrivalZone"), "Input.ArrivesAt");

    /// <summary>Refuses times that cannot be.</summary>
    /// <exception cref="RefusedException">ZoneUnknown, NoSuchLocalTime, ArrivesBeforeDeparture, JourneyTooLong.</exception>
    public void Check()
    {
        var (departs, arrives) = (Departs(), Arrives());
        if (arrives <= departs)
        {
            throw new RefusedException(TravelRefusals.ArrivesBeforeDeparture, "Input.ArrivesOn");
        }

        if (arrives - departs > TimeSpan.FromDays(JourneyPlan.LongestDays))
        {
            throw new RefusedException(TravelRefusals.JourneyTooLong, "Input.ArrivesOn", JourneyPlan.LongestDays);
        }
    }
}
