using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.List;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Justice;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Justice.Trials;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.FollowUp;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Hemvag.Tests.Justice.JusticeSteps;

namespace Hemvag.Tests.Justice;

/// <summary>Help with a journey to a trial (S4.12): who learns of it, and what ends it.</summary>
public sealed class JusticeJourneyTests
{
    [Theory, OnBothDatabases]
    public async Task The_local_office_learns_of_a_journey_and_of_no_reason(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await SayYesAsync(world);
        var id = await OpenAsync(world);
        var wanted = new JourneyWanted(
            world.Today.AddDays(10),
            world.Today.AddDays(14),
            new JourneyHelpPayload("A", "B", null),
            new JourneyHelpPayload("B", "A", null)
        );
        var unasked = await Assert.ThrowsAsync<RefusedException>(() => AskAsync());
        Assert.Equal("TrialNotWanted", unasked.Refusal.Name);
        await DoAsync<TrialService>(
            world,
            FollowUpPeople.Caseworker,
            (t, h) => t.WriteAsync(h, world.NewId(), id, 0, TrialWish.TakesPartInPerson, world.Today, new TrialPayload("Kallelse", "Skydd"))
        );
        await AskAsync();

        Assert.All(await world.OpenWorkAsync(WorkItemKind.PlanJourneyHelp), w => Assert.Equal(FollowUpPeople.Helsinki, w.OrganisationId));
        var asked = await world.OpenWorkAsync(WorkItemKind.HelpWithJourney);
        Assert.Equal(2, asked.Count);
        Assert.All(asked, w => Assert.Equal(FollowUpPeople.Office, w.OrganisationId));
        Assert.All(asked, w => Assert.DoesNotContain("justice", w.Page, StringComparison.Ordinal));
        var first = asked[0].SubjectId!.Value;
        await DoAsync<JourneyHelping>(world, FollowUpPeople.Local, (j, h) => j.ReadyAsync(h, world.NewId(), first));
        var again = await Assert.ThrowsAsync<RefusedException>(() =>
            DoAsync<JourneyHelping>(world, FollowUpPeople.Local, (j, h) => j.ReadyAsync(h, world.NewId(), first))
        );
        Assert.Equal("JourneyHelpOver", again.Refusal.Name);
        Assert.Single(await world.OpenWorkAsync(WorkItemKind.HelpWithJourney));
        Assert.Equal(2, (await world.OpenWorkAsync(WorkItemKind.PlanJourneyHelp)).Count);

        await CloseAsync(world);
        // The office has lost sight of the case: what it was asked falls to IOM, which has the thread.
        Assert.Equal(FollowUpPeople.Helsinki, Assert.Single(await world.OpenWorkAsync(WorkItemKind.HelpWithJourney)).OrganisationId);
        await world.VerifyAsync();

        Task AskAsync() => DoAsync<JourneyHelping>(world, FollowUpPeople.Coordinator, (j, h) => j.AskAsync(h, world.NewId(), id, wanted));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_travels_on_a_held_case(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await SayYesAsync(world);
        var id = await OpenAsync(world);
        await StopAsync(world);
        var wanted = new JourneyWanted(world.Today, null, new JourneyHelpPayload(null, null, null), new JourneyHelpPayload(null, null, null));
        var held = await Assert.ThrowsAsync<RefusedException>(() =>
            DoAsync<JourneyHelping>(world, FollowUpPeople.Coordinator, (j, h) => j.AskAsync(h, world.NewId(), id, wanted))
        );
        Assert.Equal("CaseHeld", held.Refusal.Name);
    }

    [Theory, OnBothDatabases]
    public async Task Help_with_a_journey_ends_with_the_yes_the_wish_and_the_thread_and_is_undone(DatabaseKind kind)
    {
        foreach (var how in new[] { "yes", "wish", "thread" })
        {
            await using var world = await FollowUpWorld.CreateAsync(kind);
            var yes = await SayYesAsync(world);
            var id = await OpenAsync(world);
            var journey = await AskForJourneyAsync(world, id);
            await DoAsync<JourneyHelping>(world, FollowUpPeople.Local, (j, h) => j.ReadyAsync(h, world.NewId(), journey));
            await DoAsync<JourneyHelping>(world, FollowUpPeople.Caseworker, (j, h) => j.ReadyAsync(h, world.NewId(), journey));
            var other = (await world.OpenWorkAsync(WorkItemKind.PlanJourneyHelp)).Single().SubjectId!.Value;
            await (
                how switch
                {
                    "yes" => DoAsync<ConsentService>(world, FollowUpPeople.Coordinator, (c, h) => c.WithdrawAsync(h, world.NewId(), yes)),
                    "wish" => DoAsync<TrialService>(
                        world,
                        FollowUpPeople.Caseworker,
                        (t, h) => t.WriteAsync(h, world.NewId(), id, 1, TrialWish.TakesPartByVideo, world.Today, new TrialPayload(null, null))
                    ),
                    _ => DoAsync<ThreadEnding>(world, FollowUpPeople.Coordinator, (e, h) => e.EndAsync(h, world.NewId(), seenOpen: true)),
                }
            );
            Assert.All(await world.ReadAsync(db => db.Set<JourneyHelp>().ToListAsync()), j => Assert.NotNull(j.CancelledAt));
            Assert.Empty(await world.OpenWorkAsync(WorkItemKind.PlanJourneyHelp));
            Assert.Empty(await world.OpenWorkAsync(WorkItemKind.HelpWithJourney));
            var undo = await world.OpenWorkAsync(WorkItemKind.UndoJourneyHelp);
            Assert.All(undo, w => Assert.Equal(journey, w.SubjectId));
            Assert.Equal(
                [FollowUpPeople.Helsinki, FollowUpPeople.Office],
                undo.Select(w => w.OrganisationId).OrderBy(o => o != FollowUpPeople.Helsinki)
            );
            await DoAsync<JourneyHelping>(world, FollowUpPeople.Local, (j, h) => j.UndoneAsync(h, world.NewId(), journey));
            Assert.Equal(FollowUpPeople.Helsinki, Assert.Single(await world.OpenWorkAsync(WorkItemKind.UndoJourneyHelp)).OrganisationId);
            Assert.Equal(
                "JourneyHelpOver",
                await WhyNotAsync(() => DoAsync<JourneyHelping>(world, FollowUpPeople.Local, (j, h) => j.UndoneAsync(h, world.NewId(), other)))
            );
            await world.VerifyAsync();
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_stop_holds_what_is_arranged_and_asks_for_nothing_more(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await SayYesAsync(world);
        var journey = await AskForJourneyAsync(world, await OpenAsync(world));
        await DoAsync<JourneyHelping>(world, FollowUpPeople.Caseworker, (j, h) => j.ReadyAsync(h, world.NewId(), journey));

        await StopAsync(world);

        var after = await world.ReadAsync(db => db.Set<JourneyHelp>().OrderBy(j => j.TravelsOn).ToListAsync());
        Assert.Equal([true, false], after.Select(j => j.CancelledAt is null));
        Assert.Equal(FollowUpPeople.Helsinki, Assert.Single(await world.OpenWorkAsync(WorkItemKind.HoldBookings)).OrganisationId);
        Assert.Equal(
            "CaseHeld",
            await WhyNotAsync(() => DoAsync<JourneyHelping>(world, FollowUpPeople.Local, (j, h) => j.ReadyAsync(h, world.NewId(), journey)))
        );
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_fell_from_the_office_is_ended_by_iom_which_reads_the_places(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await SayYesAsync(world);
        var journey = await AskForJourneyAsync(world, await OpenAsync(world));
        await CloseAsync(world);
        await DoAsync<CaseOpenings>(
            world,
            FollowUpPeople.Caseworker,
            (o, h) => o.OpenAsync(h, world.NewId(), Compartment.Justice, CaseLinks.Justice)
        );
        var iom = (await world.FindAsync(FollowUpPeople.Caseworker))!;
        Assert.False(iom.MayOpen(Compartment.Travel));
        var places = await world.AskAsync<CaseVault, Unsealed<JourneyHelpPayload>?>(async vault =>
            await world.ReadAsync(db =>
                vault.ReadAsync<JourneyHelpPayload>(db, iom.Opened!, Compartment.Justice, $"{JourneyHelp.ThreadPrefix}{journey:N}")
            )
        );
        Assert.Equal("A", places!.Value.From);
        // Of a case seen for its thread alone a list tells that, and what waits for the reader.
        var row = Assert.Single(
            (await world.AskAsync((CaseListQueries q) => q.ListAsync(FollowUpPeople.Caseworker, new CaseListFilter(null, null)))).Rows
        );
        Assert.Equal((true, 0, CaseState.Open, (string?)null), (row.ThreadAlone, row.Step, row.State, row.Holder));
        Assert.Empty(
            (await world.AskAsync((CaseListQueries q) => q.ListAsync(FollowUpPeople.Caseworker, new CaseListFilter(null, CaseState.Closed)))).Rows
        );

        await DoAsync<JourneyHelping>(world, FollowUpPeople.Caseworker, (j, h) => j.ReadyAsync(h, world.NewId(), journey));

        var done = await world.ReadAsync(db => db.Set<JourneyHelp>().SingleAsync(j => j.Id == journey));
        Assert.True(done is { PlannedAt: not null, OfficeReadyAt: not null });
        Assert.DoesNotContain(await world.OpenWorkAsync(WorkItemKind.HelpWithJourney), w => w.SubjectId == journey);
        await world.VerifyAsync();
    }
}
