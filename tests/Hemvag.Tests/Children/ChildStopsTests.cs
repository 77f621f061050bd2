using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Children;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Children.Guardians;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Programmes.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Children.FamilySteps;

namespace Hemvag.Tests.Children;

/// <summary>What stops the journey of a child who travels along, and what lets it go on.</summary>
public sealed class ChildStopsTests
{
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
        (await town.CaseAsync(caseId)).ExcludesGuardian.ShouldBeTrue();
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

    /// <summary>A child who turns 18 on the way: everything about it can be corrected but to another day that is no child's, and its own yes decides.</summary>
    [Theory, OnBothDatabases]
    public async Task A_child_who_turns_18_decides_itself(DatabaseKind kind)
    {
        await using var town = await ProgrammeTown.StartAsync(kind);
        var (person, family) = (Family("vast-1"), new DemoFamily(town.Hand));
        var caseId = await town.Story.FirstContactAsync(person);
        var child = (await family.ChildrenAsync(caseId))[0];
        var born = town.Today.AddYears(-18).AddDays(5);
        Task KeepAsync(Func<ChildKeeping, CaseHandle, Guid, Task> act) => DoAsync(town, person, caseId, act);
        Task SaveAsync(DateOnly day, int shown) =>
            KeepAsync(
                (keeping, handle, id) =>
                    keeping.SaveIdentityAsync(handle, id, child.Id, new ChildIdentityPayload("Mara", "Lupescu", day, null, null), shown)
            );
        Task GrowAsync() => KeepAsync((keeping, handle, id) => keeping.GrowAsync(handle, id, child.Id));
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
        await KeepAsync(
            (keeping, handle, id) =>
                keeping.HearAsync(handle, id, child.Id, new ViewOrder(ChildAge.FifteenToSeventeen, ChildView.Yes, town.Today, null, null))
        );
        (await family.ChildrenAsync(caseId))[0].MayTravelOn(town.Today).ShouldBeTrue();
        await town.VerifyAsync();
    }

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

    private static async Task SettleAsync(
        ProgrammeTown town,
        DemoCase person,
        Guid caseId,
        AccompanyingChild child,
        CustodyGround ground,
        params Guid[] saidYes
    )
    {
        var now = await town.WithDbAsync(db => db.Set<AccompanyingChild>().AsNoTracking().SingleAsync(c => c.Id == child.Id));
        var shown = new CustodyShown(now.Custody, now.CustodyOn);
        var order = new CustodyOrder(ground, town.Today, saidYes, "Almviks tingsrätt", "T 12-26", null, shown);
        await DoAsync<CustodyKeeping>(town, person, caseId, (keeping, handle, id) => keeping.SettleAsync(handle, id, child.Id, order, null));
    }

    private static async Task HearAsync(ProgrammeTown town, DemoCase person, Guid caseId, AccompanyingChild child, ChildView view)
    {
        var before = await town.WithDbAsync(db => db.Set<ChildHearing>().AsNoTracking().Where(h => h.ChildId == child.Id).ToListAsync());
        var age = child.Ordinal == 1 ? ChildAge.SevenToFourteen : ChildAge.UnderSeven;
        var order = new ViewOrder(age, view, town.Today, "Vill vara kvar.", ChildHearing.Last(before)?.Id);
        await DoAsync<ChildKeeping>(town, person, caseId, (keeping, handle, id) => keeping.HearAsync(handle, id, child.Id, order));
    }

    private static Task SetTravelAsync(ProgrammeTown town, DemoCase person, Guid caseId, AccompanyingChild child, bool travels) =>
        DoAsync<ChildKeeping>(
            town,
            person,
            caseId,
            (keeping, handle, id) => keeping.SetTravelAsync(handle, id, child.Id, travels, "Barnet vill vara kvar.")
        );

    private static Task TakeBackAsync(ProgrammeTown town, DemoCase person, Guid caseId, AccompanyingChild child) =>
        DoAsync<CustodyKeeping>(
            town,
            person,
            caseId,
            (keeping, handle, id) => keeping.TakeBackAsync(handle, id, child.Id, town.Today, "Domen är upphävd.")
        );

    private static Task<PaymentState> StateAsync(ProgrammeTown town, Guid paymentId) =>
        town.WithDbAsync(db => db.Set<Payment>().Where(p => p.Id == paymentId).Select(p => p.State).SingleAsync());
}
