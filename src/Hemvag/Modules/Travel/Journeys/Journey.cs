using Hemvag.Data;

namespace Hemvag.Modules.Travel.Journeys;

/// <summary>
/// That a journey is planned. Days, times, route and places are sealed in Travel, because the country of return stands in clear on the case
/// and a country with a date is what hunters look for. Two things stay readable, because rules need them when nobody has anything open:
/// the zone of departure here, and the day itself as the due date of the task to ask for the person's will that day
/// (<see cref="Cases.WorkItemKind.ReconfirmWill"/>) - a bare date without a place, shown only to the one who has the task.
/// The rows of a journey in legs (part 4) will hang on this one.
/// </summary>
internal sealed class Journey : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>IANA zone at the place of departure: decides which day the day of travel is.</summary>
    public required string DepartureZone { get; set; }

    /// <summary>Days from departure to arrival by the calendars of the two places: −1 to <see cref="JourneyPlan.LongestDays"/>. With the day of departure it gives the day to meet the person.</summary>
    public required int ArrivesDaysLater { get; set; }

    public required DateTime PlannedAt { get; set; }
}
