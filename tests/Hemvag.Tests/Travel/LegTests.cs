using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Legs;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Travel;

/// <summary>The journey leg by leg: order, history, a missed flight, and what follows on the way.</summary>
public sealed class LegTests
{
    [Theory, OnBothDatabases]
    public async Task Legs_stand_in_the_order_of_departure_and_say_when_the_person_arrives(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        var day = world.Today().AddDays(9);
        (await world.RefusedAsync<LegKeeping>(world.Caseworker, caseId, (s, h) => s.AddAsync(h, world.NewId(), Second(day)))).ShouldBe(
            "JourneyMissing"
        );
        await world.MoveJourneyAsync(caseId, day, 0);
        await world.AddLegsAsync(caseId, Second(day));
        (await world.RefusedAsync<LegKeeping>(world.Caseworker, caseId, (s, h) => s.AddAsync(h, world.NewId(), First(day)))).ShouldBe(
            "TravelNotOpen"
        );
        await world.OpenTravelAsync(world.Caseworker, caseId);
        await world.AddLegsAsync(caseId, First(day));

        var legs = await world.LegsAsync(caseId);
        legs.Select(l => l.Ordinal).ShouldBe([1, 2]);
        legs[0].PlannedAt.ShouldBeGreaterThan(legs[1].PlannedAt);
        (await world.EventsAsync(caseId)).ShouldBe(["LegPlanned"]);
        (await RefusedAsync(world, caseId, LegWorldActs.Flight(day.AddDays(-1), "09:00-11:00"))).ShouldBe("LegNotOnJourneyDay");
        (await RefusedAsync(world, caseId, LegWorldActs.Flight(day, "10:00-12:00"))).ShouldBe("LegsOverlap");
        (await RefusedAsync(world, caseId, LegWorldActs.Flight(day.AddDays(8), "10:00-12:00"))).ShouldBe("JourneyTooLong");
    }

    [Theory, OnBothDatabases]
    public async Task A_missed_flight_is_planned_anew_and_nothing_of_before_is_lost(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        var day = world.Today();
        await world.AddLegsAsync(caseId, First(day), Second(day));
        await world.HappenedAsync(world.Coordinator, caseId, MilestoneKind.Departed);
        await world.OpenTravelAsync(world.Caseworker, caseId);
        var missed = (await world.LegsAsync(caseId))[0];

        // The first plane is gone; the next goes in the evening, and the onward one of today leaves without her.
        await world.ActAsync<LegKeeping>(
            world.Caseworker,
            caseId,
            (s, h) => s.ReplaceAsync(h, world.NewId(), missed.Id, LegChange.MissedConnection, LegWorldActs.Flight(day, "20:10-22:25"))
        );
        (await world.EventsAsync(caseId)).ShouldBe(["LegSuperseded", "LegSuperseded", "LegPlanned", "WorkItemAsked"]);
        await world.AddLegsAsync(caseId, LegWorldActs.Flight(day.AddDays(1), "07:00-10:30", "Europe/Vienna-Europe/Chisinau"));

        var legs = await world.LegsAsync(caseId);
        legs.Count(l => l.Change == LegChange.MissedConnection).ShouldBe(2);
        legs.Where(l => l.Holds).Select(l => l.Ordinal).ShouldBe([1, 2]);
        legs.Single(l => l.ReplacesId == missed.Id).Holds.ShouldBeTrue();
        (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).Single().DueOn.ShouldBe(day.AddDays(1));
        var told = (await world.OpenItemsAsync(caseId, WorkItemKind.JourneyChanged)).Single();
        (told.Role, told.OrganisationId, told.Urgency).ShouldBe((Role.LocalOfficeWorker, TravelWorld.Moldova, Urgency.Safety));
        (
            await world.RefusedAsync<LegKeeping>(
                world.Caseworker,
                caseId,
                (s, h) => s.ReplaceAsync(h, world.NewId(), missed.Id, LegChange.Changed, LegWorldActs.Flight(day, "20:10-22:25"))
            )
        ).ShouldBe("LegOver");

        var newest = legs.Where(l => l.Holds).MaxBy(l => l.PlannedAt)!.Id;
        (await world.RefusedAsync<LegKeeping>(world.Caseworker, caseId, (s, h) => s.AcknowledgeAsync(h, world.NewId(), newest))).ShouldBe(
            "AnswerNotYours"
        );
        (await world.RefusedAsync<LegKeeping>(world.Local, caseId, (s, h) => s.AcknowledgeAsync(h, world.NewId(), legs[0].Id))).ShouldBe(
            "SectionChanged"
        );
        await world.ActAsync<LegKeeping>(world.Local, caseId, (s, h) => s.AcknowledgeAsync(h, world.NewId(), newest));
        (await world.OpenItemsAsync(caseId, WorkItemKind.JourneyChanged)).ShouldBeEmpty();
        using var client = await world.SignInAsync(world.Caseworker);
        (await client.GetAsync($"/cases/{caseId}/travel/legs")).ShouldBeOk().ShouldShow("Missad anslutning").ShouldShow("KX7T2Q");
    }

    [Theory, OnBothDatabases]
    public async Task A_change_before_the_journey_asks_those_again_who_have_confirmed(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        await world.AddLegsAsync(caseId, First(world.Today()));
        await world.OpenTravelAsync(world.Caseworker, caseId);
        var leg = (await world.LegsAsync(caseId)).Single();
        (
            await world.RefusedAsync<LegKeeping>(
                world.Caseworker,
                caseId,
                (s, h) => s.ReplaceAsync(h, world.NewId(), leg.Id, LegChange.Cancelled, First(world.Today()))
            )
        ).ShouldBe("LegReasonMissing");

        await world.ActAsync<LegKeeping>(world.Caseworker, caseId, (s, h) => s.CancelAsync(h, world.NewId(), leg.Id));

        (await world.LegsAsync(caseId)).Single().Change.ShouldBe(LegChange.Cancelled);
        (await world.OpenItemsAsync(caseId, WorkItemKind.JourneyChanged)).ShouldBeEmpty();
        await world.HoldAsync(caseId);
        (await RefusedAsync(world, caseId, First(world.Today()))).ShouldBe("CaseHeld");
    }

    private static LegWanted First(DateOnly day) => LegWorldActs.Flight(day, "09:10-11:25");

    private static LegWanted Second(DateOnly day) => LegWorldActs.Flight(day, "13:00-17:30", "Europe/Vienna-Europe/Chisinau");

    private static Task<string> RefusedAsync(TravelWorld world, Guid caseId, LegWanted wanted) =>
        world.RefusedAsync<LegKeeping>(world.Caseworker, caseId, (s, h) => s.AddAsync(h, world.NewId(), wanted));
}
