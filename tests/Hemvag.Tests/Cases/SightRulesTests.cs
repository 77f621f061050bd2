using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Travel;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>Whoever cannot see a case is neither asked nor told nor relied on, and no consent outlives its case.</summary>
public sealed class SightRulesTests
{
    [Theory, OnBothDatabases]
    public async Task After_closing_a_consent_shows_nothing_and_can_still_be_withdrawn(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await DoAsync(
            world,
            caseId,
            work =>
            {
                work.Case.ClosedAt = work.Now;
                work.Case.ClosingGround = ClosingGround.ContactLost;
                return CaseEnding.FinishWorkAsync(work);
            }
        );

        foreach (var account in new[] { world.Caseworker, world.Approver, world.Local })
        {
            (await world.SeesAsync(account, caseId)).ShouldBeFalse(account.Name);
        }

        (await world.SeesAsync(world.Coordinator, caseId)).ShouldBeTrue();
        await WithdrawAsync(world, caseId, ConsentPurpose.ContactWithLocalOffice);
        // Nothing more is asked in the case; the past recipient answers for what it has.
        (await world.EventsAsync(caseId)).ShouldBe(["ConsentWithdrawn", "RecipientAsked", "WorkItemAsked"]);
        (await world.OpenItemsAsync(caseId, WorkItemKind.ConsentWithdrawn)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task An_office_without_a_live_yes_is_neither_asked_nor_told_nor_relied_on(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await world.ActAsync<Arranging>(world.Caseworker, caseId, (s, h) => s.DecideAsync(h, world.NewId(), Reception(shown: 0)));
        await DoAsync(world, caseId, work => work.AskAsync(Meet(work)));
        var told = await NoticesAsync(world, world.Local);
        (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).ShouldHaveSingleItem().OrganisationId.ShouldBe(TravelWorld.Moldova);

        await WithdrawAsync(world, caseId, ConsentPurpose.ContactWithLocalOffice);
        // Of the withdrawal itself it is told, and of nothing after it.
        told++;

        // What waited for the office waits for IOM Finland; what it was to arrange is arranged anew.
        (await world.OpenItemsAsync(caseId, WorkItemKind.ConfirmArrangement)).ShouldBeEmpty();
        (await world.OpenItemsAsync(caseId, WorkItemKind.ArrangeAnew)).ShouldHaveSingleItem().OrganisationId.ShouldBe(TravelWorld.IomFinland);
        var moved = (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).ShouldHaveSingleItem();
        (moved.OrganisationId, moved.Role, moved.DueOn).ShouldBe((TravelWorld.IomFinland, Role.IomCaseworker, new DateOnly(2026, 9, 20)));

        (await world.RefusedAsync<Arranging>(world.Caseworker, caseId, (s, h) => s.DecideAsync(h, world.NewId(), Reception(shown: 1)))).ShouldBe(
            "ArrangerNotInCase"
        );
        await DoAsync(world, caseId, work => work.AskAsync(Meet(work) with { Kind = WorkItemKind.RecordOnwardJourney }));
        (await world.OpenItemsAsync(caseId, WorkItemKind.RecordOnwardJourney)).ShouldHaveSingleItem().OrganisationId.ShouldBe(TravelWorld.IomFinland);
        (await NoticesAsync(world, world.Local)).ShouldBe(told);
    }

    [Theory, OnBothDatabases]
    public async Task A_yes_given_again_gives_the_office_back_what_waited_for_it(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await DoAsync(world, caseId, work => work.AskAsync(Meet(work)));
        await WithdrawAsync(world, caseId, ConsentPurpose.ContactWithLocalOffice);
        (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).ShouldHaveSingleItem().OrganisationId.ShouldBe(TravelWorld.IomFinland);

        await DoAsync(
            world,
            caseId,
            work => ConsentWriting.AddAsync(work, TravelWorld.Yes(work, ConsentPurpose.ContactWithLocalOffice, TravelWorld.Moldova))
        );

        var back = (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).ShouldHaveSingleItem();
        (back.OrganisationId, back.Role, back.DueOn).ShouldBe((TravelWorld.Moldova, Role.LocalOfficeWorker, new DateOnly(2026, 9, 20)));
    }

    [Theory, OnBothDatabases]
    public async Task What_waits_for_iom_falls_to_the_holder_when_iom_loses_sight(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await DoAsync(world, caseId, work => work.AskAsync(Meet(work) with { Role = Role.IomCaseworker, OrganisationId = TravelWorld.IomFinland }));

        await WithdrawAsync(world, caseId, ConsentPurpose.ExchangeWithIom);

        var moved = (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).ShouldHaveSingleItem();
        (moved.OrganisationId, moved.AccountId).ShouldBe((TravelWorld.Region, (Guid?)world.Coordinator.Id));
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_the_operation_itself_lets_in_is_asked_and_told(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync(TravelWorld.Moldova);
        var told = await NoticesAsync(world, world.Local);
        await DoAsync(
            world,
            caseId,
            async work =>
            {
                await work.AddParticipantAsync(TravelWorld.Moldova, null, Role.LocalOfficeWorker, ConsentPurpose.ContactWithLocalOffice);
                await work.AskAsync(Meet(work));
            }
        );
        (await world.OpenItemsAsync(caseId, WorkItemKind.MeetOnArrival)).ShouldHaveSingleItem().OrganisationId.ShouldBe(TravelWorld.Moldova);
        (await NoticesAsync(world, world.Local)).ShouldBe(told + 1);
    }

    [Theory, OnBothDatabases]
    public async Task A_journey_that_is_moved_asks_no_office_that_has_lost_sight(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await world.ActAsync<Arranging>(world.Caseworker, caseId, (s, h) => s.DecideAsync(h, world.NewId(), Reception(shown: 0)));
        await world.ActAsync<Arranging>(world.Local, caseId, (s, h) => s.AnswerAsync(h, world.NewId(), TravelArrangementKind.Reception, true, null));
        await world.HoldAsync(caseId);
        await WithdrawAsync(world, caseId, ConsentPurpose.ContactWithLocalOffice);
        // A stop cancels nothing: what is confirmed stays until the case goes on.
        (await ArrangementAsync(world, caseId)).Confirmed.ShouldBeTrue();
        await world.ReachPersonAsync(caseId);

        await world.ActAsync<Modules.Cases.Stopping.StopService>(world.Coordinator, caseId, (s, h) => s.ResumeAsync(h, world.NewId()));

        (await ArrangementAsync(world, caseId)).OrganisationId.ShouldBeNull();
        (await world.OpenItemsAsync(caseId, WorkItemKind.ArrangeAnew)).ShouldHaveSingleItem().OrganisationId.ShouldBe(TravelWorld.IomFinland);
    }

    private static Task<Arrangement> ArrangementAsync(TravelWorld world, Guid caseId) =>
        world.ReadAsync(db => db.Set<Arrangement>().AsNoTracking().SingleAsync(a => a.CaseId == caseId));

    private static ArrangementDecision Reception(int shown) =>
        new(TravelArrangementKind.Reception, ArrangementNeed.Needed, TravelWorld.Moldova, null, null, shown);

    private static WorkAsked Meet(CaseWork work) =>
        new(WorkItemKind.MeetOnArrival, Urgency.Safety, Role.LocalOfficeWorker, TravelWorld.Moldova, null, "travel", new DateOnly(2026, 9, 20));

    private static Task DoAsync(TravelWorld world, Guid caseId, Func<CaseWork, Task> act) =>
        world.ActAsync<CaseOperations>(world.Coordinator, caseId, (o, h) => o.RunAsync(h, world.NewId(), "Test", OperationNature.Fact, act));

    private static async Task WithdrawAsync(TravelWorld world, Guid caseId, ConsentPurpose purpose)
    {
        var id = await world.ReadAsync(db =>
            db.Set<Consent>().Where(c => c.CaseId == caseId && c.Purpose == purpose).Select(c => c.Id).SingleAsync()
        );
        await world.ActAsync<ConsentService>(world.Coordinator, caseId, (s, h) => s.WithdrawAsync(h, world.NewId(), id));
    }

    private static Task<int> NoticesAsync(TravelWorld world, CurrentAccount account) =>
        world.ReadAsync(db => db.Set<Notice>().CountAsync(n => n.AccountId == account.Id));
}
