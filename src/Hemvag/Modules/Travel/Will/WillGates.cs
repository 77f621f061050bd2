using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Formatting;

namespace Hemvag.Modules.Travel.Will;

/// <summary>The person has said yes once more, not long before booking (S1.51, S1.52).</summary>
internal sealed class WillReconfirmedGate() : Gate<List<WillAnswer>>(GateKind.WillReconfirmed)
{
    protected override Expression<Func<Case, List<WillAnswer>>> Looks(GateContext context) =>
        c => context.Db.Set<WillAnswer>().Where(a => a.CaseId == c.Id).ToList();

    protected override GateState State(GateContext context, List<WillAnswer> seen)
    {
        var newest = WillRules.Newest(seen);
        return WillRules.HoldsForBooking(newest, context.Today)
            ? WillDetails.Met(Kind, newest!)
            : WillDetails.Open(Kind, newest, newest is { Word: WillWord.Yes } ? "TooOld" : null);
    }
}

/// <summary>The person says yes on the day of travel itself (S1.51).</summary>
internal sealed class WillReconfirmedOnTravelDayGate() : Gate<WillAndDay>(GateKind.WillReconfirmedOnTravelDay)
{
    protected override Expression<Func<Case, WillAndDay>> Looks(GateContext context) =>
        c => new WillAndDay(
            context.Db.Set<WillAnswer>().Where(a => a.CaseId == c.Id).ToList(),
            WillRules.AskedOnTheDay(context.Db).Where(w => w.CaseId == c.Id).Select(w => w.DueOn).FirstOrDefault()
        );

    protected override GateState State(GateContext context, WillAndDay seen)
    {
        if (seen.DepartsOn is null)
        {
            return new GateState(Kind, false, "GateDetail.WillReconfirmedOnTravelDay.NoJourney", typeof(TravelTexts), "travel/journey");
        }

        var newest = WillRules.Newest(seen.Answers);
        return WillRules.HoldsForTravel(newest, seen.DepartsOn)
            ? WillDetails.Met(Kind, newest!)
            : WillDetails.Open(Kind, newest, newest is { Word: WillWord.Yes } ? "NotYet" : null);
    }
}

/// <summary>What the person has answered, beside the planned day of departure.</summary>
internal sealed record WillAndDay(List<WillAnswer> Answers, DateOnly? DepartsOn);

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
