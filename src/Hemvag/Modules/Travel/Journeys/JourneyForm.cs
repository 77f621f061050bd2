using System.ComponentModel.DataAnnotations;

namespace Hemvag.Modules.Travel.Journeys;

internal sealed class JourneyForm
{
    [Required]
    public DateOnly? DepartsOn { get; set; }

    public TimeOnly? DepartsAt { get; set; }

    [Required, MaxLength(60)]
    public string? DepartureZone { get; set; }

    [Required]
    public DateOnly? ArrivesOn { get; set; }

    public TimeOnly? ArrivesAt { get; set; }

    [Required, MaxLength(60)]
    public string? ArrivalZone { get; set; }

    [MaxLength(1000)]
    public string? Route { get; set; }

    [MaxLength(1000)]
    public string? MeetingPlace { get; set; }

    public static JourneyForm Of(JourneyPlan plan) =>
        new()
        {
            DepartsOn = plan.DepartsOn,
            DepartsAt = plan.DepartsAt,
            DepartureZone = plan.DepartureZone,
            ArrivesOn = plan.ArrivesOn,
            ArrivesAt = plan.ArrivesAt,
            ArrivalZone = plan.ArrivalZone,
            Route = plan.Route,
            MeetingPlace = plan.MeetingPlace,
        };

    public JourneyPlan ToPlan() => new(DepartsOn!.Value, DepartsAt, DepartureZone!, ArrivesOn!.Value, ArrivesAt, ArrivalZone!, Route, MeetingPlace);
}
