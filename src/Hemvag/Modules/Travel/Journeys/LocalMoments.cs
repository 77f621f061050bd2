using Hemvag.Data;

namespace Hemvag.Modules.Travel.Journeys;

/// <summary>Planned local times as moments, so that times of two zones can be compared.</summary>
internal static class LocalMoments
{
    /// <exception cref="RefusedException">ZoneUnknown.</exception>
    public static TimeZoneInfo Zone(string id, string field) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId
            ? zone
            : throw new RefusedException(TravelRefusals.ZoneUnknown, field);

    /// <summary>UTC. Of an hour that the clock shows twice, the later.</summary>
    /// <exception cref="RefusedException">NoSuchLocalTime for a time that the clock skips.</exception>
    public static DateTime Utc(DateOnly day, TimeOnly at, TimeZoneInfo zone, string field)
    {
        var local = day.ToDateTime(at, DateTimeKind.Unspecified);
        return zone.IsInvalidTime(local)
            ? throw new RefusedException(TravelRefusals.NoSuchLocalTime, field)
            : TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }
}
