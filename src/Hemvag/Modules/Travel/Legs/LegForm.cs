using System.ComponentModel.DataAnnotations;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>The fields of a leg as they are typed (partial <c>_LegFields</c>).</summary>
internal sealed class LegForm
{
    public const int FewestSilenceMinutes = 15;
    public const int MostSilenceMinutes = 720;

    [Required]
    public LegKind? Kind { get; set; }

    [Required, MaxLength(300)]
    public string? From { get; set; }

    [Required]
    public DateOnly? DepartsOn { get; set; }

    [Required]
    public TimeOnly? DepartsAt { get; set; }

    [Required, MaxLength(60)]
    public string? DepartureZone { get; set; }

    [Required, MaxLength(300)]
    public string? To { get; set; }

    [Required]
    public DateOnly? ArrivesOn { get; set; }

    [Required]
    public TimeOnly? ArrivesAt { get; set; }

    [Required, MaxLength(60)]
    public string? ArrivalZone { get; set; }

    [MaxLength(200)]
    public string? Carrier { get; set; }

    [MaxLength(60)]
    public string? Reference { get; set; }

    [MaxLength(300)]
    public string? Baggage { get; set; }

    [MaxLength(300)]
    public string? Companions { get; set; }

    [MaxLength(1000)]
    public string? WaitingPlace { get; set; }

    [MaxLength(1000)]
    public string? WhoToCall { get; set; }

    [Required, Range(FewestSilenceMinutes, MostSilenceMinutes)]
    public int? SilenceMinutes { get; set; } = Leg.UsualSilenceMinutes;

    /// <summary>Asked only where somebody has stopped on the way.</summary>
    public bool IsWayBack { get; set; }

    public static LegForm Of(Leg leg, LegPlan plan) =>
        new()
        {
            Kind = leg.Kind,
            From = plan.From,
            DepartsOn = plan.DepartsOn,
            DepartsAt = plan.DepartsAt,
            DepartureZone = plan.DepartureZone,
            To = plan.To,
            ArrivesOn = plan.ArrivesOn,
            ArrivesAt = plan.ArrivesAt,
            ArrivalZone = plan.ArrivalZone,
            Carrier = plan.Carrier,
            Reference = plan.Reference,
            Baggage = plan.Baggage,
            Companions = plan.Companions,
            WaitingPlace = plan.WaitingPlace,
            WhoToCall = plan.WhoToCall,
            SilenceMinutes = leg.SilenceMinutes,
            IsWayBack = leg.IsWayBack,
        };

    public LegWanted Read() =>
        new(
            Kind!.Value,
            SilenceMinutes!.Value,
            new LegPlan(
                From!,
                To!,
                DepartsOn!.Value,
                DepartsAt!.Value,
                DepartureZone!,
                ArrivesOn!.Value,
                ArrivesAt!.Value,
                ArrivalZone!,
                Carrier,
                Reference,
                Baggage,
                Companions,
                WaitingPlace,
                WhoToCall
            ),
            IsWayBack
        );
}
