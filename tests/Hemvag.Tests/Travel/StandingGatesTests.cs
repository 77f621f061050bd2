using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Will;
using Hemvag.TestKit.Databases;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Travel;

/// <summary>After "ready to travel" the journey still goes by the person's will, the arrangements and the risks as they stand.</summary>
public sealed class StandingGatesTests
{
    [Theory, OnBothDatabases]
    public async Task A_no_after_ready_to_travel_is_shown_chased_and_kept_with_the_departure(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        using var client = await world.SignInAsync(world.Caseworker);
        (await client.GetAsync($"/cases/{caseId}")).ShouldBeOk().ShouldShow("4 av 4 villkor är uppfyllda");

        await world.SaysAsync(caseId, WillWord.No);

        var told = await world.OpenItemsAsync(caseId, WorkItemKind.WillChanged);
        told.ShouldAllBe(w => w.Urgency == Urgency.Safety);
        told.Select(w => w.Role).ShouldBe([Role.RegionalCoordinator, Role.IomCaseworker], ignoreOrder: true);
        (await client.GetAsync($"/cases/{caseId}"))
            .ShouldBeOk()
            .ShouldShow("Personen sa nej")
            .ShouldShow("Vad som har hänt kan alltid antecknas")
            .ShouldNotContain("Inget hindrar");
        (await client.GetAsync($"/cases/{caseId}/travel/milestones/Departed")).ShouldBeOk().ShouldShow("Personen sa nej");

        await world.HappenedAsync(world.Coordinator, caseId, MilestoneKind.Departed);

        (await world.MilestoneAsync(caseId, MilestoneKind.Departed)).OpenGates.ShouldBe("WillReconfirmedOnTravelDay");
        (await world.OpenItemsAsync(caseId, WorkItemKind.SettleOpenGate)).ShouldNotBeEmpty();
        (await client.GetAsync($"/cases/{caseId}")).ShouldBeOk().ShouldShow("Personen sa nej");
    }

    [Theory, OnBothDatabases]
    public async Task A_journey_moved_after_ready_to_travel_asks_the_person_again(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        (await world.OpenItemsAsync(caseId, WorkItemKind.ReconfirmWill)).ShouldBeEmpty();

        await world.MoveJourneyAsync(caseId, world.Today().AddDays(2), 1);

        (await world.OpenItemsAsync(caseId, WorkItemKind.ReconfirmWill)).Single().DueOn.ShouldBe(world.Today().AddDays(2));
        world.Time.Advance(TimeSpan.FromDays(2));
        await world.HappenedAsync(world.Coordinator, caseId, MilestoneKind.Departed);
        (await world.MilestoneAsync(caseId, MilestoneKind.Departed)).OpenGates.ShouldContain("WillReconfirmedOnTravelDay");
    }

    [Theory, OnBothDatabases]
    public async Task A_case_under_way_is_closed_on_no_ground(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        await world.HappenedAsync(world.Coordinator, caseId, MilestoneKind.Departed);
        foreach (var ground in Enum.GetValues<ClosingGround>())
        {
            (await CloseAsync(world, caseId, ground, cancelled: true, journeyOver: true)).ShouldBe("StillUnderWay");
        }

        using var client = await world.SignInAsync(world.Coordinator);
        var page = (await client.GetAsync($"/cases/{caseId}/close")).ShouldBeOk().ShouldShow("Fortsätt att söka personen");
        page.Document.QuerySelector("[name='Input.Ground']").ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_been_reached_after_a_stop_under_way_and_does_not_travel_on_can_be_closed_and_nobody_else(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        await world.HappenedAsync(world.Coordinator, caseId, MilestoneKind.Departed);
        await world.HoldAsync(caseId);
        (await CloseAsync(world, caseId, ClosingGround.StoppedByPerson, cancelled: true, journeyOver: true)).ShouldBe("PersonNotReached");
        await world.ReachPersonAsync(caseId);
        (await CloseAsync(world, caseId, ClosingGround.ContactLost, cancelled: true, journeyOver: true)).ShouldBe("ClosingGroundNotNow");

        using var client = await world.SignInAsync(world.Coordinator);
        var form = (await client.GetAsync($"/cases/{caseId}/close"))
            .ShouldBeOk()
            .Form("[name='Input.Ground']")
            .Choose("Input.Ground", "StoppedByPerson")
            .Choose("Input.SeenOpen", "true");
        (await form.SubmitAsync()).ShouldRefuse("JourneyNotOver").ShouldShow("bekräfta att personen inte reser vidare");
        // After the stop has ended, nobody is given up on the strength of that talk.
        await world.ActAsync<StopService>(world.Coordinator, caseId, (s, h) => s.ResumeAsync(h, world.NewId()));
        (await CloseAsync(world, caseId, ClosingGround.ContactLost, cancelled: true, journeyOver: true)).ShouldBe("StillUnderWay");
        // The person travels on after all: whoever meets them finds an open case.
        await world.HappenedAsync(world.Local, caseId, MilestoneKind.MetOnArrival);

        var other = await world.ReadyCaseAsync();
        await world.HappenedAsync(world.Coordinator, other, MilestoneKind.Departed);
        await world.HoldAsync(other);
        await world.ReachPersonAsync(other);
        (await CloseAsync(world, other, ClosingGround.StoppedByPerson, cancelled: true, journeyOver: true)).ShouldBe("");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_booked_is_confirmed_cancelled_before_a_case_is_closed(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        await world.HoldAsync(caseId);
        await world.ReachPersonAsync(caseId);
        (await CloseAsync(world, caseId, ClosingGround.StoppedByPerson, cancelled: false)).ShouldBe("BookingsNotCancelled");
        using var client = await world.SignInAsync(world.Coordinator);
        var page = (await client.GetAsync($"/cases/{caseId}/close")).ShouldBeOk().ShouldShow("fortfarande bokade");
        var form = page.Form("[name='Input.Ground']").Choose("Input.Ground", "StoppedByPerson").Choose("Input.SeenOpen", "true");
        (await form.SubmitAsync()).ShouldRefuse("BookingsNotCancelled").ShouldShow("Avboka det och bekräfta det här");

        (await CloseAsync(world, caseId, ClosingGround.StoppedByPerson, cancelled: true)).ShouldBe("");

        (await world.EventsAsync(caseId)).ShouldContain("ArrangementCancelled");
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_left_to_hold_once_the_person_has_been_met(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        await world.HappenedAsync(world.Coordinator, caseId, MilestoneKind.Departed);
        await world.HappenedAsync(world.Local, caseId, MilestoneKind.MetOnArrival);
        await world.ActAsync<StopService>(world.Coordinator, caseId, (s, h) => s.AskToEndSupportAsync(h, world.NewId()));
        (await world.OpenItemsAsync(caseId, WorkItemKind.HoldBookings)).ShouldBeEmpty();
        (await world.OpenItemsAsync(caseId, WorkItemKind.ReachThePerson)).ShouldNotBeEmpty();
    }

    private static Task<string> CloseAsync(TravelWorld world, Guid caseId, ClosingGround ground, bool cancelled, bool journeyOver = false) =>
        world.RefusedAsync<StopService>(world.Coordinator, caseId, (s, h) => s.CloseAsync(h, world.NewId(), ground, true, cancelled, journeyOver));
}
