using Hemvag.Modules.Organisations;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Cases.Summaries;

/// <summary>A printed page is read by people who do not know where it was printed: every moment on it is in Swedish time.</summary>
internal static class SwedishTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(RegionEntry.TimeZone);

    /// <summary>13 mars 2026 kl. 14.02.</summary>
    public static string DayAndTime(DateTime utc) => Moments.DayAndTime(utc, Zone, year: true);

    public static string? DayAndTime(DateTime? utc) => utc is { } at ? DayAndTime(at) : null;
}
