using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Cases.Overview;
using Hemvag.Modules.Cases.Withdrawals;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Trail.Reading;
using Hemvag.Modules.Trail.Seen;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.FollowUp;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Hemvag.Tests.Justice.JusticeSteps;

namespace Hemvag.Tests.Justice;

/// <summary>The wall of access to justice (S4.12): its own consent, and who sees the thread.</summary>
public sealed class JusticeWallTests
{
    [Theory, OnBothDatabases]
    public async Task No_thread_is_opened_without_its_own_consent(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => OpenAsync(world));
        Assert.Equal("JusticeConsentMissing", refused.Refusal.Name);
        // Another consent, though it names Justice, does not open the wall.
        Assert.False((await world.FindAsync(FollowUpPeople.Caseworker))!.May(CaseAction.SeeJustice));
        Assert.False((await world.FindAsync(FollowUpPeople.Local))!.May(CaseAction.SeeJustice));
    }

    [Theory, OnBothDatabases]
    public async Task The_consent_lets_in_the_region_and_iom_and_nobody_else(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await SayYesAsync(world);
        var id = await OpenAsync(world);
        foreach (var (who, may) in new[] { (FollowUpPeople.Coordinator, true), (FollowUpPeople.Caseworker, true), (FollowUpPeople.Local, false) })
        {
            Assert.Equal(may, (await world.FindAsync(who))!.May(CaseAction.SeeJustice));
        }

        Assert.Null(await world.FindAsync(FollowUpPeople.Stranger));
        Assert.False((await world.FindAsync(FollowUpPeople.Local))!.MayOpen(Compartment.Justice));
        Assert.False((await world.FindAsync(FollowUpPeople.Caseworker))!.IsThreadAlone);
        // The timeline tells the local office nothing of it.
        var local = (await world.FindAsync(FollowUpPeople.Local))!;
        var coordinator = (await world.FindAsync(FollowUpPeople.Coordinator))!;
        Assert.DoesNotContain(await world.AskAsync((OverviewQueries q) => q.TimelineAsync(local, 0)), l => l.Kind == "OpenProceeding");
        Assert.Contains(await world.AskAsync((OverviewQueries q) => q.TimelineAsync(coordinator, 0)), l => l.Kind == "OpenProceeding");
        Assert.NotEqual(Guid.Empty, id);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Without_an_open_thread_a_closed_case_shows_iom_nothing(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await SayYesAsync(world);
        await CloseAsync(world);
        Assert.Null(await world.FindAsync(FollowUpPeople.Caseworker));
    }

    [Theory, OnBothDatabases]
    public async Task A_withdrawal_takes_the_thread_from_iom_and_asks_it_what_it_has_kept(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        var consent = await SayYesAsync(world);
        var id = await OpenAsync(world);
        await DoAsync<ProceedingKeeping>(
            world,
            FollowUpPeople.Caseworker,
            (k, h) => k.AddDayAsync(h, world.NewId(), id, Day(world), world.Today.AddDays(3))
        );
        await PlanTellingAsync(world, id);

        await DoAsync<ConsentService>(world, FollowUpPeople.Coordinator, (c, h) => c.WithdrawAsync(h, world.NewId(), consent));

        var iom = (await world.FindAsync(FollowUpPeople.Caseworker))!;
        Assert.False(iom.May(CaseAction.SeeJustice));
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.TellDevelopment));
        Assert.Equal(FollowUpPeople.Region, Assert.Single(await world.OpenWorkAsync(WorkItemKind.JusticeDay)).OrganisationId);
        Assert.Equal(
            FollowUpPeople.Helsinki,
            (await world.ReadAsync(db => db.Set<RecipientAnswer>().SingleAsync(a => a.ConsentId == consent))).OrganisationId
        );
        var refused = await Assert.ThrowsAsync<RefusedException>(() => PlanTellingAsync(world, id));
        Assert.Equal("JusticeConsentMissing", refused.Refusal.Name);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Another_consent_withdrawn_leaves_iom_the_thread_alone(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await SayYesAsync(world);
        await OpenAsync(world);
        var exchange = await world.ReadAsync(db =>
            db.Set<Consent>().Where(c => c.CaseId == world.CaseId && c.Purpose == ConsentPurpose.ExchangeWithIom).Select(c => c.Id).SingleAsync()
        );
        await world.WithdrawAsync(exchange);
        var iom = (await world.FindAsync(FollowUpPeople.Caseworker))!;
        Assert.True(iom.IsThreadAlone);
        Assert.False(iom.May(CaseAction.SeeCase));
        // Nothing but the thread's work waits for them.
        await world.ActAsync(FollowUpPeople.Coordinator, work => work.AskAsync(Asked(WorkItemKind.MoreSupportAsked)));
        Assert.Equal(FollowUpPeople.Region, Assert.Single(await world.OpenWorkAsync(WorkItemKind.MoreSupportAsked)).OrganisationId);
    }

    [Theory, OnBothDatabases]
    public async Task The_trail_keeps_the_wall_and_stops_at_a_withdrawal(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await SayYesAsync(world);
        await OpenAsync(world);
        await DoAsync<CaseOpenings>(
            world,
            FollowUpPeople.Coordinator,
            (o, h) => o.OpenAsync(h, world.NewId(), Compartment.Justice, CaseLinks.Justice)
        );
        Assert.Contains("OpenProceeding", await KindsAsync(world, FollowUpPeople.Coordinator));
        Assert.DoesNotContain("OpenProceeding", await KindsAsync(world, FollowUpPeople.Caseworker));
        Assert.DoesNotContain("OpenProceeding", await KindsAsync(world, FollowUpPeople.Local));
        foreach (var (reader, openings) in new[] { (FollowUpPeople.Coordinator, 1), (FollowUpPeople.Local, 0) })
        {
            var shown = await world.AskAsync<TrailQueries, IReadOnlyList<AccountOpeningRow>>(q =>
                q.OpeningsOfAsync(reader, FollowUpPeople.Coordinator.Id)
            );
            Assert.Equal(openings, shown.Count);
        }

        var handle = (await world.FindAsync(FollowUpPeople.Local))!;
        Assert.Empty(await world.AskAsync<SeenQueries, IReadOnlyList<OpeningRow>>(q => q.OpeningsAsync(handle)));
        Assert.DoesNotContain(
            await world.AskAsync<SeenQueries, IReadOnlyList<SeerRow>>(q => q.SeersAsync(handle, world.Today)),
            s => s.RestsOn.Any(c => c.Purpose == ConsentPurpose.AccessToJustice)
        );

        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.WithdrawAsync(await ConsentAsync(world, ConsentPurpose.ContactWithLocalOffice));
        var before = await KindsAsync(world, FollowUpPeople.Local);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.ActAsync(FollowUpPeople.Coordinator, work => work.AskAsync(Asked(WorkItemKind.MoreSupportAsked)));
        Assert.Equal(before, await KindsAsync(world, FollowUpPeople.Local));
        Assert.Equal(before.Count, (await KindsAsync(world, FollowUpPeople.Coordinator)).Count(k => k != "OpenProceeding") - 1);
    }
}
