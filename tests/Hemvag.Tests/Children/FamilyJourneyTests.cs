using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Children;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Children.Guardians;
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
        await ANoAfterMoneyIsRefusedAsync(town, family, caseId);
        await town.VerifyAsync();
    }

    // S3.24–S3.28: half of 450 in three instalments of 75, of 3,000, of 300 and of 300: 2,025 in all.
    [Theory, OnBothDatabases]
    public async Task Two_children_of_2014(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var (person, family) = (Family("stockholm-1"), new DemoFamily(town.Hand));
        var caseId = await town.EnterAsync(
            person.Coordinator,
            "amp-2014",
            new Dictionary<MilestoneKind, DateOnly> { [MilestoneKind.FirstContact] = new DateOnly(2015, 4, 7) }
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
        await town.VerifyAsync();
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
            (scope, handle, id) => scope.GetRequiredService<GuardianKeeping>().SuspectAsync(handle, id, father.Id, true)
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
        await SetTravelAsync(town, person, caseId, second, false);
        await ActAsync(town, caseId, MilestoneKind.Booked);
        (await RefusalAsync(() => DecideAsync(town, caseId, second, true))).ShouldBe("ChildDoesNotTravel");

        town.Clock.MoveTo(town.Today.AddDays(10));
        await town.Homeward.DepartAsync(person, caseId);
        town.Clock.MoveTo(town.Today.AddDays(1));
        await town.Homeward.ArriveAsync(person, caseId);

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
        (await RefusalAsync(() => DecideAsync(town, caseId, first, false))).ShouldBe("ChildMoneyMoved");
        (await RefusalAsync(() => SetTravelAsync(town, person, caseId, first, false))).ShouldBe("ChildMoneyMoved");
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

        // A child is never left between two authorities.
        (await WaitsAsync(town, caseId)).ShouldContain(WorkItemKind.ConfirmTakingOver);
        (await RefusalAsync(() => town.Homeward.FinishAsync(person, caseId))).ShouldBe("TakingOverMissing");
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
            town.Clock.MoveTo(town.Today.AddMonths(1).AddDays(1));
        }

        var line = (await ChildLinesAsync(town, caseId)).Single(l => l.Category == EntitlementCategory.Subsistence);
        (line.PaidMinor, line.LeftMinor).ShouldBe((instalment * count, 0));
    }

    private static async Task ANoAfterMoneyIsRefusedAsync(ProgrammeTown town, DemoFamily family, Guid caseId)
    {
        var child = (await family.ChildrenAsync(caseId))[0];
        (await RefusalAsync(() => DecideAsync(town, caseId, child, false))).ShouldBe("ChildMoneyMoved");
        (await family.ChildrenAsync(caseId))[0].GetsSupport.ShouldBe(true);
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
            (scope, handle, id) =>
                scope
                    .GetRequiredService<ChildKeeping>()
                    .SettleCustodyAsync(
                        handle,
                        id,
                        child.Id,
                        new CustodyOrder(ground, town.Today, saidYes, "Almviks tingsrätt", "T 12-26", null),
                        null
                    )
        );

    private static Task HearAsync(ProgrammeTown town, DemoCase person, Guid caseId, AccompanyingChild child, ChildView view) =>
        town.Hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<ChildKeeping>()
                    .HearAsync(handle, id, child.Id, new ViewOrder(ChildAge.UnderSeven, view, town.Today, "Vill vara kvar."))
        );

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
            (scope, handle, id) => scope.GetRequiredService<DecidingSupport>().DecideAsync(handle, id, child.Id, gets, town.Today, "By the needs.")
        );

    private static Task ActAsync(ProgrammeTown town, Guid caseId, MilestoneKind kind) =>
        town.Hand.ActAsync(
            "iom-1",
            caseId,
            (scope, handle, id) => scope.GetRequiredService<TravelMilestones>().ActAsync(handle, id, kind, town.Today)
        );

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
