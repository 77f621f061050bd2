using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Travel.Will;

/// <summary>The person has said yes once more, not long before booking (S1.51, S1.52).</summary>
internal sealed class WillReconfirmedGate : IGate
{
    public GateKind Kind => GateKind.WillReconfirmed;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var newest = await WillRules.NewestAsync(context.Db, context.Case.Id);
        return WillRules.HoldsForBooking(newest, context.Today)
            ? WillDetails.Met(Kind, newest!)
            : WillDetails.Open(Kind, newest, newest is { Word: WillWord.Yes } ? "TooOld" : null);
    }
}

/// <summary>The person says yes on the day of travel itself (S1.51).</summary>
internal sealed class WillReconfirmedOnTravelDayGate : IGate
{
    public GateKind Kind => GateKind.WillReconfirmedOnTravelDay;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var departsOn = await WillRules.DepartsOnAsync(context.Db, context.Case.Id);
        if (departsOn is null)
        {
            return new GateState(Kind, false, "GateDetail.WillReconfirmedOnTravelDay.NoJourney", typeof(TravelTexts), "travel/journey");
        }

        var newest = await WillRules.NewestAsync(context.Db, context.Case.Id);
        return WillRules.HoldsForTravel(newest, departsOn)
            ? WillDetails.Met(Kind, newest!)
            : WillDetails.Open(Kind, newest, newest is { Word: WillWord.Yes } ? "NotYet" : null);
    }
}

/// <summary>Which sentence says how the person's will stands.</summary>
internal static class WillDetails
{
    public const string Page = "travel/will";

    public static GateState Met(GateKind kind, WillAnswer newest) =>
        new(kind, true, "GateDetail.Will.Yes", typeof(TravelTexts), Page, Dates.Day(newest.AskedOn));

    /// <param name="why">Why a yes does not count; null when there is no yes.</param>
    public static GateState Open(GateKind kind, WillAnswer? newest, string? why) =>
        newest switch
        {
            null => new(kind, false, "GateDetail.Will.NotAsked", typeof(TravelTexts), Page),
            _ when why is not null => new(
                kind,
                false,
                $"GateDetail.{kind}.{why}",
                typeof(TravelTexts),
                Page,
                Dates.Day(newest.AskedOn),
                WillRules.DaysBeforeBooking
            ),
            _ => new(kind, false, $"GateDetail.Will.{newest.Word}", typeof(TravelTexts), Page, Dates.Day(newest.AskedOn)),
        };
}
