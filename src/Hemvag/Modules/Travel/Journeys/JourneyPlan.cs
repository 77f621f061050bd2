using Hemvag.Data;
using Hemvag.Sealing;

namespace Hemvag.Modules.Travel.Journeys;

/// <summary>The planned journey, sealed in Travel: local times with their zones, the way and the places.</summary>
internal sealed record JourneyPlan(
    DateOnly DepartsOn,
    TimeOnly? DepartsAt,
    string DepartureZone,
    DateOnly ArrivesOn,
    TimeOnly? ArrivesAt,
    string ArrivalZone,
    string? Route,
    string? MeetingPlace
) : ISealedPayload
{
    /// <summary>Not from the seeds: a longer journey is more likely a slip of the pen.</summary>
    public const int LongestDays = 7;

    public const string Subject = "travel.journey";

    public static string Kind => "journey-plan";

    public static int SchemaVersion => 1;

    /// <summary>Refuses times that cannot be.</summary>
    /// <exception cref="RefusedException">ZoneUnknown, NoSuchLocalTime, ArrivesBeforeDeparture, JourneyTooLong.</exception>
    public void Check()
    {
        var from = LocalMoments.Zone(DepartureZone, "Input.DepartureZone");
        var to = LocalMoments.Zone(ArrivalZone, "Input.ArrivalZone");
        var departs = Moment(DepartsOn, DepartsAt, from, "Input.DepartsAt");
        var arrives = Moment(ArrivesOn, ArrivesAt, to, "Input.ArrivesAt");
        // Across the date line a journey can land on the day before it began, never earlier.
        if (ArrivesOn < DepartsOn.AddDays(-1) || (departs is { } d && arrives is { } a && a < d))
        {
            throw new RefusedException(TravelRefusals.ArrivesBeforeDeparture, "Input.ArrivesOn");
        }

        if (ArrivesOn.DayNumber - DepartsOn.DayNumber > LongestDays)
        {
            throw new RefusedException(TravelRefusals.JourneyTooLong, "Input.ArrivesOn", LongestDays);
        }
    }

    private static DateTime? Moment(DateOnly day, TimeOnly? time, TimeZoneInfo zone, string field) =>
        time is { } at ? LocalMoments.Utc(day, at, zone, field) : null;
}
