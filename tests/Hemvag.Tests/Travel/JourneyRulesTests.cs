using Hemvag.Data;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Will;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Travel;

public sealed class JourneyRulesTests
{
    private static readonly DateOnly Day = new(2026, 9, 10);
    private static readonly DateTime Now = new(2026, 9, 1, 7, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-09-10", "09:00", "2026-09-10", "15:00", "")]
    [InlineData("2026-09-10", null, "2026-09-11", null, "")]
    [InlineData("2026-09-10", "09:00", "2026-09-10", "08:00", "ArrivesBeforeDeparture")]
    [InlineData("2026-09-10", null, "2026-09-08", null, "ArrivesBeforeDeparture")]
    [InlineData("2026-09-10", null, "2026-09-18", null, "JourneyTooLong")]
    [InlineData("2026-09-10", null, "2026-09-17", null, "")]
    [InlineData("2027-03-28", "02:30", "2027-03-28", "12:00", "NoSuchLocalTime")]
    public void A_journey_is_possible_or_refused(string departsOn, string? departsAt, string arrivesOn, string? arrivesAt, string refusal) =>
        RefusalOf(() => Plan(departsOn, departsAt, arrivesOn, arrivesAt).Check()).ShouldBe(refusal);

    [Theory]
    [InlineData("Europe/Nowhere")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("")]
    public void A_zone_that_is_not_of_the_IANA_list_is_refused(string zone) =>
        RefusalOf(() => (Plan("2026-09-10", null, "2026-09-10", null) with { ArrivalZone = zone }).Check()).ShouldBe("ZoneUnknown");

    [Fact]
    public void Arrival_counts_in_real_time_not_on_the_clock() =>
        // Three o'clock in London is four in Stockholm: an hour after half past three there.
        RefusalOf(() => (Plan("2026-09-10", "15:30", "2026-09-10", "15:00") with { ArrivalZone = "Europe/London" }).Check()).ShouldBe("");

    [Theory]
    [InlineData("Yes", 0, true)]
    [InlineData("Yes", 30, true)]
    [InlineData("Yes", 31, false)]
    [InlineData("No", 0, false)]
    [InlineData("WantsToWait", 0, false)]
    public void A_yes_holds_thirty_days_for_booking(string word, int daysAgo, bool holds) =>
        WillRules.HoldsForBooking(Answer(word, Day.AddDays(-daysAgo)), Day).ShouldBe(holds);

    [Theory]
    [InlineData("Yes", 0, true)]
    [InlineData("Yes", -1, false)]
    [InlineData("Yes", 1, false)]
    [InlineData("No", 0, false)]
    public void Only_a_yes_on_the_day_holds_for_the_journey(string word, int days, bool holds) =>
        WillRules.HoldsForTravel(Answer(word, Day.AddDays(days)), Day).ShouldBe(holds);

    [Fact]
    public void Without_an_answer_or_a_planned_day_nothing_holds()
    {
        WillRules.HoldsForBooking(null, Day).ShouldBeFalse();
        WillRules.HoldsForTravel(Answer("Yes", Day), null).ShouldBeFalse();
    }

    [Fact]
    public void The_newest_answer_of_a_day_counts()
    {
        var yes = Answer("Yes", Day);
        var no = Answer("No", Day, Now.AddHours(1));
        WillRules.Newest([no, yes]).ShouldBe(no);
        WillRules.Newest([]).ShouldBeNull();
    }

    [Fact]
    public void An_arrangement_is_asked_answered_and_asked_again()
    {
        var row = New();
        RefusalOf(() => row.Decide(ArrangementNeed.Needed, null, Now)).ShouldBe("ArrangerMissing");
        RefusalOf(() => row.Reply(true, Now, Guid.Empty)).ShouldBe("NothingToAnswer");
        row.Decide(ArrangementNeed.Needed, IomFinland.Id, Now);
        row.Waits.ShouldBeTrue();
        RefusalOf(() => row.Cancel(Now, Guid.Empty)).ShouldBe("NothingToCancel");
        row.Reply(true, Now, Guid.Empty);
        row.Confirmed.ShouldBeTrue();
        RefusalOf(() => row.Reply(false, Now, Guid.Empty)).ShouldBe("NothingToAnswer");
        row.AskAgain(row.OrganisationId, Now);
        row.Waits.ShouldBeTrue();
        row.Reply(false, Now, Guid.Empty);
        row.Confirmed.ShouldBeFalse();
        row.Decide(ArrangementNeed.NotNeeded, IomFinland.Id, Now);
        row.OrganisationId.ShouldBeNull();
        row.Answer.ShouldBeNull();
    }

    [Theory]
    [InlineData("Reception", true)]
    [InlineData("OnwardTransport", true)]
    [InlineData("Flights", false)]
    [InlineData("Escort", false)]
    public void Those_where_the_person_arrives_are_asked_for_what_happens_there(string kind, bool local)
    {
        var office = new Guid("018f0000-0000-7000-8000-000000000001");
        var part = Enum.Parse<TravelArrangementKind>(kind);
        TravelOrganisations.UsuallyAsked(part, office).ShouldBe(local ? office : IomFinland.Id);
        TravelOrganisations.UsuallyAsked(part, null).ShouldBe(IomFinland.Id);
    }

    private static Arrangement New() =>
        new()
        {
            Id = Guid.Empty,
            CaseId = Guid.Empty,
            Kind = TravelArrangementKind.Flights,
        };

    private static WillAnswer Answer(string word, DateOnly on, DateTime? at = null) =>
        new()
        {
            Id = Guid.Empty,
            CaseId = Guid.Empty,
            AskedOn = on,
            Word = Enum.Parse<WillWord>(word),
            How = AskedHow.ByPhone,
            Language = "sv",
            RecordedAt = at ?? Now,
            RecordedBy = Guid.Empty,
        };

    private static JourneyPlan Plan(string departsOn, string? departsAt, string arrivesOn, string? arrivesAt) =>
        new(
            DateOnly.Parse(departsOn),
            departsAt is null ? null : TimeOnly.Parse(departsAt),
            "Europe/Stockholm",
            DateOnly.Parse(arrivesOn),
            arrivesAt is null ? null : TimeOnly.Parse(arrivesAt),
            "Europe/Stockholm",
            null,
            null
        );

    private static string RefusalOf(Action act)
    {
        try
        {
            act();
            return "";
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Name;
        }
    }
}
