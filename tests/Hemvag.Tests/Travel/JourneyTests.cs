using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Modules.Travel.Office;
using Hemvag.Modules.Travel.Will;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Travel;

/// <summary>The journey through its services, on both databases.</summary>
public sealed class JourneyTests
{
    private static readonly DateOnly Today = new(2026, 9, 1);

    [Theory, OnBothDatabases]
    public async Task Nobody_in_the_country_knows_before_the_persons_yes_to_that_very_office(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync(TravelWorld.Romania);
        var refused = await world.RefusedAsync<OfficeNaming>(
            world.Caseworker,
            caseId,
            (s, h) => s.NameAsync(h, world.NewId(), h.Case.LocalOfficeId, TravelWorld.Moldova, null)
        );
        refused.ShouldBe("LocalOfficeConsentMissing");
        (await world.SeesAsync(world.Local, caseId)).ShouldBeFalse();
        (await world.SeesAsync(world.LocalElsewhere, caseId)).ShouldBeFalse();

        await world.ActAsync<OfficeNaming>(
            world.Caseworker,
            caseId,
            (s, h) => s.NameAsync(h, world.NewId(), h.Case.LocalOfficeId, TravelWorld.Romania, null)
        );
        (await world.SeesAsync(world.LocalElsewhere, caseId)).ShouldBeTrue();
        (await world.SeesAsync(world.Local, caseId)).ShouldBeFalse();
        (await world.EventsAsync(caseId)).ShouldBe(["LocalOfficeNamed", "ParticipantAdded", "MilestoneReached"]);
    }

    [Theory, OnBothDatabases]
    public async Task Only_an_office_or_a_partner_can_be_named(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync(TravelWorld.Moldova);
        foreach (var id in new[] { TravelWorld.IomFinland, TravelWorld.Region, Guid.Empty })
        {
            (
                await world.RefusedAsync<OfficeNaming>(
                    world.Caseworker,
                    caseId,
                    (s, h) => s.NameAsync(h, world.NewId(), h.Case.LocalOfficeId, id, null)
                )
            ).ShouldBe("NotALocalOffice");
        }
    }

    [Theory, OnBothDatabases]
    public async Task Another_office_takes_over_what_waits_and_the_old_one_sees_nothing(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync(TravelWorld.Moldova, TravelWorld.Romania);
        Task Name(Guid office, string? reason) =>
            world.ActAsync<OfficeNaming>(world.Caseworker, caseId, (s, h) => s.NameAsync(h, world.NewId(), h.Case.LocalOfficeId, office, reason));
        Task<string> Refused(Guid office, string? reason) =>
            world.RefusedAsync<OfficeNaming>(world.Caseworker, caseId, (s, h) => s.NameAsync(h, world.NewId(), h.Case.LocalOfficeId, office, reason));

        await Name(TravelWorld.Moldova, null);
        (await Refused(TravelWorld.Moldova, "again")).ShouldBe("OfficeAlreadyNamed");
        (await Refused(TravelWorld.Romania, null)).ShouldBe("ReasonForChangeMissing");
        await DecideAsync(world, caseId, TravelArrangementKind.Reception, ArrangementNeed.Needed, TravelWorld.Moldova);
        await RecordAsync(world, world.Coordinator, caseId, MilestoneKind.Departed, Today);

        await Name(TravelWorld.Romania, "Hen flyttar");
        (await world.SeesAsync(world.Local, caseId)).ShouldBeFalse();
        (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).Single().OrganisationId.ShouldBe(TravelWorld.Romania);
        (await world.OpenItemsAsync(caseId, WorkItemKind.ConfirmArrangement)).ShouldBeEmpty();
        (await world.OpenItemsAsync(caseId, WorkItemKind.ArrangeAnew)).Single().OrganisationId.ShouldBe(TravelWorld.IomFinland);
        (await ArrangementAsync(world, caseId, TravelArrangementKind.Reception)).OrganisationId.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task An_arrangement_is_asked_for_declined_and_comes_back_to_the_caseworker(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await DecideAsync(world, caseId, TravelArrangementKind.Reception, ArrangementNeed.Needed, TravelWorld.Moldova);
        (await world.EventsAsync(caseId)).ShouldBe(["ArrangementDecided", "RecordSealed", "WorkItemAsked"]);
        var asked = (await world.OpenItemsAsync(caseId, WorkItemKind.ConfirmArrangement)).Single();
        asked.OrganisationId.ShouldBe(TravelWorld.Moldova);
        asked.Role.ShouldBe(Role.LocalOfficeWorker);
        asked.DueOn.ShouldBe(new DateOnly(2026, 9, 4));

        await AnswerAsync(world, world.Local, caseId, TravelArrangementKind.Reception, false);
        (await world.OpenItemsAsync(caseId, WorkItemKind.ConfirmArrangement)).ShouldBeEmpty();
        (await world.OpenItemsAsync(caseId, WorkItemKind.ArrangeAnew)).Single().Role.ShouldBe(Role.IomCaseworker);

        await DecideAsync(world, caseId, TravelArrangementKind.Reception, ArrangementNeed.NotNeeded, null, 1);
        (await world.OpenItemsAsync(caseId, WorkItemKind.ArrangeAnew)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_someone_else_has_written_is_not_overwritten_unseen(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await DecideAsync(world, caseId, TravelArrangementKind.Flights, ArrangementNeed.Needed, TravelWorld.IomFinland);
        (
            await world.RefusedAsync<Arranging>(
                world.Caseworker,
                caseId,
                (s, h) => s.DecideAsync(h, world.NewId(), Of(TravelArrangementKind.Flights, ArrangementNeed.NotNeeded, null, 0))
            )
        ).ShouldBe("SectionChanged");
        (await ArrangementAsync(world, caseId, TravelArrangementKind.Flights)).Need.ShouldBe(ArrangementNeed.Needed);
    }

    [Theory, OnBothDatabases]
    public async Task Choices_outside_the_case_are_refused(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        Task<string> Refused(ArrangementDecision decision) =>
            world.RefusedAsync<Arranging>(world.Caseworker, caseId, (s, h) => s.DecideAsync(h, world.NewId(), decision));

        (await Refused(Of(TravelArrangementKind.Reception, ArrangementNeed.Needed, TravelWorld.Romania))).ShouldBe("ArrangerNotInCase");
        (await Refused(Of(TravelArrangementKind.Reception, ArrangementNeed.Needed, null))).ShouldBe("ArrangerMissing");
        (await Refused(Of(TravelArrangementKind.Escort, ArrangementNeed.Needed, TravelWorld.IomFinland))).ShouldBe("VariantMissing");
        (await Refused(Of(TravelArrangementKind.Escort, ArrangementNeed.Needed, TravelWorld.IomFinland) with { Variant = "x" })).ShouldBe(
            "VariantMissing"
        );
        (await Refused(Of(TravelArrangementKind.Escort, ArrangementNeed.Needed, TravelWorld.IomFinland) with { Variant = "medical" })).ShouldBe("");
        await world.ActAsync<Arranging>(
            world.Caseworker,
            caseId,
            (s, h) => s.DecideAsync(h, world.NewId(), Of(TravelArrangementKind.Flights, ArrangementNeed.Needed, TravelWorld.IomFinland))
        );
        (
            await world.RefusedAsync<Arranging>(
                world.Local,
                caseId,
                (s, h) => s.AnswerAsync(h, world.NewId(), TravelArrangementKind.Flights, true, null)
            )
        ).ShouldBe("AnswerNotYours");
    }

    [Theory, OnBothDatabases]
    public async Task Booking_and_departure_wait_for_their_gates(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        Task<string> Refused(MilestoneKind milestone) =>
            world.RefusedAsync<TravelMilestones>(world.Caseworker, caseId, (s, h) => s.ActAsync(h, world.NewId(), milestone, DayOf(world)));

        (await Refused(MilestoneKind.Booked)).ShouldBe("GateOpen");
        await DecideAllAsync(world, caseId, needed: TravelArrangementKind.Flights);
        (await Refused(MilestoneKind.Booked)).ShouldBe("GateOpen");
        await AskAsync(world, caseId, WillWord.Yes, Today);
        (await Refused(MilestoneKind.ReadyToTravel)).ShouldBe("MilestoneTooEarly");
        (await Refused(MilestoneKind.Booked)).ShouldBe("");

        await PlanAsync(world, caseId, new DateOnly(2026, 9, 3), 0);
        (await Refused(MilestoneKind.ReadyToTravel)).ShouldBe("GateOpen");
        await AnswerAsync(world, world.Caseworker, caseId, TravelArrangementKind.Flights, true);
        (await Refused(MilestoneKind.ReadyToTravel)).ShouldBe("GateOpen");
        world.Time.Advance(TimeSpan.FromDays(2));
        await AskAsync(world, caseId, WillWord.Yes, new DateOnly(2026, 9, 3));
        (await world.OpenItemsAsync(caseId, WorkItemKind.ReconfirmWill)).ShouldBeEmpty();
        (await Refused(MilestoneKind.ReadyToTravel)).ShouldBe("");
    }

    [Theory, OnBothDatabases]
    public async Task A_no_on_the_day_of_travel_undoes_the_yes_of_that_morning_and_tells_the_holder(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await PlanAsync(world, caseId, Today, 0);
        await AskAsync(world, caseId, WillWord.Yes, Today);
        await AskAsync(world, caseId, WillWord.No, Today);
        var gate = await world.ReadAsync(async db =>
        {
            var programme = ProgrammeCatalogue.LoadInstalled().Get("amp-2018");
            var @case = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId);
            var context = new GateContext(db, @case, programme, @case.ReachedSet, Today);
            return (await GateBoard.CheckAsync([new WillReconfirmedOnTravelDayGate()], context)).Single();
        });
        gate.Met.ShouldBeFalse();
        gate.Detail.ShouldBe("GateDetail.Will.No");
        var told = (await world.OpenItemsAsync(caseId, WorkItemKind.WillChanged)).Single();
        told.AccountId.ShouldBe(world.Coordinator.Id);
        told.Urgency.ShouldBe(Urgency.Safety);
        (await world.ReadAsync(db => db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.HeldAt).SingleAsync())).ShouldBeNull();
        await AskAsync(world, caseId, WillWord.Yes, Today);
        (await world.OpenItemsAsync(caseId, WorkItemKind.WillChanged)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_day_is_asked_about_in_the_zone_where_the_journey_begins(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        // Half past midnight on the 2nd in Helsinki is still the 1st in Stockholm.
        world.Time.Set(new DateTimeOffset(2026, 9, 1, 21, 30, 0, TimeSpan.Zero));
        await PlanAsync(world, caseId, new DateOnly(2026, 9, 2), 0);
        Task<string> Ask(DateOnly day) =>
            world.RefusedAsync<WillAsking>(world.Caseworker, caseId, (s, h) => s.RecordAsync(h, world.NewId(), Input(WillWord.Yes, day)));
        (await Ask(new DateOnly(2026, 9, 2))).ShouldBe("DateInFuture");
        (await Ask(new DateOnly(2026, 9, 1))).ShouldBe("");
        (await Ask(new DateOnly(2026, 8, 1))).ShouldBe("DateTooEarly");
    }

    [Theory, OnBothDatabases]
    public async Task A_changed_journey_moves_the_day_to_ask_and_asks_those_who_had_confirmed(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await DecideAsync(world, caseId, TravelArrangementKind.Reception, ArrangementNeed.Needed, TravelWorld.Moldova);
        await AnswerAsync(world, world.Local, caseId, TravelArrangementKind.Reception, true);
        await PlanAsync(world, caseId, new DateOnly(2026, 9, 5), 0);
        await AnswerAsync(world, world.Local, caseId, TravelArrangementKind.Reception, true);
        await PlanAsync(world, caseId, new DateOnly(2026, 9, 8), 1);
        (await world.OpenItemsAsync(caseId, WorkItemKind.ReconfirmWill)).Single().DueOn.ShouldBe(new DateOnly(2026, 9, 8));
        (await world.OpenItemsAsync(caseId, WorkItemKind.ConfirmArrangement)).Single().OrganisationId.ShouldBe(TravelWorld.Moldova);
        (
            await world.RefusedAsync<JourneyPlanning>(
                world.Caseworker,
                caseId,
                (s, h) => s.PlanAsync(h, world.NewId(), Plan(new DateOnly(2026, 9, 9)), 1)
            )
        ).ShouldBe("SectionChanged");
    }

    [Theory, OnBothDatabases]
    public async Task Facts_are_recorded_with_open_gates_which_are_kept_and_chased(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await PlanAsync(world, caseId, new DateOnly(2026, 9, 1), 0, arrivesDaysLater: 1);
        await RecordAsync(world, world.Coordinator, caseId, MilestoneKind.Departed, Today);
        var departed = await MilestoneAsync(world, caseId, MilestoneKind.Departed);
        departed.OpenGates.Split(',').ShouldContain("ArrangementsDecided");
        departed.OpenGates.Split(',').ShouldContain("WillReconfirmedOnTravelDay");
        (await world.OpenItemsAsync(caseId, WorkItemKind.SettleOpenGate)).ShouldNotBeEmpty();
        (await world.OpenItemsAsync(caseId, WorkItemKind.ReconfirmWill)).ShouldBeEmpty();
        var meet = (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).Single();
        meet.OrganisationId.ShouldBe(TravelWorld.Moldova);
        meet.DueOn.ShouldBe(new DateOnly(2026, 9, 2));

        await RecordAsync(world, world.Local, caseId, MilestoneKind.MetOnArrival, Today);
        (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).ShouldBeEmpty();
        await RecordAsync(world, world.Caseworker, caseId, MilestoneKind.OnwardJourneyDone, Today);
        (await world.OpenItemsAsync(caseId, WorkItemKind.RecordOnwardJourney)).ShouldBeEmpty();
        (
            await world.RefusedAsync<TravelMilestones>(
                world.Local,
                caseId,
                (s, h) => s.RecordAsync(h, world.NewId(), MilestoneKind.MetOnArrival, Today)
            )
        ).ShouldBe("MilestoneAlreadyReached");
    }

    [Theory, OnBothDatabases]
    public async Task Someone_who_was_met_without_a_known_departure_can_be_recorded(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await RecordAsync(world, world.Local, caseId, MilestoneKind.MetOnArrival, Today);
        await RecordAsync(world, world.Coordinator, caseId, MilestoneKind.Departed, Today);
        (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task On_a_held_case_acts_are_refused_and_facts_recorded_with_a_warning_to_both(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await DecideAllAsync(world, caseId, needed: TravelArrangementKind.Flights);
        await world.HoldAsync(caseId);
        var bookings = (await world.OpenItemsAsync(caseId, WorkItemKind.HoldBookings)).Single();
        (bookings.Role, bookings.AccountId).ShouldBe((Role.IomCaseworker, world.Caseworker.Id));
        var office = (await world.OpenItemsAsync(caseId, WorkItemKind.HoldAtOffice)).Single();
        office.OrganisationId.ShouldBe(TravelWorld.Moldova);
        // The demo has people of its own at the office.
        (await world.ReadAsync(db => db.Set<Modules.Accounts.Account>().SingleAsync(a => a.Id == office.AccountId))).OrganisationId.ShouldBe(
            TravelWorld.Moldova
        );
        Task<string> Caseworker<T>(Func<T, CaseHandle, Task> act)
            where T : notnull => world.RefusedAsync(world.Caseworker, caseId, act);

        (await Caseworker<TravelMilestones>((s, h) => s.ActAsync(h, world.NewId(), MilestoneKind.Booked, Today))).ShouldBe("CaseHeld");
        (await Caseworker<Arranging>((s, h) => s.AnswerAsync(h, world.NewId(), TravelArrangementKind.Flights, true, null))).ShouldBe("CaseHeld");
        (
            await Caseworker<Arranging>(
                (s, h) => s.DecideAsync(h, world.NewId(), Of(TravelArrangementKind.Flights, ArrangementNeed.NotNeeded, null, 1))
            )
        ).ShouldBe("CaseHeld");
        (await Caseworker<JourneyPlanning>((s, h) => s.PlanAsync(h, world.NewId(), Plan(Today), 0))).ShouldBe("CaseHeld");
        (await Caseworker<OfficeNaming>((s, h) => s.NameAsync(h, world.NewId(), h.Case.LocalOfficeId, TravelWorld.Moldova, "x"))).ShouldBe(
            "CaseHeld"
        );
        await AnswerAsync(world, world.Caseworker, caseId, TravelArrangementKind.Flights, false);
        await AskAsync(world, caseId, WillWord.WantsToWait, Today);

        await RecordAsync(world, world.Caseworker, caseId, MilestoneKind.Departed, Today);
        var warned = await world.OpenItemsAsync(caseId, WorkItemKind.TravelledWhileHeld);
        warned.ShouldAllBe(w => w.Urgency == Urgency.Safety);
        warned.Select(w => w.Role).ShouldBe([Role.RegionalCoordinator, Role.IomCaseworker], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task A_booking_is_cancelled_only_on_a_held_case_after_the_person_has_been_reached(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await DecideAsync(world, caseId, TravelArrangementKind.Flights, ArrangementNeed.Needed, TravelWorld.IomFinland);
        await AnswerAsync(world, world.Caseworker, caseId, TravelArrangementKind.Flights, true);
        Task<string> Cancel() =>
            world.RefusedAsync<Arranging>(
                world.Caseworker,
                caseId,
                (s, h) => s.CancelAsync(h, world.NewId(), TravelArrangementKind.Flights, "Enligt hens vilja")
            );

        (await Cancel()).ShouldBe("CaseNotHeld");
        await world.HoldAsync(caseId);
        (await Cancel()).ShouldBe("PersonNotReached");
        (await ArrangementAsync(world, caseId, TravelArrangementKind.Flights)).Confirmed.ShouldBeTrue();
        await world.ReachPersonAsync(caseId);
        (await Cancel()).ShouldBe("");
        (await ArrangementAsync(world, caseId, TravelArrangementKind.Flights)).Answer.ShouldBe(ArrangementAnswer.Cancelled);
        (await world.OpenItemsAsync(caseId, WorkItemKind.HoldBookings)).ShouldBeEmpty();
        (await Cancel()).ShouldBe("NothingToCancel");
    }

    [Theory, OnBothDatabases]
    public async Task A_second_submit_is_the_same_answer(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        var form = world.NewId();
        for (var i = 0; i < 2; i++)
        {
            await world.ActAsync<WillAsking>(world.Coordinator, caseId, (s, h) => s.RecordAsync(h, form, Input(WillWord.Yes, Today)));
        }

        (await world.ReadAsync(db => db.Set<WillAnswer>().CountAsync(w => w.CaseId == caseId))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_stops_reads_by_name_who_does_what_and_where_only_if_they_may(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await DecideAsync(world, caseId, TravelArrangementKind.Flights, ArrangementNeed.Needed, TravelWorld.IomFinland);
        await world.HoldAsync(caseId);
        IReadOnlyList<StopTask> tasks = [];
        await world.ActAsync<StopQueries>(world.Coordinator, caseId, async (s, h) => tasks = await s.TasksAsync(h));
        tasks.Select(t => t.Kind).ShouldBe([WorkItemKind.ReachThePerson, WorkItemKind.HoldBookings, WorkItemKind.HoldAtOffice]);
        tasks.Take(2).Select(t => t.Name).ShouldBe([world.Coordinator.Name, world.Caseworker.Name]);
        tasks.ShouldAllBe(t => t.Name != null);
        await world.ActAsync<StopQueries>(world.Approver, caseId, async (s, h) => tasks = await s.TasksAsync(h));
        tasks.ShouldNotContain(t => t.Kind == WorkItemKind.HoldAtOffice);
    }

    [Theory, OnBothDatabases]
    public async Task A_stopped_matter_that_nobody_has_taken_waits_for_a_coordinator_by_name(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync(TravelWorld.Moldova);
        await world.ActAsync<CaseOperations>(
            world.Coordinator,
            caseId,
            (s, h) =>
                s.RunAsync(
                    h,
                    world.NewId(),
                    "test",
                    OperationNature.Fact,
                    work =>
                    {
                        // As a matter stands in the region's inbox: the region works on it, nobody holds it.
                        work.Case.HolderId = null;
                        return work.AddParticipantAsync(work.Case.RegionId, null, Role.RegionalCoordinator, restsOn: null);
                    }
                )
        );
        await world.HoldAsync(caseId);
        (await world.OpenItemsAsync(caseId, WorkItemKind.ReachThePerson)).Single().AccountId.ShouldBe(world.Coordinator.Id);
    }

    private static DateOnly DayOf(TravelWorld world) => DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime);

    private static ArrangementDecision Of(TravelArrangementKind part, ArrangementNeed need, Guid? asked, int version = 0) =>
        new(part, need, asked, null, null, version);

    private static Task DecideAsync(TravelWorld world, Guid caseId, TravelArrangementKind part, ArrangementNeed need, Guid? asked, int version = 0) =>
        world.ActAsync<Arranging>(world.Caseworker, caseId, (s, h) => s.DecideAsync(h, world.NewId(), Of(part, need, asked, version)));

    private static async Task DecideAllAsync(TravelWorld world, Guid caseId, TravelArrangementKind needed)
    {
        foreach (var part in Enum.GetValues<TravelArrangementKind>())
        {
            var need = part == needed ? ArrangementNeed.Needed : ArrangementNeed.NotNeeded;
            await DecideAsync(world, caseId, part, need, part == needed ? TravelWorld.IomFinland : null);
        }
    }

    private static Task AnswerAsync(TravelWorld world, Modules.Accounts.CurrentAccount by, Guid caseId, TravelArrangementKind part, bool confirmed) =>
        world.ActAsync<Arranging>(by, caseId, (s, h) => s.AnswerAsync(h, world.NewId(), part, confirmed, null));

    private static Task RecordAsync(TravelWorld world, Modules.Accounts.CurrentAccount by, Guid caseId, MilestoneKind milestone, DateOnly day) =>
        world.ActAsync<TravelMilestones>(by, caseId, (s, h) => s.RecordAsync(h, world.NewId(), milestone, day));

    private static Task AskAsync(TravelWorld world, Guid caseId, WillWord word, DateOnly day) =>
        world.ActAsync<WillAsking>(world.Coordinator, caseId, (s, h) => s.RecordAsync(h, world.NewId(), Input(word, day)));

    private static WillAskedInput Input(WillWord word, DateOnly day) => new(day, word, AskedHow.InPerson, "ro", null, "Tolk Testsson");

    private static Task PlanAsync(TravelWorld world, Guid caseId, DateOnly departsOn, int version, int arrivesDaysLater = 0) =>
        world.ActAsync<JourneyPlanning>(
            world.Caseworker,
            caseId,
            (s, h) => s.PlanAsync(h, world.NewId(), Plan(departsOn) with { ArrivesOn = departsOn.AddDays(arrivesDaysLater) }, version)
        );

    private static JourneyPlan Plan(DateOnly departsOn) =>
        new(departsOn, new TimeOnly(9, 0), "Europe/Stockholm", departsOn, new TimeOnly(14, 0), "Europe/Chisinau", "Wien", "Dörr 2");

    private static Task<Arrangement> ArrangementAsync(TravelWorld world, Guid caseId, TravelArrangementKind part) =>
        world.ReadAsync(db => db.Set<Arrangement>().AsNoTracking().SingleAsync(a => a.CaseId == caseId && a.Kind == part));

    private static Task<CaseMilestone> MilestoneAsync(TravelWorld world, Guid caseId, MilestoneKind milestone) =>
        world.ReadAsync(db => db.Set<CaseMilestone>().AsNoTracking().SingleAsync(m => m.CaseId == caseId && m.Kind == milestone));
}
