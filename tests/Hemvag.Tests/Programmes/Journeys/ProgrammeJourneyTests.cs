using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Entitlements;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Programmes.Journeys;

/// <summary>A case under each of the programme's versions, from its beginning to its close, by everyone whose part it is in that version.</summary>
public sealed class ProgrammeJourneyTests
{
    // S3.24–S3.27: an adult 4,050 USD; S0 names no amounts and takes those of the version of its time.
    [Theory, OnBothDatabases]
    public Task A_case_of_2014_goes_from_the_secretariats_decision_to_its_evaluation(DatabaseKind kind) =>
        CarryAsync(kind, "amp-2014", new DateOnly(2015, 4, 7), who: "social-1");

    [Theory, OnBothDatabases]
    public Task A_case_of_the_three_steps_goes_from_the_request_to_the_feedback(DatabaseKind kind) =>
        CarryAsync(kind, "three-step-2016", new DateOnly(2016, 9, 12), who: "social-1");

    // S2.7, S2.8: archived cases alone; what happened is entered with its days.
    [Theory, OnBothDatabases]
    public async Task A_case_of_the_pilot_comes_whole_from_the_archive(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var first = new DateOnly(2013, 2, 11);
        var caseId = await town.EnterAsync(
            "stockholm-1",
            "avrrtipp-2012",
            new Dictionary<MilestoneKind, DateOnly>
            {
                [MilestoneKind.FirstContact] = first,
                [MilestoneKind.MatterTaken] = first.AddDays(1),
                [MilestoneKind.EligibilityDecided] = first.AddDays(4),
                [MilestoneKind.ApplicationSigned] = first.AddDays(9),
                [MilestoneKind.Departed] = first.AddDays(40),
                [MilestoneKind.MetOnArrival] = first.AddDays(41),
                [MilestoneKind.FollowUpDone] = first.AddDays(140),
                [MilestoneKind.Closed] = first.AddDays(150),
            }
        );
        var file = await CaseAsync(town, caseId);
        (file.State, file.ClosingGround, file.Step, file.Number).ShouldBe((CaseState.Closed, ClosingGround.Completed, 3, "AVRR 2013-0001"));
        (
            await town.WithDbAsync(db => db.Set<CaseMilestone>().SingleAsync(m => m.CaseId == caseId && m.Kind == MilestoneKind.Departed))
        ).OccurredOn.ShouldBe(first.AddDays(40));
        (await town.WithDbAsync(db => db.Set<WorkItem>().CountAsync(w => w.CaseId == caseId && w.DoneAt == null))).ShouldBe(0);
        await town.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_case_of_2018_goes_its_own_way_beside_them(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var person = Person("vast-1");
        var caseId = await town.Story.FirstContactAsync(person);
        await town.Story.DecideAsync(person, caseId);
        await town.CarryAsync(person, caseId, months: 6);
        await town.Homeward.FinishAsync(person, caseId);
        var file = await CaseAsync(town, caseId);
        (file.ProgrammeId, file.State, file.Has(MilestoneKind.Evaluated)).ShouldBe(("amp-2018", CaseState.Closed, false));
        await ShouldHoldAsync(town, caseId, 900_00, 2800_00, 300_00);
    }

    private static async Task CarryAsync(DatabaseKind kind, string version, DateOnly firstContact, string who)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var person = Person("stockholm-1");
        var caseId = await town.EnterAsync(
            person.Coordinator,
            version,
            new Dictionary<MilestoneKind, DateOnly> { [MilestoneKind.FirstContact] = firstContact }
        );
        await town.ConsentAsync(person, caseId);
        await town.Story.DecideAsync(person, caseId);
        (await town.Hand.WhoMayAsync(caseId, CaseAction.RecordInformation, person.Coordinator, who)).ShouldBe(who);
        (await town.Hand.WhoMayAsync(caseId, CaseAction.SignApplication, person.Coordinator, who)).ShouldBe(who);
        await town.CarryAsync(person, caseId, months: 3);
        await town.Homeward.FinishAsync(person, caseId);
        var file = await CaseAsync(town, caseId);
        (file.ProgrammeId, file.State, file.Has(MilestoneKind.Evaluated)).ShouldBe((version, CaseState.Closed, true));
        file.Number.ShouldStartWith($"ÅMP {firstContact.Year}-");
        await ShouldHoldAsync(town, caseId, 450_00, 3000_00, 300_00, 300_00);
        await town.VerifyAsync();
    }

    private static async Task ShouldHoldAsync(ProgrammeTown town, Guid caseId, params long[] ceilings)
    {
        var lines = await town.WithDbAsync(db =>
            db.Set<Entitlement>().AsNoTracking().Where(e => e.CaseId == caseId).OrderBy(e => e.Category).ToListAsync()
        );
        lines.Select(l => l.CeilingMinor).ShouldBe(ceilings, ignoreOrder: true);
        var subsistence = lines.Single(l => l.Category == EntitlementCategory.Subsistence);
        subsistence.PaidMinor.ShouldBe(subsistence.CeilingMinor);
    }

    private static Task<Case> CaseAsync(ProgrammeTown town, Guid caseId) =>
        town.WithDbAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId));

    private static DemoCase Person(string coordinator) =>
        new("c90", "Ioana", "Munteanu", null, "070-174 06 05", "ro", "RO", coordinator, "romania", 0, DemoStage.Closed);
}
