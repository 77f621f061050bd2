using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.List;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Today;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.FollowUp;
using Xunit;

namespace Hemvag.Tests.Today;

public sealed class WaitingTests
{
    [Theory, OnBothDatabases]
    public async Task Safety_comes_before_money_before_dates(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind, arrived: false);
        await AskAsync(world, WorkItemKind.CloseCase, Urgency.Date, Role.RegionalCoordinator, FollowUpPeople.Region, days: -5);
        await AskAsync(world, WorkItemKind.HoldPayments, Urgency.Money, Role.RegionalCoordinator, FollowUpPeople.Region, days: 3);
        await AskAsync(world, WorkItemKind.ReachThePerson, Urgency.Safety, Role.RegionalCoordinator, FollowUpPeople.Region, days: 9);
        var rows = await world.AskAsync<WaitingQueries, IReadOnlyList<WaitingRow>>(q => q.ListAsync(FollowUpPeople.Coordinator, world.Today));
        Assert.Equal([Urgency.Safety, Urgency.Money, Urgency.Date], rows.Select(r => r.Urgency));
        Assert.True(rows[^1].IsLate(world.Today));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_due_next_month_stands_after_what_is_due_soon(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind, arrived: false);
        await AskAsync(world, WorkItemKind.ReachThePerson, Urgency.Safety, Role.RegionalCoordinator, FollowUpPeople.Region, days: 15);
        await AskAsync(world, WorkItemKind.CloseCase, Urgency.Date, Role.RegionalCoordinator, FollowUpPeople.Region, days: 14);
        var rows = await world.AskAsync<WaitingQueries, IReadOnlyList<WaitingRow>>(q => q.ListAsync(FollowUpPeople.Coordinator, world.Today));
        Assert.Equal([Urgency.Date, Urgency.Safety], rows.Select(r => r.Urgency));
        Assert.Equal([true, false], rows.Select(r => r.IsSoon(world.Today)));
    }

    [Theory, OnBothDatabases]
    public async Task What_waits_for_others_or_in_cases_one_does_not_see_is_not_there(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await AskAsync(world, WorkItemKind.CloseCase, Urgency.Date, Role.RegionalCoordinator, FollowUpPeople.Region, days: 1);
        // Wrongly asked of a region that does not see the case: it stays unseen.
        await AskAsync(world, WorkItemKind.CloseCase, Urgency.Date, Role.RegionalCoordinator, FollowUpPeople.OtherRegion, days: 1);
        Assert.Empty(await world.AskAsync<WaitingQueries, IReadOnlyList<WaitingRow>>(q => q.ListAsync(FollowUpPeople.Stranger, world.Today)));
        Assert.Empty(await world.AskAsync<WaitingQueries, IReadOnlyList<WaitingRow>>(q => q.ListAsync(FollowUpPeople.Local, world.Today)));
        Assert.Empty(await world.AskAsync<WaitingQueries, IReadOnlyList<AheadRow>>(q => q.AheadAsync(FollowUpPeople.Stranger, world.Today)));
        Assert.Empty(await world.AskAsync<WaitingQueries, IReadOnlyList<StepCount>>(q => q.StepsAsync(FollowUpPeople.Stranger, world.Today)));
        var ahead = await world.AskAsync<WaitingQueries, IReadOnlyList<AheadRow>>(q => q.AheadAsync(FollowUpPeople.Local, world.Today));
        Assert.Contains(ahead, a => a.Kind == WorkItemKind.CloseCase);
        var steps = await world.AskAsync<WaitingQueries, IReadOnlyList<StepCount>>(q => q.StepsAsync(FollowUpPeople.Local, world.Today));
        Assert.Equal((4, 1), (steps.Count, steps.Sum(s => s.Count)));
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_may_not_see_the_journey_sees_the_days_of_their_own_tasks_alone(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        var approver = FollowUpPeople.Caseworker with
        {
            Id = world.NewId(),
            Roles = new HashSet<Role> { Role.IomApprover },
        };
        await world.ActAsync(
            FollowUpPeople.Coordinator,
            work => work.AddParticipantAsync(FollowUpPeople.Helsinki, null, Role.IomApprover, ConsentPurpose.ExchangeWithIom)
        );
        await AskAsync(world, WorkItemKind.ReconfirmWill, Urgency.Date, Role.RegionalCoordinator, FollowUpPeople.Region, days: 2);
        await AskAsync(world, WorkItemKind.ApprovePayment, Urgency.Money, Role.IomApprover, FollowUpPeople.Helsinki, days: 5);

        var ahead = await world.AskAsync<WaitingQueries, IReadOnlyList<AheadRow>>(q => q.AheadAsync(approver, world.Today));
        Assert.Equal([WorkItemKind.ApprovePayment], ahead.Select(a => a.Kind));
        var filter = new CaseListFilter(null, null);
        var (rows, _) = await world.AskAsync<CaseListQueries, (IReadOnlyList<CaseListRow> Rows, bool More)>(q => q.ListAsync(approver, filter));
        Assert.Equal(world.Today.AddDays(5), Assert.Single(rows).NextDueOn);
        (rows, _) = await world.AskAsync<CaseListQueries, (IReadOnlyList<CaseListRow> Rows, bool More)>(q =>
            q.ListAsync(FollowUpPeople.Coordinator, filter)
        );
        Assert.True(Assert.Single(rows).NextDueOn <= world.Today.AddDays(2));
    }

    private static Task AskAsync(FollowUpWorld world, WorkItemKind kind, Urgency urgency, Role role, Guid organisation, int days) =>
        world.ActAsync(
            FollowUpPeople.Local,
            work => work.AskAsync(new WorkAsked(kind, urgency, role, organisation, null, "", work.Today.AddDays(days)))
        );
}
