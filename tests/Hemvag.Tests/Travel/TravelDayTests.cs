using System.Net;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.TravelDay;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Travel;

/// <summary>The day of travel: one tap for what happens, silence that climbs, a stop on the way.</summary>
public sealed class TravelDayTests
{
    [Theory, OnBothDatabases]
    public async Task One_tap_moves_the_leg_and_sets_the_milestones_once(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await TravellingAsync(world);
        using var client = await world.SignInAsync(world.Caseworker);
        var at = $"/cases/{caseId}/travel/today";
        var departed = (await client.GetAsync(at)).ShouldBeOk().Form("form[action$='handler=Departed'] button");
        (await departed.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        // The answer was lost on the way: the same tap again.
        (await departed.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await world.MilestoneAsync(caseId, MilestoneKind.Departed)).OccurredOn.ShouldBe(world.Today());
        (await world.LegsAsync(caseId))[0].State.ShouldBe(LegState.UnderWay);
        (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).ShouldNotBeEmpty();

        using var local = await world.SignInAsync(world.Local);
        var page = (await local.GetAsync(at)).ShouldBeOk();
        page.Document.QuerySelector("form[action$='handler=Departed']").ShouldBeNull();
        (await page.Form("form[action$='handler=Landed'] button").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await world.LegsAsync(caseId))[0].State.ShouldBe(LegState.Arrived);
        // A leg is ahead still: that the person has been met is not one tap.
        (await local.GetAsync(at))
            .ShouldBeOk()
            .Document.QuerySelector("form[action$='handler=Met']")
            .ShouldBeNull();
        var onward = (await world.LegsAsync(caseId))[1].Id;
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), onward));
        await world.ActAsync<TravelDayTaps>(world.Local, caseId, (s, h) => s.LandedAsync(h, world.NewId(), onward));
        var met = (await local.GetAsync(at)).ShouldBeOk().Form("form[action$='handler=Met'] button");
        (await met.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await world.MilestoneAsync(caseId, MilestoneKind.MetOnArrival)).OccurredOn.ShouldBe(world.Today());
        (await local.GetAsync(at)).ShouldBeOk().ShouldShow("Resan är över");
        using var english = await world.SignInAsync(world.EnglishCaseworker);
        (await english.GetAsync(at)).ShouldBeOk().ShouldShow("The journey is over");
    }

    [Theory, OnBothDatabases]
    public async Task Two_taps_on_one_leg_are_one_and_the_second_is_told(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await TravellingAsync(world);
        var leg = (await world.LegsAsync(caseId))[0].Id;
        await world.ActAsync<TravelDayTaps>(world.Coordinator, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), leg));
        (await world.RefusedAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), leg))).ShouldBe("LegOver");
        await world.HappenedAsync(world.Local, caseId, MilestoneKind.MetOnArrival);
        (await world.LegsAsync(caseId))[0].State.ShouldBe(LegState.Arrived);
    }

    [Theory, OnBothDatabases]
    public async Task Silence_climbs_from_the_one_on_duty_to_the_coordinator_and_ends_with_a_sign_of_life(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await TravellingAsync(world);
        var officer = await world.AnotherCaseworkerAsync("onni");
        await OnDutyAsync(world, officer.Id);
        // The case is a colleague's own: whoever is on duty does not see it.
        await world.ActAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.TakeOnAsync(h, world.NewId()));
        (await world.SeesAsync(officer, caseId)).ShouldBeFalse();
        var leg = (await world.LegsAsync(caseId))[0].Id;
        world.Time.Advance(TimeSpan.FromHours(4));

        (await world.RunJobAsync(LegWatch.JobKind, leg, "Departure")).ShouldNotBeNull();
        (await AskedAsync(world, caseId)).ShouldBe([(Role.IomCaseworker, (Guid?)officer.Id)]);
        (await world.SeesAsync(officer, caseId)).ShouldBeTrue();
        foreach (var expected in new[] { 2, 3, 4 })
        {
            world.Time.Advance(SilenceClimb.Pause);
            (await world.RunJobAsync(LegWatch.JobKind, leg, "Departure")).ShouldNotBeNull();
            (await AskedAsync(world, caseId)).Count.ShouldBe(expected);
        }

        (await world.RunJobAsync(LegWatch.JobKind, leg, "Departure")).ShouldBeNull();
        (await AskedAsync(world, caseId))
            .Select(a => a.Role)
            .ShouldBe([Role.IomCaseworker, Role.IomCaseworker, Role.LocalOfficeWorker, Role.RegionalCoordinator], ignoreOrder: true);
        using var client = await world.SignInAsync(officer);
        (await client.GetAsync("/on-duty")).ShouldBeOk().ShouldShow("Inget livstecken");
        var page = (await client.GetAsync($"/cases/{caseId}/travel/today")).ShouldBeOk().ShouldShow("Avresan är inte bekräftad");
        (await page.Form("form[action$='handler=Heard'] button").SubmitOnceAsync()).Status.ShouldBe(HttpStatusCode.Redirect);

        (await AskedAsync(world, caseId)).ShouldBeEmpty();
        // Heard of a moment ago: the watch over the arrival waits as long as was agreed.
        (await world.RunJobAsync(LegWatch.JobKind, leg, "Arrival")).ShouldNotBeNull();
        (await AskedAsync(world, caseId)).ShouldBeEmpty();
        world.Time.Advance(TimeSpan.FromMinutes(Leg.UsualSilenceMinutes));
        (await world.RunJobAsync(LegWatch.JobKind, leg, "Arrival")).ShouldNotBeNull();
        (await AskedAsync(world, caseId)).Count.ShouldBe(1);
        (await world.SeesAsync(officer, caseId)).ShouldBeTrue();
        await world.HappenedAsync(world.Local, caseId, MilestoneKind.MetOnArrival);
        (await AskedAsync(world, caseId)).ShouldBeEmpty();
        (await world.SeesAsync(officer, caseId)).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Silence_climbs_no_faster_by_two_watches_and_goes_on_when_another_leg_is_planned_instead(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await TravellingAsync(world);
        var leg = (await world.LegsAsync(caseId))[0].Id;
        world.Time.Advance(TimeSpan.FromHours(4));
        // Nobody is on duty: it is the caseworker's at once.
        (await world.RunJobAsync(LegWatch.JobKind, leg, "Departure")).ShouldNotBeNull();
        (await world.RunJobAsync(LegWatch.JobKind, leg, "Arrival")).ShouldNotBeNull();
        (await AskedAsync(world, caseId)).ShouldBe([(Role.IomCaseworker, (Guid?)null)]);

        // A later flight is no word from the person.
        await world.OpenTravelAsync(world.Caseworker, caseId);
        await world.ActAsync<LegKeeping>(
            world.Caseworker,
            caseId,
            (s, h) => s.ReplaceAsync(h, world.NewId(), leg, LegChange.MissedConnection, LegWorldActs.Flight(world.Today(), "20:10-22:25"))
        );
        world.Time.Advance(SilenceClimb.Pause);
        (await world.RunJobAsync(LegWatch.JobKind, leg, "Departure")).ShouldNotBeNull();
        (await AskedAsync(world, caseId)).Select(a => a.Role).ShouldBe([Role.IomCaseworker, Role.LocalOfficeWorker], ignoreOrder: true);

        await world.HappenedAsync(world.Coordinator, caseId, MilestoneKind.Departed);
        (await AskedAsync(world, caseId)).ShouldBeEmpty();
        (await world.RunJobAsync(LegWatch.JobKind, leg, "Departure")).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_word_about_one_leg_sets_a_new_watch_over_another_that_is_silent_still(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await TravellingAsync(world);
        var legs = await world.LegsAsync(caseId);
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), legs[0].Id));
        world.Time.Advance(TimeSpan.FromHours(8));
        (await world.RunJobAsync(LegWatch.JobKind, legs[1].Id, "Departure")).ShouldNotBeNull();
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.LandedAsync(h, world.NewId(), legs[0].Id));
        (await AskedAsync(world, caseId)).ShouldBeEmpty();
        (await world.RunJobAsync(LegWatch.JobKind, legs[1].Id, "Departure")).ShouldBeNull();
        var again = $"/{world.Time.GetUtcNow().UtcDateTime.Ticks}";
        world.Time.Advance(TimeSpan.FromMinutes(Leg.UsualSilenceMinutes));
        (await world.RunJobAsync(LegWatch.JobKind, legs[1].Id, again)).ShouldNotBeNull();
        (await AskedAsync(world, caseId)).ShouldNotBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_leg_that_was_told_of_or_is_held_or_has_another_in_its_place_is_not_silent(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await TravellingAsync(world);
        var leg = (await world.LegsAsync(caseId))[0].Id;
        await world.HoldAsync(caseId);
        (await world.RunJobAsync(LegWatch.JobKind, leg, "Departure")).ShouldNotBeNull();
        (await AskedAsync(world, caseId)).ShouldBeEmpty();
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), leg));
        (await world.RunJobAsync(LegWatch.JobKind, leg, "Departure")).ShouldBeNull();
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.LandedAsync(h, world.NewId(), leg));
        (await world.RunJobAsync(LegWatch.JobKind, leg, "Arrival")).ShouldBeNull();
        (await AskedAsync(world, caseId)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_stop_in_transit_tells_all_four_holds_the_onward_legs_and_asks_for_the_way_back(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await TravellingAsync(world);
        var officer = await world.AnotherCaseworkerAsync("onni");
        await OnDutyAsync(world, officer.Id);
        var legs = await world.LegsAsync(caseId);
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), legs[0].Id));
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.LandedAsync(h, world.NewId(), legs[0].Id));
        (
            await world.RefusedAsync<TravelDayTaps>(
                world.Caseworker,
                await world.PlannedCaseAsync(),
                (s, h) => s.SafeAsync(h, world.NewId(), new SafePlaceWords("Hotell", null))
            )
        ).ShouldBe("NotOnTheWay");
        using var client = await world.SignInAsync(world.Coordinator);
        var at = $"/cases/{caseId}/travel/today";
        var stop = (await client.GetAsync(at)).ShouldBeOk().Form("form[action$='handler=Stop'] button");
        (await stop.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await stop.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);

        var told = await world.OpenItemsAsync(caseId, WorkItemKind.StoppedOnTheWay);
        told.ShouldAllBe(w => w.Urgency == Urgency.Safety);
        told.Select(w => (w.Role, w.AccountId))
            .ShouldBe(
                [
                    (Role.IomCaseworker, (Guid?)officer.Id),
                    (Role.IomCaseworker, null),
                    (Role.LocalOfficeWorker, null),
                    (Role.RegionalCoordinator, (Guid?)world.Coordinator.Id),
                ],
                ignoreOrder: true
            );
        (await world.OpenItemsAsync(caseId, WorkItemKind.PlanWayBack)).Count.ShouldBe(1);
        var page = (await client.GetAsync(at)).ShouldBeOk().ShouldShow("hålls, personen har stoppat").ShouldShow("Det här händer nu");
        var safe = page.Form("[name='Safe.Where']").Fill("Safe.WithWhom", "Ledsagaren");
        (await safe.SubmitAsync()).ShouldRefuse("Invalid").Form("[name='Safe.Where']")["Safe.WithWhom"].ShouldBe("Ledsagaren");
        (await safe.Fill("Safe.Where", "Hotellet vid terminalen").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await client.GetAsync(at)).ShouldBeOk().ShouldNotContain("Hotellet vid terminalen");
        await world.OpenTravelAsync(world.Coordinator, caseId);
        (await client.GetAsync(at)).ShouldBeOk().ShouldShow("Hotellet vid terminalen");

        // The way back is planned although the case is held.
        await world.OpenTravelAsync(world.Caseworker, caseId);
        await world.ActAsync<LegKeeping>(world.Caseworker, caseId, (s, h) => s.CancelAsync(h, world.NewId(), legs[1].Id));
        using var iom = await world.SignInAsync(world.Caseworker);
        (await iom.GetAsync($"/cases/{caseId}/travel/legs/new"))
            .ShouldBeOk()
            .Document.QuerySelector("[name='Input.IsWayBack'][checked]")
            .ShouldNotBeNull();
        await world.AddLegsAsync(
            caseId,
            LegWorldActs.Flight(world.Today(), "20:00-22:15", "Europe/Vienna-Europe/Stockholm") with
            {
                IsWayBack = true,
            }
        );
        (await world.OpenItemsAsync(caseId, WorkItemKind.PlanWayBack)).ShouldBeEmpty();
        await world.ReachPersonAsync(caseId);
        await world.ActAsync<StopService>(world.Coordinator, caseId, (s, h) => s.ResumeAsync(h, world.NewId()));
        (await world.OpenItemsAsync(caseId, WorkItemKind.StoppedOnTheWay)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Hours_on_duty_are_added_and_taken_away_by_caseworkers_of_IOM_Finland(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        using var client = await world.SignInAsync(world.Caseworker);
        var form = (await client.GetAsync("/on-duty")).ShouldBeOk().ShouldShow("Ingen har jour").Form("[name='Input.FromOn']");
        form.Fill("Input.AccountId", world.Caseworker.Id.ToString("D")).Fill("Input.FromAt", "08:00");
        (await form.SubmitAsync()).ShouldRefuse("Invalid").Form("[name='Input.FromOn']")["Input.FromAt"].ShouldBe("08:00");
        (await form.Fill("Input.UntilAt", "07:00").SubmitAsync()).ShouldRefuse("DutyTimesWrong");
        (await form.Fill("Input.UntilAt", "22:00").Forge("Input.AccountId", world.Local.Id.ToString("D")).SubmitAsync()).ShouldRefuse(
            "DutyAccountUnknown"
        );
        form = (await client.GetAsync("/on-duty")).Form("[name='Input.FromOn']");
        form.Fill("Input.AccountId", world.Caseworker.Id.ToString("D")).Fill("Input.FromAt", "08:00").Fill("Input.UntilAt", "22:00");
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await world.ReadAsync(db => db.Set<DutyShift>().CountAsync())).ShouldBe(1);
        var remove = (await client.GetAsync("/on-duty")).ShouldBeOk().Form("form[action$='handler=Remove'] button");
        (await remove.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await client.GetAsync("/on-duty")).ShouldBeOk().ShouldShow("Ingen har jour");
        using var other = await world.SignInAsync(world.Coordinator);
        (await other.GetAsync("/on-duty")).ShouldBe(HttpStatusCode.Forbidden);
        using var english = await world.SignInAsync(world.EnglishCaseworker);
        (await english.GetAsync("/on-duty")).ShouldBeOk().ShouldShow("Nobody is on duty");
    }

    private static async Task<Guid> TravellingAsync(TravelWorld world)
    {
        var caseId = await world.ReadyCaseAsync();
        await world.AddLegsAsync(
            caseId,
            LegWorldActs.Flight(world.Today(), "09:10-11:25"),
            LegWorldActs.Flight(world.Today(), "13:00-17:30", "Europe/Vienna-Europe/Chisinau")
        );
        return caseId;
    }

    private static Task OnDutyAsync(TravelWorld world, Guid accountId) =>
        world.DoAsync<DutyRoster>(s =>
            s.AddAsync(
                world.Caseworker,
                world.NewId(),
                new DutyWanted(accountId, world.Today(), new TimeOnly(0, 0), world.Today().AddDays(1), new TimeOnly(23, 0))
            )
        );

    private static async Task<IReadOnlyList<(Role Role, Guid? AccountId)>> AskedAsync(TravelWorld world, Guid caseId) =>
        [.. (await world.OpenItemsAsync(caseId, WorkItemKind.NoSignOfLife)).Select(w => (w.Role, w.AccountId))];
}
