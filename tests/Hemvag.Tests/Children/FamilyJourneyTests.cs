using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Children;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Children.Guardians;
using Hemvag.Modules.Children.Minors;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Entitlements;
using Hemvag.Modules.Reintegration.Payments;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Programmes.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Children;

/// <summary>
/// A mother with two children under each version that pays, and a child who returns alone: from the first contact to the close, by everyone
/// whose part it is.
/// </summary>
public sealed class FamilyJourneyTests
{
    // S1.65–S1.70: half of 900 in six instalments of 75, of 2,800 and of 300.
    [Theory, OnBothDatabases]
    public async Task Two_children_of_2018_one_with_a_yes_and_one_with_a_no(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var (person, family) = (Family("vast-1"), new DemoFamily(town.Hand));
        var caseId = await town.Story.FirstContactAsync(person);
        (await family.ChildrenAsync(caseId)).Select(c => c.Ordinal).ShouldBe([1, 2]);
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.RecordCustody);
        await town.Story.DecideAsync(person, caseId);
        await PrepareAsync(town, family, person, caseId);

        await CarryHomeAsync(town, family, person, caseId);

        await ShouldHaveLinesAsync(town, caseId, ("Subsistence", 450_00), ("Reintegration", 1_400_00), ("Health", 150_00));
        await PayChildAsync(town, person, caseId, 75_00, 6);
        // What is paid is paid; that it ends is recorded, and nothing waits for it.
        await DecideAsync(town, caseId, (await family.ChildrenAsync(caseId))[0], false);
        (await WaitsAsync(town, caseId)).ShouldNotContain(WorkItemKind.ChildMoneyStands);
        await ShouldCloseAsync(town, person, caseId);
    }

    // S3.24–S3.28: half of 450 in three instalments of 75, of 3,000, of 300 and of 300: 2,025 in all. The three steps name no amounts and take these.
    [Theory, OnBothDatabases]
    public Task Two_children_of_2014(DatabaseKind kind) => TwoChildrenAsync(kind, "amp-2014", new DateOnly(2015, 4, 7));

    [Theory, OnBothDatabases]
    public Task Two_children_of_the_three_steps(DatabaseKind kind) => TwoChildrenAsync(kind, "three-step-2016", new DateOnly(2016, 9, 12));

    private static async Task TwoChildrenAsync(DatabaseKind kind, string version, DateOnly first)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var (person, family) = (Family("stockholm-1"), new DemoFamily(town.Hand));
        var caseId = await town.EnterAsync(
            person.Coordinator,
            version,
            new Dictionary<MilestoneKind, DateOnly> { [MilestoneKind.FirstContact] = first }
        );
        await town.ConsentAsync(person, caseId);
        foreach (var name in new[] { "Mara", "Luca" })
        {
            await town.Hand.ActAsync(
                person.Coordinator,
                caseId,
                (scope, handle, id) =>
                    scope.GetRequiredService<ChildKeeping>().AddAsync(handle, id, new ChildIdentityPayload(name, "Lupescu", null, null, null))
            );
        }

        await town.Story.DecideAsync(person, caseId);
        await family.MeetAsync(person, caseId, shownVersion: 1);
        await town.Story.InformAsync(person, caseId);
        await town.Story.ApplyAsync(person, caseId);
        await town.Story.ReferAsync(person, caseId);
        await town.Story.AnswerAsync(person, caseId);
        await CarryHomeAsync(town, family, person, caseId);

        await ShouldHaveLinesAsync(town, caseId, ("Subsistence", 225_00), ("Reintegration", 1_500_00), ("Health", 150_00), ("Housing", 150_00));
        (await ChildLinesAsync(town, caseId)).Sum(l => l.CeilingMinor).ShouldBe(2_025_00);
        await PayChildAsync(town, person, caseId, 75_00, 3);
        await ShouldCloseAsync(town, person, caseId);
    }

    /// <summary>Gates, the suspected father, a child that says no and stays, a yes after the adult's lines were opened.</summary>
    [Theory, OnBothDatabases]
    public async Task What_stops_the_journey_and_what_lets_it_go_on(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var (person, family) = (Family("vast-1"), new DemoFamily(town.Hand));
        var caseId = await town.Story.FirstContactAsync(person);
        await town.Story.DecideAsync(person, caseId);
        await PrepareAsync(town, family, person, caseId);
        await town.Homeward.PlanAsync(person, caseId);
        var (first, second) = await family.ChildrenAsync(caseId) is [var a, var b] ? (a, b) : throw new InvalidOperationException();
        var father = (await family.GuardiansAsync(caseId))[0];

        // The father is suspected: his yes falls, no other yes of custodians replaces it, a decision does.
        await town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<GuardianKeeping>().SuspectAsync(handle, id, father.Id, true, "Polisanmäld i mars.")
        );
        (await CaseAsync(town, caseId)).ExcludesGuardian.ShouldBeTrue();
        (await RefusalAsync(() => town.Homeward.BookAsync(person, caseId, town.Today.AddDays(10)))).ShouldBe("GateOpen");
        (await RefusalAsync(() => SettleAsync(town, person, caseId, first, CustodyGround.AllCustodiansAgree, father.Id))).ShouldBe(
            "GuardianExcluded"
        );
        (await RefusalAsync(() => SettleAsync(town, person, caseId, first, CustodyGround.SoleCustodian))).ShouldBe("GuardianExcluded");
        await SettleAsync(town, person, caseId, first, CustodyGround.CompetentDecision);
        await SettleAsync(town, person, caseId, second, CustodyGround.CompetentDecision);

        // A no is a no, at any age; the child stays, and the journey goes on without it.
        await HearAsync(town, person, caseId, second, ChildView.No);
        (await RefusalAsync(() => ActAsync(town, caseId, MilestoneKind.Booked))).ShouldBe("GateOpen");
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.RecordCustody);
        await SetTravelAsync(town, person, caseId, second, false);
        (await WaitsAsync(town, caseId)).ShouldNotContain(WorkItemKind.RecordCustody);
        await ActAsync(town, caseId, MilestoneKind.Booked);
        (await RefusalAsync(() => DecideAsync(town, caseId, second, true))).ShouldBe("ChildDoesNotTravel");

        // After the booking a no, or a yes taken back, is told to the holder and to IOM Finland, until it stands again.
        await HearAsync(town, person, caseId, first, ChildView.No);
        (await StopsAsync(town, caseId)).ShouldBe([Role.RegionalCoordinator, Role.IomCaseworker], ignoreOrder: true);
        await HearAsync(town, person, caseId, first, ChildView.Yes);
        (await StopsAsync(town, caseId)).ShouldBeEmpty();
        await TakeBackAsync(town, person, caseId, first);
        (await StopsAsync(town, caseId)).Count.ShouldBe(2);
        (await RefusalAsync(() => town.Homeward.DepartAsync(person, caseId))).ShouldBe("GateOpen");
        await SettleAsync(town, person, caseId, first, CustodyGround.CompetentDecision);
        (await StopsAsync(town, caseId)).ShouldBeEmpty();
        // Another number of travellers than was booked for is a task of its own until all is ready.
        await SetTravelAsync(town, person, caseId, second, true);
        await SetTravelAsync(town, person, caseId, second, false);
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.TravellersChanged);

        town.Clock.MoveTo(town.Today.AddDays(10));
        await town.Homeward.DepartAsync(person, caseId);
        town.Clock.MoveTo(town.Today.AddDays(1));
        await town.Homeward.ArriveAsync(person, caseId);

        (await WaitsAsync(town, caseId)).ShouldNotContain(WorkItemKind.TravellersChanged);

        // The adult's lines stand; the child's are opened by the decision, taken back by the next, and stand again.
        (await ChildLinesAsync(town, caseId)).ShouldBeEmpty();
        await DecideAsync(town, caseId, first, true);
        (await ChildLinesAsync(town, caseId)).Count.ShouldBe(3);
        await DecideAsync(town, caseId, first, false);
        (await RefusalAsync(() => RequestAsync(town, person, caseId, first, 1))).ShouldBe("ChildNotEntitled");
        await DecideAsync(town, caseId, first, true);
        (await ChildLinesAsync(town, caseId)).Count.ShouldBe(3);
        (await RefusalAsync(() => RequestAsync(town, person, caseId, second, 1))).ShouldBe("NotOpened");
        await PlanForChildAsync(town, caseId, first, 1_400_00);
        (await RefusalAsync(() => PlanForChildAsync(town, caseId, first, 1))).ShouldBe("PlanAboveCeiling");
        (await RefusalAsync(() => PlanForChildAsync(town, caseId, second, 1))).ShouldBe("ChildNotEntitled");
        await RequestAsync(town, person, caseId, first, 1);
        // That the child has no support any more is recorded; what waits is neither approved nor paid, and is to be cancelled.
        await DecideAsync(town, caseId, first, false);
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.ChildMoneyStands);
        var asked = await town.WithDbAsync(db => db.Set<Payment>().AsNoTracking().SingleAsync(p => p.CaseId == caseId && p.ChildOrdinal == 1));
        await town.Homeward.ApproveAsync(caseId);
        (await StateAsync(town, asked.Id)).ShouldBe(PaymentState.Requested);
        await town.Hand.ActAsync(
            $"{person.Local}-1",
            caseId,
            (scope, handle, id) => scope.GetRequiredService<PaymentRequests>().CancelAsync(handle, id, asked.Id, "No support any more.")
        );
        (await WaitsAsync(town, caseId)).ShouldNotContain(WorkItemKind.ChildMoneyStands);
        await SetTravelAsync(town, person, caseId, first, false);
        await town.VerifyAsync();
    }

    /// <summary>What the guardian of a child alone has said and signed falls with the guardian, also after the referral and after the booking.</summary>
    [Theory, OnBothDatabases]
    public async Task A_guardian_who_falls_away_stops_a_child_alone_at_every_step(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var person = Family("vast-1") with { Children = 0, IsMinor = true };
        var family = new DemoFamily(town.Hand);
        var caseId = await town.Story.FirstContactAsync(person);
        await town.Story.DecideAsync(person, caseId);
        await family.MeetAsync(person, caseId);
        await town.Story.InformAsync(person, caseId);
        // There is nothing to sign before there is an application.
        (await RefusalAsync(() => family.SignAsync(person, caseId))).ShouldBe("NotAppliedYet");
        await town.Story.ApplyAsync(person, caseId);
        await family.SignAsync(person, caseId);
        await town.Story.ReferAsync(person, caseId);
        await town.Story.AnswerAsync(person, caseId);
        await town.Homeward.PlanAsync(person, caseId);
        await family.DecideAsync(person, caseId);
        await family.DecideBestInterestsAsync(person, caseId, DecisionSide.HomeCountry, "District court");
        (await WaitsAsync(town, caseId)).ShouldNotContain(WorkItemKind.AskConsentAnew);

        var guardian = (await family.GuardiansAsync(caseId)).Single();
        await GuardAsync(town, person, caseId, (keeping, handle, id) => keeping.SuspectAsync(handle, id, guardian.Id, true, "Polisanmäld."));
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.AskConsentAnew);
        (await RefusalAsync(() => town.Homeward.BookAsync(person, caseId, town.Today.AddDays(10)))).ShouldBe("GateOpen");
        // Another's yes stands in its place; the suspicion fell, and so does what was asked.
        await GuardAsync(
            town,
            person,
            caseId,
            (keeping, handle, id) => keeping.SuspectAsync(handle, id, guardian.Id, false, "Utredningen lades ned.")
        );
        (await WaitsAsync(town, caseId)).ShouldNotContain(WorkItemKind.AskConsentAnew);
        await family.SignAsync(person, caseId);
        await ActAsync(town, caseId, MilestoneKind.Booked);

        // Taken back after the booking, then a guardian who is one no longer.
        await KeepAsync(town, person, caseId, (keeping, handle, id) => keeping.TakeBackSignatureAsync(handle, id, town.Today, "Har ångrat sig."));
        (await StopsAsync(town, caseId)).ShouldBe([Role.RegionalCoordinator, Role.IomCaseworker], ignoreOrder: true);
        await family.SignAsync(person, caseId);
        (await StopsAsync(town, caseId)).ShouldBeEmpty();
        await GuardAsync(town, person, caseId, (keeping, handle, id) => keeping.EndAsync(handle, id, guardian.Id, town.Today, "Ny god man."));
        (await StopsAsync(town, caseId)).Count.ShouldBe(2);
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.AskConsentAnew);
        (await RefusalAsync(() => family.SignAsync(person, caseId))).ShouldBe("GuardianMissing");

        // A no of an authority tells them too, and the child who left and was never met comes back to the social services.
        await GuardAsync(
            town,
            person,
            caseId,
            (keeping, handle, id) =>
                keeping.AddAsync(
                    handle,
                    id,
                    GuardianKind.AppointedGuardian,
                    new ForWhom(StandsFor.Person),
                    null,
                    new GuardianPayload("Ulla Modin", null, null)
                )
        );
        var next = (await family.GuardiansAsync(caseId)).Single(g => g.EndedOn is null);
        await KeepAsync(town, person, caseId, (keeping, handle, id) => keeping.SignAsync(handle, id, next.Id, town.Today, Sheet));
        (await StopsAsync(town, caseId)).ShouldBeEmpty();
        await KeepAsync(
            town,
            person,
            caseId,
            (keeping, handle, id) =>
                keeping.DecideAsync(
                    handle,
                    id,
                    new BestInterestsOrder(DecisionSide.Sweden, false, town.Today, new BestInterestsPayload("Socialnämnden", null, null)),
                    null
                )
        );
        (await StopsAsync(town, caseId)).Count.ShouldBe(2);
        (
            await RefusalAsync(() => KeepAsync(town, person, caseId, (keeping, handle, id) => keeping.RecordBackAsync(handle, id, town.Today)))
        ).ShouldBe("NotLeftYet");
        town.Clock.MoveTo(town.Today.AddDays(10));
        await town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<TravelMilestones>().RecordAsync(handle, id, MilestoneKind.Departed, town.Today)
        );
        (await StopsAsync(town, caseId)).ShouldBeEmpty();
        await StopAndReachAsync(town, person, caseId);
        (await RefusalAsync(() => EndAsync(town, person, caseId))).ShouldBe("TakingOverMissing");
        await KeepAsync(town, person, caseId, (keeping, handle, id) => keeping.RecordBackAsync(handle, id, town.Today));
        await KeepAsync(town, person, caseId, (keeping, handle, id) => keeping.TakeBackTakingOverAsync(handle, id, "Fel barn."));
        (await RefusalAsync(() => EndAsync(town, person, caseId))).ShouldBe("TakingOverMissing");
        await KeepAsync(town, person, caseId, (keeping, handle, id) => keeping.RecordBackAsync(handle, id, town.Today));
        await EndAsync(town, person, caseId);
        (await CaseAsync(town, caseId)).State.ShouldBe(CaseState.Closed);
        await town.VerifyAsync();
    }

    /// <summary>A child who turns 18 on the way: everything about it can be corrected but to another day that is no child's, and its own yes decides.</summary>
    [Theory, OnBothDatabases]
    public async Task A_child_who_turns_18_decides_itself(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var (person, family) = (Family("vast-1"), new DemoFamily(town.Hand));
        var caseId = await town.Story.FirstContactAsync(person);
        var child = (await family.ChildrenAsync(caseId))[0];
        var born = town.Today.AddYears(-18).AddDays(5);
        Task SaveAsync(DateOnly day, int shown) =>
            town.Hand.ActAsync(
                person.Coordinator,
                caseId,
                (scope, handle, id) =>
                    scope
                        .GetRequiredService<ChildKeeping>()
                        .SaveIdentityAsync(handle, id, child.Id, new ChildIdentityPayload("Mara", "Lupescu", day, null, null), shown)
            );
        Task GrowAsync() =>
            town.Hand.ActAsync(
                person.Coordinator,
                caseId,
                (scope, handle, id) => scope.GetRequiredService<ChildKeeping>().GrowAsync(handle, id, child.Id)
            );
        Task OpenAsync() =>
            town.Hand.ActAsync(person.Coordinator, caseId, (scope, handle, _) => town.Hand.OpenAsync(scope, handle, CaseLinks.Children));

        await SaveAsync(born, 0);
        (await RefusalAsync(GrowAsync)).ShouldBe("IdentityNotOpen");
        await OpenAsync();
        (await RefusalAsync(GrowAsync)).ShouldBe("NotAdultYet");
        town.Clock.MoveTo(town.Today.AddDays(10));
        await OpenAsync();
        (await RefusalAsync(() => SaveAsync(born.AddDays(-1), 1))).ShouldBe("ChildIsGrown");
        await SaveAsync(born, 1);
        await GrowAsync();
        (await family.ChildrenAsync(caseId))[0].MayTravelOn(town.Today).ShouldBeFalse();
        (await RefusalAsync(GrowAsync)).ShouldBe("SectionChanged");
        await town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<ChildKeeping>()
                    .HearAsync(handle, id, child.Id, new ViewOrder(ChildAge.FifteenToSeventeen, ChildView.Yes, town.Today, null, null))
        );
        (await family.ChildrenAsync(caseId))[0].MayTravelOn(town.Today).ShouldBeTrue();
        await town.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_child_alone_from_the_first_contact_until_the_authority_has_taken_over(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var person = Family("vast-1") with { Children = 0, IsMinor = true };
        var family = new DemoFamily(town.Hand);
        var caseId = await town.Story.FirstContactAsync(person);
        (await CaseAsync(town, caseId)).Minor.ShouldBe(MinorStanding.SwedenResponsible);
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.PrepareMinor);
        await town.Story.DecideAsync(person, caseId);
        await family.MeetAsync(person, caseId);
        await town.Story.InformAsync(person, caseId);
        await town.Story.ApplyAsync(person, caseId);

        // The guardian signs beside the application before it is sent.
        (await RefusalAsync(() => town.Story.ReferAsync(person, caseId))).ShouldBe("GateOpen");
        await family.SignAsync(person, caseId);
        await town.Story.ReferAsync(person, caseId);
        await town.Story.AnswerAsync(person, caseId);
        await town.Homeward.PlanAsync(person, caseId);

        // Both countries say yes before anything is booked.
        await family.DecideAsync(person, caseId);
        (await RefusalAsync(() => town.Homeward.BookAsync(person, caseId, town.Today.AddDays(10)))).ShouldBe("GateOpen");
        await family.DecideBestInterestsAsync(person, caseId, DecisionSide.HomeCountry, "District court");
        await ActAsync(town, caseId, MilestoneKind.Booked);

        town.Clock.MoveTo(town.Today.AddDays(10));
        (await RefusalAsync(() => town.Homeward.DepartAsync(person, caseId))).ShouldBe("GateOpen");
        await family.NameReceiverAsync(person, caseId);
        (await WaitsAsync(town, caseId)).ShouldNotContain(WorkItemKind.PrepareMinor);
        (await RefusalAsync(() => family.ConfirmTakenOverAsync(person, caseId))).ShouldBe("NotArrivedYet");
        await town.Homeward.DepartAsync(person, caseId);
        town.Clock.MoveTo(town.Today.AddDays(1));
        await town.Homeward.ArriveAsync(person, caseId);
        await town.Homeward.ApproveAsync(caseId);
        for (var month = 0; month < 6; month++)
        {
            await town.Homeward.PayAsync(person, caseId);
            town.Clock.MoveTo(town.Today.AddMonths(1).AddDays(1));
        }

        // A child is never left between two authorities; what was confirmed wrongly is taken back, and the authority is not renamed after it.
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.ConfirmTakingOver);
        (await RefusalAsync(() => town.Homeward.FinishAsync(person, caseId))).ShouldBe("TakingOverMissing");
        await family.ConfirmTakenOverAsync(person, caseId);
        (await RefusalAsync(() => family.NameReceiverAsync(person, caseId))).ShouldBe("TakenOverAlready");
        (
            await RefusalAsync(() => KeepAsync(town, person, caseId, (keeping, handle, id) => keeping.TakeBackTakingOverAsync(handle, id, " ")))
        ).ShouldBe("ChildReasonMissing");
        await KeepAsync(town, person, caseId, (keeping, handle, id) => keeping.TakeBackTakingOverAsync(handle, id, "Fel dag."));
        (await CaseAsync(town, caseId)).Minor.ShouldBe(MinorStanding.SwedenResponsible);
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.ConfirmTakingOver);
        await family.ConfirmTakenOverAsync(person, caseId);
        (await CaseAsync(town, caseId)).Minor.ShouldBe(MinorStanding.TakenOver);
        await CloseAsync(town, person, caseId);
        (await CaseAsync(town, caseId)).State.ShouldBe(CaseState.Closed);
        await town.VerifyAsync();
    }

    private static DemoCase Family(string coordinator) =>
        new("c91", "Doina", "Lupescu", null, "070-174 06 80", "ro", "RO", coordinator, "romania", 0, DemoStage.Closed, Children: 2);

    private static async Task PrepareAsync(ProgrammeTown town, DemoFamily family, DemoCase person, Guid caseId)
    {
        await family.MeetAsync(person, caseId);
        (await WaitsAsync(town, caseId)).ShouldNotContain(WorkItemKind.RecordCustody);
        await town.Story.InformAsync(person, caseId);
        await town.Story.ApplyAsync(person, caseId);
        await town.Story.ReferAsync(person, caseId);
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.DecideChildSupport);
        await town.Story.AnswerAsync(person, caseId);
        (await RefusalAsync(() => family.DecideAsync(person, caseId))).ShouldBe("ChildNotAssessed");
    }

    private static async Task CarryHomeAsync(ProgrammeTown town, DemoFamily family, DemoCase person, Guid caseId)
    {
        await town.Homeward.PlanAsync(person, caseId);
        await family.DecideAsync(person, caseId);
        (await WaitsAsync(town, caseId)).ShouldNotContain(WorkItemKind.DecideChildSupport);
        await town.Homeward.BookAsync(person, caseId, town.Today.AddDays(10));
        town.Clock.MoveTo(town.Today.AddDays(10));
        await town.Homeward.DepartAsync(person, caseId);
        town.Clock.MoveTo(town.Today.AddDays(1));
        await town.Homeward.ArriveAsync(person, caseId);
    }

    /// <summary>The child with the yes has exactly these lines, the other none.</summary>
    private static async Task ShouldHaveLinesAsync(ProgrammeTown town, Guid caseId, params (string Category, long CeilingMinor)[] expected)
    {
        var children = await new DemoFamily(town.Hand).ChildrenAsync(caseId);
        var lines = await ChildLinesAsync(town, caseId);
        lines.Select(l => ($"{l.Category}", l.CeilingMinor)).ShouldBe(expected, ignoreOrder: true);
        lines.ShouldAllBe(l => l.BeneficiaryId == children[0].Id && l.ChildOrdinal == 1);
    }

    // Every instalment asked for, approved by another and paid by a third; the ceiling is met to the cent, and one more is refused.
    private static async Task PayChildAsync(ProgrammeTown town, DemoCase person, Guid caseId, long instalment, int count)
    {
        var child = (await new DemoFamily(town.Hand).ChildrenAsync(caseId))[0];
        await RequestAsync(town, person, caseId, child, [.. Enumerable.Range(1, count)]);
        (await RefusalAsync(() => RequestAsync(town, person, caseId, child, 1))).ShouldBe("InstalmentTaken");
        (await RefusalAsync(() => RequestAsync(town, person, caseId, child, count + 1))).ShouldBe("InstalmentMissing");
        await town.Homeward.ApproveAsync(caseId);
        var payments = await town.WithDbAsync(db =>
            db.Set<Payment>().AsNoTracking().Where(p => p.CaseId == caseId && p.ChildOrdinal == 1).OrderBy(p => p.Month).ToListAsync()
        );
        payments.Select(p => p.AmountMinor).ShouldBe(Enumerable.Repeat(instalment, count));
        foreach (var payment in payments)
        {
            await town.Hand.ActAsync(
                $"{person.Local}-2",
                caseId,
                (scope, handle, id) =>
                    scope
                        .GetRequiredService<PaymentPayouts>()
                        .PayAsync(handle, id, payment.Id, new PaidOrder(town.Today, PaymentMode.CashAtOffice, instalment))
            );
            await town.Hand.ActAsync(
                $"{person.Local}-2",
                caseId,
                (scope, handle, id) => scope.GetRequiredService<PaymentPayouts>().AddReceiptAsync(handle, id, payment.Id, town.Today, null, true)
            );
            // The mother's, which are due with it.
            await town.Homeward.PayAsync(person, caseId);
            town.Clock.MoveTo(town.Today.AddMonths(1).AddDays(1));
        }

        var line = (await ChildLinesAsync(town, caseId)).Single(l => l.Category == EntitlementCategory.Subsistence);
        (line.PaidMinor, line.LeftMinor).ShouldBe((instalment * count, 0));
    }

    private static async Task ShouldCloseAsync(ProgrammeTown town, DemoCase person, Guid caseId)
    {
        await town.Homeward.FinishAsync(person, caseId);
        (await CaseAsync(town, caseId)).State.ShouldBe(CaseState.Closed);
        await town.VerifyAsync();
    }

    private static Task RequestAsync(ProgrammeTown town, DemoCase person, Guid caseId, AccompanyingChild child, params int[] months) =>
        town.Hand.ActAsync(
            $"{person.Local}-1",
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<PaymentRequests>()
                    .RequestAsync(
                        handle,
                        id,
                        new PaymentRequest(
                            EntitlementCategory.Subsistence,
                            null,
                            PaymentMode.CashAtOffice,
                            0,
                            months,
                            null,
                            new PaymentDetails(null, null),
                            child.Id
                        )
                    )
        );

    private static Task PlanForChildAsync(ProgrammeTown town, Guid caseId, AccompanyingChild child, long minor) =>
        town.Hand.ActAsync(
            "iom-1",
            caseId,
            async (scope, handle, id) =>
            {
                var plan = await scope.GetRequiredService<PlanQueries>().ReadAsync(handle);
                await scope
                    .GetRequiredService<PlanDrafting>()
                    .AddAsync(
                        handle,
                        id,
                        plan.Version,
                        new PlanItemDraft(
                            SupportPurpose.Education,
                            null,
                            minor,
                            2,
                            Role.LocalOfficeWorker,
                            town.Today,
                            new PlanItemText("School", null, null, null),
                            0,
                            child.Id
                        )
                    );
            }
        );

    private static Task SettleAsync(
        ProgrammeTown town,
        DemoCase person,
        Guid caseId,
        AccompanyingChild child,
        CustodyGround ground,
        params Guid[] saidYes
    ) =>
        town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            async (scope, handle, id) =>
                await scope
                    .GetRequiredService<ChildKeeping>()
                    .SettleCustodyAsync(
                        handle,
                        id,
                        child.Id,
                        new CustodyOrder(ground, town.Today, saidYes, "Almviks tingsrätt", "T 12-26", null, await CustodyAsync(scope, child)),
                        null
                    )
        );

    private static Task HearAsync(ProgrammeTown town, DemoCase person, Guid caseId, AccompanyingChild child, ChildView view) =>
        town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            async (scope, handle, id) =>
                await scope
                    .GetRequiredService<ChildKeeping>()
                    .HearAsync(
                        handle,
                        id,
                        child.Id,
                        new ViewOrder(
                            child.Ordinal == 1 ? ChildAge.SevenToFourteen : ChildAge.UnderSeven,
                            view,
                            town.Today,
                            "Vill vara kvar.",
                            ChildHearing.Last(await RowsAsync<ChildHearing>(scope, h => h.ChildId == child.Id))?.Id
                        )
                    )
        );

    private static async Task<CustodyShown> CustodyAsync(IServiceProvider scope, AccompanyingChild child)
    {
        var now = (await RowsAsync<AccompanyingChild>(scope, c => c.Id == child.Id)).Single();
        return new CustodyShown(now.Custody, now.CustodyOn);
    }

    private static Task<List<T>> RowsAsync<T>(IServiceProvider scope, System.Linq.Expressions.Expression<Func<T, bool>> which)
        where T : class => scope.GetRequiredService<HemvagDbContext>().Set<T>().AsNoTracking().Where(which).ToListAsync();

    private static Task SetTravelAsync(ProgrammeTown town, DemoCase person, Guid caseId, AccompanyingChild child, bool travels) =>
        town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<ChildKeeping>().SetTravelAsync(handle, id, child.Id, travels, "Barnet vill vara kvar.")
        );

    private static Task DecideAsync(ProgrammeTown town, Guid caseId, AccompanyingChild child, bool gets) =>
        town.Hand.ActAsync(
            "iom-1",
            caseId,
            async (scope, handle, id) =>
                await scope
                    .GetRequiredService<DecidingSupport>()
                    .DecideAsync(
                        handle,
                        id,
                        child.Id,
                        new SupportOrder(
                            gets,
                            town.Today,
                            "By the needs.",
                            ChildDecision.Last(await RowsAsync<ChildDecision>(scope, d => d.ChildId == child.Id))?.Id
                        )
                    )
        );

    private static Task ActAsync(ProgrammeTown town, Guid caseId, MilestoneKind kind) =>
        town.Hand.ActAsync(
            "iom-1",
            caseId,
            (scope, handle, id) => scope.GetRequiredService<TravelMilestones>().ActAsync(handle, id, kind, town.Today)
        );

    private static UploadedFile Sheet => new("underskrift.pdf", "%PDF-1.4\n% demo\n"u8.ToArray());

    private static Task GuardAsync(ProgrammeTown town, DemoCase person, Guid caseId, Func<GuardianKeeping, CaseHandle, Guid, Task> act) =>
        town.Hand.ActAsync(person.Coordinator, caseId, (scope, handle, id) => act(scope.GetRequiredService<GuardianKeeping>(), handle, id));

    private static Task KeepAsync(ProgrammeTown town, DemoCase person, Guid caseId, Func<MinorKeeping, CaseHandle, Guid, Task> act) =>
        town.Hand.ActAsync(person.Coordinator, caseId, (scope, handle, id) => act(scope.GetRequiredService<MinorKeeping>(), handle, id));

    private static Task TakeBackAsync(ProgrammeTown town, DemoCase person, Guid caseId, AccompanyingChild child) =>
        town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope.GetRequiredService<ChildKeeping>().TakeBackCustodyAsync(handle, id, child.Id, town.Today, "Domen är upphävd.")
        );

    private static async Task StopAndReachAsync(ProgrammeTown town, DemoCase person, Guid caseId)
    {
        await town.Hand.ActAsync(person.Coordinator, caseId, (scope, handle, id) => scope.GetRequiredService<StopService>().StopAsync(handle, id));
        await town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope.GetRequiredService<StopService>().ReachedAsync(handle, id, new ReachedInput(ReachedHow.InPerson, town.Today, null))
        );
    }

    private static Task EndAsync(ProgrammeTown town, DemoCase person, Guid caseId) =>
        town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<StopService>().CloseAsync(handle, id, ClosingGround.StoppedByPerson, true, true, true)
        );

    /// <summary>The roles that are told that a child must not travel.</summary>
    private static Task<List<Role>> StopsAsync(ProgrammeTown town, Guid caseId) =>
        town.WithDbAsync(db =>
            db.Set<WorkItem>()
                .Where(w => w.CaseId == caseId && w.DoneAt == null && w.Kind == WorkItemKind.ChildMayNotTravel)
                .Select(w => w.Role)
                .ToListAsync()
        );

    private static Task<PaymentState> StateAsync(ProgrammeTown town, Guid paymentId) =>
        town.WithDbAsync(db => db.Set<Payment>().Where(p => p.Id == paymentId).Select(p => p.State).SingleAsync());

    private static Task CloseAsync(ProgrammeTown town, DemoCase person, Guid caseId) =>
        town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<StopService>().CloseAsync(handle, id, ClosingGround.Completed, true)
        );

    private static Task<List<Entitlement>> ChildLinesAsync(ProgrammeTown town, Guid caseId) =>
        town.WithDbAsync(db => db.Set<Entitlement>().AsNoTracking().Where(e => e.CaseId == caseId && e.BeneficiaryId != caseId).ToListAsync());

    private static Task<List<WorkItemKind>> WaitsAsync(ProgrammeTown town, Guid caseId) =>
        town.WithDbAsync(db => db.Set<WorkItem>().Where(w => w.CaseId == caseId && w.DoneAt == null).Select(w => w.Kind).ToListAsync());

    private static Task<Case> CaseAsync(ProgrammeTown town, Guid caseId) =>
        town.WithDbAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId));

    private static async Task<string?> RefusalAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Name;
        }
    }
}
