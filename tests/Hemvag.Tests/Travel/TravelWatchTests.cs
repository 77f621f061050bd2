using System.Net;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.TravelDay;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Travel;

/// <summary>Nobody who travels falls out of the watch: late, stopped, landed, by a wrong tap, or with a consent taken back.</summary>
public sealed class TravelWatchTests
{
    private static readonly TimeSpan Agreed = TimeSpan.FromMinutes(Leg.UsualSilenceMinutes);

    [Theory, OnBothDatabases]
    public async Task A_leg_that_left_late_is_watched_until_it_arrives(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, legs) = await TravellingAsync(world);
        world.Time.Advance(TimeSpan.FromHours(4));
        // The alarm of the departure climbs to the top, and the watch over the arrival ends with it.
        for (var i = 0; i < 4; i++)
        {
            await world.RunJobAsync(LegWatch.JobKind, legs[0], "Departure");
            world.Time.Advance(SilenceClimb.Pause);
        }

        (await world.RunJobAsync(LegWatch.JobKind, legs[0], "Arrival")).ShouldBeNull();
        (await SilentAsync(world, caseId)).Count.ShouldBe(3);

        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), legs[0]));
        (await SilentAsync(world, caseId)).ShouldBeEmpty();
        // Two hours and a quarter in the air, and the hour that was agreed.
        (await WatchesAsync(world, legs[0], LegMoment.Arrival))
            .Max()
            .ShouldBe(Now(world) + TimeSpan.FromMinutes(135) + Agreed);
        world.Time.Advance(TimeSpan.FromMinutes(135) + Agreed);
        (await RunNewestAsync(world, legs[0], LegMoment.Arrival)).ShouldNotBeNull();
        (await SilentAsync(world, caseId)).ShouldNotBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_late_leg_of_which_somebody_has_heard_is_watched_when_it_has_left(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, legs) = await TravellingAsync(world);
        world.Time.Advance(TimeSpan.FromHours(6));
        (await world.RunJobAsync(LegWatch.JobKind, legs[0], "Arrival")).ShouldNotBeNull();
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.HeardAsync(h, world.NewId()));
        (await SilentAsync(world, caseId)).ShouldBeEmpty();
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), legs[0]));
        world.Time.Advance(TimeSpan.FromMinutes(135) + Agreed + Agreed);
        (await RunNewestAsync(world, legs[0], LegMoment.Arrival)).ShouldNotBeNull();
        (await SilentAsync(world, caseId)).ShouldNotBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task On_a_stopped_case_the_way_back_is_watched_and_after_resuming_all_of_it(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, legs) = await TravellingAsync(world);
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), legs[0]));
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.LandedAsync(h, world.NewId(), legs[0]));
        await world.HoldAsync(caseId);
        await world.OpenTravelAsync(world.Caseworker, caseId);
        // The held leg stays planned, and the way back need not fit with it.
        await world.AddLegsAsync(
            caseId,
            LegWorldActs.Flight(world.Today(), "13:30-15:45", "Europe/Vienna-Europe/Stockholm") with
            {
                IsWayBack = true,
            }
        );
        var back = (await world.LegsAsync(caseId)).Single(l => l.IsWayBack).Id;
        world.Time.Advance(TimeSpan.FromHours(12));
        var looked = Now(world);
        (await world.RunJobAsync(LegWatch.JobKind, legs[1], "Departure")).ShouldBe(looked + SilenceClimb.Pause);
        (await SilentAsync(world, caseId)).ShouldBeEmpty();
        (await world.RunJobAsync(LegWatch.JobKind, back, "Departure")).ShouldNotBeNull();
        (await SilentAsync(world, caseId)).ShouldNotBeEmpty();

        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.HeardAsync(h, world.NewId()));
        await world.ReachPersonAsync(caseId);
        await world.ActAsync<StopService>(world.Coordinator, caseId, (s, h) => s.ResumeAsync(h, world.NewId()));
        (await world.RunJobAsync(LegWatch.JobKind, legs[1], "Departure")).ShouldNotBeNull();
        (await SilentAsync(world, caseId)).ShouldBeEmpty();
        world.Time.Advance(Agreed);
        (await world.RunJobAsync(LegWatch.JobKind, legs[1], "Departure")).ShouldNotBeNull();
        (await SilentAsync(world, caseId)).ShouldNotBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task After_the_last_landing_somebody_must_meet_the_person_and_the_case_stays_on_the_list(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, legs) = await TravellingAsync(world);
        foreach (var leg in legs)
        {
            await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), leg));
            await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.LandedAsync(h, world.NewId(), leg));
        }

        using var before = await world.SignInAsync(world.Caseworker);
        (await before.GetAsync("/on-duty")).ShouldBeOk().ShouldShow("inte mött än");
        using var english = await world.SignInAsync(world.EnglishCaseworker);
        (await english.GetAsync("/on-duty")).ShouldBeOk().ShouldShow("not met yet");
        (await WatchesAsync(world, legs[0], LegMoment.Met)).ShouldBeEmpty();
        world.Time.Advance(Agreed);
        (await RunNewestAsync(world, legs[1], LegMoment.Met)).ShouldNotBeNull();
        (await SilentAsync(world, caseId)).ShouldNotBeEmpty();
        using var client = await world.SignInAsync(world.Caseworker);
        (await client.GetAsync($"/cases/{caseId}/travel/today")).ShouldBeOk().ShouldShow("ingen har sagt att personen är mött");
        (await client.GetAsync("/on-duty")).ShouldBeOk().ShouldShow("Inget livstecken");

        var met = (await client.GetAsync($"/cases/{caseId}/travel/today")).Form("form[action$='handler=Met'] button");
        (await met.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await SilentAsync(world, caseId)).ShouldBeEmpty();
        (await client.GetAsync("/on-duty")).ShouldBeOk().ShouldShow("Ingen reser");
    }

    [Theory, OnBothDatabases]
    public async Task A_silent_case_stays_on_the_list_when_its_leg_is_cancelled(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, legs) = await TravellingAsync(world);
        world.Time.Advance(TimeSpan.FromHours(4));
        await world.RunJobAsync(LegWatch.JobKind, legs[0], "Departure");
        await world.OpenTravelAsync(world.Caseworker, caseId);
        await world.ActAsync<LegKeeping>(world.Caseworker, caseId, (s, h) => s.CancelAsync(h, world.NewId(), legs[1]));
        await world.ActAsync<LegKeeping>(world.Caseworker, caseId, (s, h) => s.CancelAsync(h, world.NewId(), legs[0]));
        using var client = await world.SignInAsync(world.Caseworker);
        (await client.GetAsync("/on-duty")).ShouldBeOk().ShouldShow("Inget livstecken");
    }

    [Theory, OnBothDatabases]
    public async Task Met_before_the_last_leg_has_arrived_is_a_second_step_and_is_taken_back(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, legs) = await TravellingAsync(world);
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), legs[0]));
        world.Time.Advance(TimeSpan.FromMinutes(20));
        using var client = await world.SignInAsync(world.Caseworker);
        var at = $"/cases/{caseId}/travel/today";
        (await client.GetAsync(at)).ShouldBeOk().ShouldShow("Är mött (nästa sida)");
        var second = (await client.GetAsync($"/cases/{caseId}/travel/milestones/MetOnArrival")).ShouldBeOk().ShouldShow("en sträcka är inte framme");
        (await second.Form("[name='OccurredOn']").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await world.LegsAsync(caseId))[0].State.ShouldBe(LegState.Arrived);
        (await world.OpenItemsAsync(caseId, WorkItemKind.RecordOnwardJourney)).ShouldNotBeEmpty();

        var form = (await client.GetAsync(at)).ShouldBeOk().ShouldShow("Det var inte så").Form("[name='NotSoReason']");
        (await form.SubmitAsync()).ShouldRefuse("NotSoReasonMissing");
        form.Choose("NotSoReason", "WrongCase");
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);

        (await world.EventsAsync(caseId)).ShouldBe(
            ["MilestoneTakenBack", "WorkItemDone", "WorkItemDone", "WorkItemAsked", "LegTakenBack"],
            ignoreOrder: true
        );
        (await world.LegsAsync(caseId))[0].State.ShouldBe(LegState.UnderWay);
        (await world.OpenItemsAsync(caseId, WorkItemKind.RecordOnwardJourney)).ShouldBeEmpty();
        (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).ShouldNotBeEmpty();
        world.Time.Advance(TimeSpan.FromHours(6));
        (await RunNewestAsync(world, legs[0], LegMoment.Arrival)).ShouldNotBeNull();
        (await SilentAsync(world, caseId)).ShouldNotBeEmpty();

        // What stands now is the departure; the page that had shown another thing is not obeyed.
        (await world.RefusedAsync<NotSo>(world.Caseworker, caseId, (s, h) => s.TakeBackAsync(h, world.NewId(), 1, NotSoReason.WrongTap))).ShouldBe(
            "SectionChanged"
        );
        var told = (await world.MilestoneAsync(caseId, MilestoneKind.Departed)).RecordedAt.Ticks;
        await world.ActAsync<NotSo>(world.Caseworker, caseId, (s, h) => s.TakeBackAsync(h, world.NewId(), told, NotSoReason.WrongTap));
        (await world.LegsAsync(caseId))[0].State.ShouldBe(LegState.Planned);
        (await world.ReadAsync(db => db.Set<Hemvag.Modules.Cases.Case>().Where(c => c.Id == caseId).Select(c => c.Next).SingleAsync())).ShouldBe(
            MilestoneKind.Departed
        );
        await world.HappenedAsync(world.Coordinator, caseId, MilestoneKind.Departed);
        await world.HappenedAsync(world.Local, caseId, MilestoneKind.MetOnArrival);
        await world.HappenedAsync(world.Local, caseId, MilestoneKind.OnwardJourneyDone);
        told = (await world.MilestoneAsync(caseId, MilestoneKind.MetOnArrival)).RecordedAt.Ticks;
        (await world.RefusedAsync<NotSo>(world.Caseworker, caseId, (s, h) => s.TakeBackAsync(h, world.NewId(), told, NotSoReason.WrongTap))).ShouldBe(
            "LaterStepReached"
        );
    }

    [Theory, OnBothDatabases]
    public async Task Silence_and_a_stop_on_the_way_are_mailed_whatever_else_was_mailed_that_hour(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, legs) = await TravellingAsync(world);
        world.Time.Advance(TimeSpan.FromHours(4));
        await world.RunJobAsync(LegWatch.JobKind, legs[0], "Departure");
        var before = await MailsAsync(world);
        await world.ActAsync<TravelDayTaps>(world.Coordinator, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), legs[0]));
        await world.HoldAsync(caseId);
        (await MailsAsync(world)).ShouldBeGreaterThan(before);
        before = await MailsAsync(world);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.ReachPersonAsync(caseId);
        await world.ActAsync<StopService>(world.Coordinator, caseId, (s, h) => s.ResumeAsync(h, world.NewId()));
        await world.HoldAsync(caseId);
        // The same hour, and the same people.
        (await MailsAsync(world)).ShouldBeGreaterThan(before);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_met_the_person_before_the_yes_was_taken_back_is_told_of_silence_and_reads_the_leg_that_holds(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, legs) = await TravellingAsync(world);
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), legs[0]));
        await world.OpenTravelAsync(world.Caseworker, caseId);
        var late = LegWorldActs.Flight(world.Today(), "19:00-23:30", "Europe/Vienna-Europe/Chisinau");
        await world.ActAsync<LegKeeping>(
            world.Caseworker,
            caseId,
            (s, h) => s.ReplaceAsync(h, world.NewId(), legs[1], LegChange.Changed, late with { Plan = late.Plan with { Carrier = "TK 1" } })
        );
        foreach (var purpose in new[] { ConsentPurpose.ContactWithLocalOffice, ConsentPurpose.ExchangeWithIom })
        {
            var id = await world.ReadAsync(db =>
                db.Set<Consent>().Where(c => c.CaseId == caseId && c.Purpose == purpose && c.WithdrawnAt == null).Select(c => c.Id).SingleAsync()
            );
            await world.ActAsync<ConsentService>(world.Coordinator, caseId, (s, h) => s.WithdrawAsync(h, world.NewId(), id));
        }

        world.Time.Advance(TimeSpan.FromHours(6));
        (await world.RunJobAsync(LegWatch.JobKind, legs[0], "Arrival")).ShouldNotBeNull();
        (await SilentAsync(world, caseId)).Select(w => (w.Role, w.Page)).ShouldBe([(Role.IomCaseworker, "minimum")]);
        world.Time.Advance(SilenceClimb.Pause);
        (await world.RunJobAsync(LegWatch.JobKind, legs[0], "Arrival")).ShouldNotBeNull();
        (await SilentAsync(world, caseId)).ShouldContain(w => w.Role == Role.LocalOfficeWorker);

        using var local = await world.SignInAsync(world.Local);
        (await local.GetAsync($"/cases/{caseId}/travel/today")).ShouldBeHidden();
        (await local.GetAsync("/")).ShouldBeOk().Document.QuerySelector($"a[href='/cases/{caseId}/minimum']").ShouldNotBeNull();
        var page = (await local.GetAsync($"/cases/{caseId}/minimum")).ShouldBeOk();
        (await page.Form("form[action$='/open']").SubmitAsync()).ShouldBeOk().ShouldShow("TK 1").ShouldShow("19.00").ShouldNotContain("09.10");
        (await page.Form("form[action$='handler=Heard'] button").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await SilentAsync(world, caseId)).ShouldBeEmpty();
        using var coordinator = await world.SignInAsync(world.Coordinator);
        (await coordinator.GetAsync($"/cases/{caseId}/travel/today")).ShouldBeOk();
    }

    [Theory, OnBothDatabases]
    public async Task The_office_reads_how_the_person_arrives_and_not_where_they_were_or_are(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        var day = world.Today();
        await world.AddLegsAsync(
            caseId,
            Said(LegWorldActs.Flight(day, "06:00-07:00", "Europe/Stockholm-Europe/Stockholm") with { Kind = LegKind.Car }, "Skyddat boende"),
            Said(LegWorldActs.Flight(day, "09:10-11:25"), "Ledsagare i Sverige"),
            Said(LegWorldActs.Flight(day, "13:00-17:30", "Europe/Vienna-Europe/Chisinau"), "Transithallen"),
            Said(LegWorldActs.Flight(day, "18:00-19:00", "Europe/Chisinau-Europe/Chisinau") with { Kind = LegKind.Car }, "Kontorets bil")
        );
        var legs = await world.LegsAsync(caseId);
        foreach (var leg in legs.Take(2))
        {
            await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), leg.Id));
            await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.LandedAsync(h, world.NewId(), leg.Id));
        }

        await world.HoldAsync(caseId);
        await world.OpenTravelAsync(world.Caseworker, caseId);
        await world.AddLegsAsync(
            caseId,
            Said(LegWorldActs.Flight(day, "21:00-23:15", "Europe/Vienna-Europe/Stockholm"), "Vägen hem") with
            {
                IsWayBack = true,
            }
        );
        await world.ActAsync<TravelDayTaps>(
            world.Caseworker,
            caseId,
            (s, h) => s.SafeAsync(h, world.NewId(), new SafePlaceWords("Hotell Wien", null))
        );
        foreach (var (account, sees) in new[] { (world.Local, false), (world.Caseworker, true), (world.Coordinator, true) })
        {
            await world.OpenTravelAsync(account, caseId);
            using var client = await world.SignInAsync(account);
            foreach (var page in new[] { "travel/today", "travel/legs" })
            {
                var answer = (await client.GetAsync($"/cases/{caseId}/{page}")).ShouldBeOk();
                answer.ShouldShow("Transithallen").ShouldShow("Kontorets bil");
                foreach (var word in new[] { "Skyddat boende", "Ledsagare i Sverige", "Vägen hem" })
                {
                    answer.Text.Contains(word, StringComparison.Ordinal).ShouldBe(sees, $"{word} for {account.Name} at {page}");
                }
            }

            (await client.GetAsync($"/cases/{caseId}/travel/today"))
                .Text.Contains("Hotell Wien", StringComparison.Ordinal)
                .ShouldBe(sees, account.Name);
        }
    }

    [Theory, OnBothDatabases]
    public async Task The_first_leg_leaves_on_the_day_and_on_the_way_a_journey_takes_as_long_as_it_takes(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        var day = world.Today();
        (
            await world.RefusedAsync<LegKeeping>(
                world.Caseworker,
                caseId,
                (s, h) => s.AddAsync(h, world.NewId(), LegWorldActs.Flight(day.AddDays(1), "09:10-11:25"))
            )
        ).ShouldBe("LegNotOnJourneyDay");
        await world.AddLegsAsync(caseId, LegWorldActs.Flight(day, "09:10-11:25"));
        await world.HappenedAsync(world.Coordinator, caseId, MilestoneKind.Departed);
        await world.OpenTravelAsync(world.Caseworker, caseId);
        await world.AddLegsAsync(caseId, LegWorldActs.Flight(day.AddDays(9), "13:00-17:30", "Europe/Vienna-Europe/Chisinau"));
        (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).Single().DueOn.ShouldBe(day.AddDays(9));
    }

    [Theory, OnBothDatabases]
    public async Task A_journey_on_another_day_takes_its_legs_with_it(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, legs) = await TravellingAsync(world);
        await world.MoveJourneyAsync(caseId, world.Today().AddDays(3), 1);
        (await world.LegsAsync(caseId)).ShouldAllBe(l => l.Change == LegChange.Cancelled);
        world.Time.Advance(TimeSpan.FromHours(4));
        (await world.RunJobAsync(LegWatch.JobKind, legs[0], "Departure")).ShouldBeNull();
        (await SilentAsync(world, caseId)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task The_day_of_departure_is_that_of_the_place_whoever_taps(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, legs) = await TravellingAsync(world);
        var day = world.Today();
        // Half past eleven in the evening in Sweden, and the next day in Finland.
        world.Time.Advance(TimeSpan.FromHours(14.5));
        await world.ActAsync<TravelDayTaps>(world.Caseworker, caseId, (s, h) => s.DepartedAsync(h, world.NewId(), legs[0]));
        (await world.MilestoneAsync(caseId, MilestoneKind.Departed)).OccurredOn.ShouldBe(day);
    }

    [Theory, OnBothDatabases]
    public async Task Another_flight_asks_for_the_escort_anew_whoever_changes_it(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await world.MoveJourneyAsync(caseId, world.Today(), 0);
        await world.AddLegsAsync(caseId, LegWorldActs.Flight(world.Today(), "09:10-11:25"));
        var variants = ProgrammeCatalogue
            .LoadInstalled()
            .Get("amp-2018")
            .TravelArrangements.Single(a => a.Kind == TravelArrangementKind.Escort)
            .Variants;
        var variant = variants is [var first, ..] ? first.Id : null;
        var decision = new ArrangementDecision(TravelArrangementKind.Escort, ArrangementNeed.Needed, TravelWorld.IomFinland, variant, null, 0);
        await world.ActAsync<Arranging>(world.Caseworker, caseId, (s, h) => s.DecideAsync(h, world.NewId(), decision));
        await world.ActAsync<Arranging>(
            world.Caseworker,
            caseId,
            (s, h) => s.AnswerAsync(h, world.NewId(), TravelArrangementKind.Escort, true, null)
        );
        await world.OpenTravelAsync(world.Caseworker, caseId);
        var leg = (await world.LegsAsync(caseId)).Single().Id;
        await world.ActAsync<LegKeeping>(
            world.Caseworker,
            caseId,
            (s, h) => s.ReplaceAsync(h, world.NewId(), leg, LegChange.Changed, LegWorldActs.Flight(world.Today(), "15:10-17:25"))
        );
        (
            await world.ReadAsync(db => db.Set<Arrangement>().SingleAsync(a => a.CaseId == caseId && a.Kind == TravelArrangementKind.Escort))
        ).Waits.ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_comes_on_duty_is_asked_of_everyone_who_is_silent(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, legs) = await TravellingAsync(world);
        world.Time.Advance(TimeSpan.FromHours(4));
        await world.RunJobAsync(LegWatch.JobKind, legs[0], "Departure");
        (await SilentAsync(world, caseId)).ShouldAllBe(w => w.AccountId == null);
        foreach (var name in new[] { "onni", "oona" })
        {
            var officer = await world.AnotherCaseworkerAsync(name);
            var shift = await OnDutyAsync(world, officer.Id);
            (await world.RunJobAsync(DutyBegins.JobKind, shift)).ShouldBeNull();
            (await SilentAsync(world, caseId)).ShouldContain(w => w.AccountId == officer.Id);
            world.Time.Advance(TimeSpan.FromHours(1));
        }
    }

    private static async Task<Guid> OnDutyAsync(TravelWorld world, Guid accountId)
    {
        var now = world.Time.GetUtcNow();
        var from = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(world.Caseworker.Zone)).DateTime);
        await world.DoAsync<DutyRoster>(s =>
            s.AddAsync(world.Caseworker, world.NewId(), new DutyWanted(accountId, world.Today(), from, world.Today().AddDays(1), new TimeOnly(23, 0)))
        );
        return await world.ReadAsync(db => db.Set<DutyShift>().Where(s => s.AccountId == accountId).Select(s => s.Id).SingleAsync());
    }

    private static LegWanted Said(LegWanted wanted, string words) => wanted with { Plan = wanted.Plan with { WaitingPlace = words } };

    private static async Task<(Guid CaseId, IReadOnlyList<Guid> Legs)> TravellingAsync(TravelWorld world)
    {
        var caseId = await world.ReadyCaseAsync();
        await world.AddLegsAsync(
            caseId,
            LegWorldActs.Flight(world.Today(), "09:10-11:25"),
            LegWorldActs.Flight(world.Today(), "13:00-17:30", "Europe/Vienna-Europe/Chisinau")
        );
        return (caseId, [.. (await world.LegsAsync(caseId)).Select(l => l.Id)]);
    }

    private static DateTime Now(TravelWorld world) => world.Time.GetUtcNow().UtcDateTime;

    private static Task<List<WorkItem>> SilentAsync(TravelWorld world, Guid caseId) => world.OpenItemsAsync(caseId, WorkItemKind.NoSignOfLife);

    private static Task<int> MailsAsync(TravelWorld world) => world.ReadAsync(db => db.Set<Job>().CountAsync(j => j.Kind == NoticeMail.JobKind));

    private static async Task<IReadOnlyList<DateTime>> WatchesAsync(TravelWorld world, Guid leg, LegMoment moment)
    {
        var key = LegWatch.KeyOf(leg, $"{moment}");
        return await world.ReadAsync(db => db.Set<Job>().Where(j => j.DedupeKey.StartsWith(key)).Select(j => j.RunAt).ToListAsync());
    }

    /// <summary>Of the watches over a moment of the leg the one that is due last.</summary>
    private static async Task<DateTime?> RunNewestAsync(TravelWorld world, Guid leg, LegMoment moment)
    {
        var start = LegWatch.KeyOf(leg, $"{moment}");
        var key = await world.ReadAsync(db =>
            db.Set<Job>().Where(j => j.DedupeKey.StartsWith(start)).OrderByDescending(j => j.RunAt).Select(j => j.DedupeKey).FirstAsync()
        );
        return await world.RunJobAsync(LegWatch.JobKind, leg, key);
    }
}
