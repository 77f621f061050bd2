using Hemvag.Data;
using Hemvag.Modules.Travel.Legs;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Travel;

/// <summary>Legs in their order, with times compared across zones.</summary>
public sealed class LegRulesTests
{
    private static readonly DateOnly Day = new(2026, 9, 10);

    [Theory]
    [InlineData("09:10-11:25", "Europe/Stockholm-Europe/Vienna", 0, "")]
    // An hour earlier on the clock, and later in truth.
    [InlineData("09:10-08:40", "Europe/Stockholm-Europe/London", 0, "")]
    [InlineData("09:10-08:00", "Europe/Stockholm-Europe/London", 0, "ArrivesBeforeDeparture")]
    [InlineData("09:10-09:10", "Europe/Stockholm-Europe/Stockholm", 0, "ArrivesBeforeDeparture")]
    [InlineData("09:10-11:25", "Europe/Stockholm-Europe/Nowhere", 0, "ZoneUnknown")]
    [InlineData("09:10-11:25", "Europe/Stockholm-Europe/Vienna", 8, "JourneyTooLong")]
    public void A_leg_is_possible_or_refused(string times, string zones, int daysLater, string refusal) =>
        RefusalOf(() => LegWorldActs.Flight(Day, times, zones, daysLater).Plan.Check()).ShouldBe(refusal);

    [Fact]
    public void A_time_that_the_clock_skips_is_refused() =>
        RefusalOf(() => LegWorldActs.Flight(new DateOnly(2027, 3, 28), "02:30-12:00").Plan.Check()).ShouldBe("NoSuchLocalTime");

    [Theory]
    [InlineData("11:25-14:00", "")]
    [InlineData("07:00-09:10", "")]
    [InlineData("11:24-14:00", "LegsOverlap")]
    [InlineData("07:00-09:11", "LegsOverlap")]
    [InlineData("10:00-11:00", "LegsOverlap")]
    [InlineData("08:00-13:00", "LegsOverlap")]
    public void A_leg_has_room_beside_another_or_is_refused(string times, string refusal)
    {
        var there = Planned("09:10-11:25", 1);
        RefusalOf(() => Itinerary.RequireRoom(LegWorldActs.Flight(Day, times).Plan, [there])).ShouldBe(refusal);
    }

    [Fact]
    public void The_time_to_change_counts_in_real_time()
    {
        var first = Planned("09:10-11:25", 1);
        var second = Planned("13:00-15:00", 2, "Europe/Helsinki-Europe/Chisinau");
        Itinerary.Connections([first, second])[second.Leg.Id].ShouldBe(TimeSpan.FromMinutes(35));
    }

    [Fact]
    public void A_late_arrival_misses_what_leaves_before_it()
    {
        var (first, second, third) = (Planned("09:10-11:25", 1), Planned("12:00-13:00", 2), Planned("18:00-19:00", 3));
        var late = first with { Plan = LegWorldActs.Flight(Day, "12:10-14:25").Plan };
        Itinerary.Missed(late, [second, third]).ShouldBe([second]);
    }

    private static PlannedLeg Planned(string times, int ordinal, string zones = "Europe/Stockholm-Europe/Vienna")
    {
        var leg = new Leg
        {
            Id = Guid.CreateVersion7(),
            CaseId = Guid.Empty,
            Ordinal = ordinal,
            Kind = LegKind.Flight,
            SilenceMinutes = 60,
            LengthMinutes = 60,
            IsWayBack = false,
            ReplacesId = null,
            PlannedAt = default,
            PlannedBy = Guid.Empty,
        };
        return new PlannedLeg(leg, LegWorldActs.Flight(Day, times, zones).Plan);
    }

    private static string RefusalOf(Action act)
    {
        try
        {
            act();
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Name;
        }

        return "";
    }
}
