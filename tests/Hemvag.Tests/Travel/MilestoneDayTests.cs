using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Travel;

/// <summary>A mistyped day is refused where it can be seen, and corrected where it could not.</summary>
public sealed class MilestoneDayTests
{
    [Theory, OnBothDatabases]
    public async Task The_steps_of_the_return_lie_after_the_opening_and_after_one_another(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        world.Time.Advance(TimeSpan.FromDays(10));
        var opened = world.Today().AddDays(-10);
        (await world.RefusedFactAsync(world.Coordinator, caseId, MilestoneKind.Departed, new DateOnly(1900, 1, 1))).ShouldBe("DateTooEarly");
        (await world.RefusedFactAsync(world.Coordinator, caseId, MilestoneKind.Departed, opened.AddDays(-1))).ShouldBe("DateTooEarly");
        await world.HappenedAsync(world.Coordinator, caseId, MilestoneKind.Departed, opened.AddDays(4));
        (await world.RefusedFactAsync(world.Local, caseId, MilestoneKind.MetOnArrival, opened.AddDays(3))).ShouldBe("DateBeforeEarlierStep");
        await world.HappenedAsync(world.Local, caseId, MilestoneKind.MetOnArrival, opened.AddDays(5));
        (await world.CorrectAsync(world.Coordinator, caseId, MilestoneKind.Departed, opened.AddDays(6))).ShouldBe("DateAfterLaterStep");
    }

    [Theory, OnBothDatabases]
    public async Task A_departure_recorded_after_the_arrival_does_not_lie_after_it(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        world.Time.Advance(TimeSpan.FromDays(3));
        await world.HappenedAsync(world.Local, caseId, MilestoneKind.MetOnArrival, world.Today().AddDays(-2));
        (await world.RefusedFactAsync(world.Coordinator, caseId, MilestoneKind.Departed, world.Today())).ShouldBe("DateAfterLaterStep");
    }

    [Theory, OnBothDatabases]
    public async Task A_corrected_day_moves_what_waits_by_it_and_both_days_stay_in_the_trail(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        world.Time.Advance(TimeSpan.FromDays(10));
        var today = world.Today();
        (await world.CorrectAsync(world.Coordinator, caseId, MilestoneKind.Departed, today)).ShouldBe("MilestoneNotReached");
        await world.HappenedAsync(world.Coordinator, caseId, MilestoneKind.Departed, today.AddDays(-9));
        (await world.CorrectAsync(world.Coordinator, caseId, MilestoneKind.Departed, today.AddDays(-9))).ShouldBe("NothingToCorrect");
        (await world.CorrectAsync(world.Coordinator, caseId, MilestoneKind.Departed, today.AddDays(1))).ShouldBe("DateInFuture");

        (await world.CorrectAsync(world.Coordinator, caseId, MilestoneKind.Departed, today)).ShouldBe("");

        (await world.MilestoneAsync(caseId, MilestoneKind.Departed)).OccurredOn.ShouldBe(today);
        (await world.EventsAsync(caseId)).ShouldContain("MilestoneDateCorrected");
        (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).Single().DueOn.ShouldBe(today);
        await world.HappenedAsync(world.Local, caseId, MilestoneKind.MetOnArrival, today);
        (await world.CorrectAsync(world.Coordinator, caseId, MilestoneKind.MetOnArrival, today)).ShouldBe("MilestoneNotYours");
    }

    [Theory, OnBothDatabases]
    public async Task Who_records_second_reads_that_it_is_done_and_may_correct_the_day(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        using var first = await world.SignInAsync(world.Coordinator);
        using var second = await world.SignInAsync(world.Caseworker);
        var address = $"/cases/{caseId}/travel/milestones/Departed";
        var late = (await second.GetAsync(address)).ShouldBeOk().Form("[name='OccurredOn']");
        (await (await first.GetAsync(address)).Form("[name='OccurredOn']").SubmitAsync()).ShouldBeOk();

        (await late.SubmitAsync()).ShouldRefuse("MilestoneAlreadyReached").ShouldShow("Det här är redan gjort");

        world.Time.Advance(TimeSpan.FromDays(1));
        using var later = await world.SignInAsync(world.Caseworker);
        var correct = (await later.GetAsync(address)).ShouldBeOk().Form("[name='Reason']").Fill("OccurredOn", $"{world.Today():yyyy-MM-dd}");
        (await correct.SubmitAsync()).ShouldRefuse("CorrectionReasonMissing").ShouldShow("Välj varför dagen rättas");
        (await correct.Choose("Reason", "Mistyped").SubmitAsync()).ShouldBeOk();
        (await world.MilestoneAsync(caseId, MilestoneKind.Departed)).OccurredOn.ShouldBe(world.Today());
    }
}
