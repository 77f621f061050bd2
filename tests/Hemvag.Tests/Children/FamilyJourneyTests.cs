using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Programmes.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Children.FamilySteps;

namespace Hemvag.Tests.Children;

/// <summary>Two children who travel along, under each version that pays, to the close.</summary>
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
        (await town.CaseAsync(caseId)).State.ShouldBe(CaseState.Closed);
        await town.VerifyAsync();
    }
}
