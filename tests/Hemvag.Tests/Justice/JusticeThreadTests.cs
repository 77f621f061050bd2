using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.List;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Cases.Overview;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Cases.ProtectedIdentity;
using Hemvag.Modules.Cases.Withdrawals;
using Hemvag.Modules.Justice;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Justice.Telling;
using Hemvag.Modules.Justice.Trials;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Retention;
using Hemvag.Modules.Today;
using Hemvag.Modules.Trail.Reading;
using Hemvag.Modules.Trail.Seen;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.FollowUp;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Hemvag.Tests.Justice;

/// <summary>The thread of access to justice (S4.12): its wall, its life after the case, its reminders and journeys.</summary>
public sealed class JusticeThreadTests
{
    private static readonly ProceedingPayload Court = new("Tingsrätten", "B 1", "Ombud", null, null);

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
    public async Task The_thread_outlives_the_case_until_it_is_ended(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await SayYesAsync(world);
        var id = await OpenAsync(world);
        await DoAsync<ProceedingKeeping>(
            world,
            FollowUpPeople.Caseworker,
            (k, h) => k.AddDayAsync(h, world.NewId(), id, Day(world), world.Today.AddDays(3))
        );
        await CloseAsync(world);

        var iom = (await world.FindAsync(FollowUpPeople.Caseworker))!;
        Assert.True(iom.IsThreadAlone);
        Assert.True(iom.May(CaseAction.EditJustice));
        Assert.False(iom.May(CaseAction.SeeCase));
        Assert.False(iom.May(CaseAction.SeeTravel));
        Assert.Equal(Compartment.Justice | Compartment.Contact, iom.Compartments);
        Assert.Null(await world.FindAsync(FollowUpPeople.Local));
        // What the thread needs still waits; nothing else does.
        Assert.Equal(FollowUpPeople.Helsinki, Assert.Single(await world.OpenWorkAsync(WorkItemKind.JusticeDay)).OrganisationId);
        await DoAsync<ProceedingKeeping>(
            world,
            FollowUpPeople.Caseworker,
            (k, h) => k.SetStageAsync(h, world.NewId(), id, ProceedingStage.Investigation, ProceedingStage.Ended, world.Today)
        );

        await DoAsync<ThreadEnding>(world, FollowUpPeople.Coordinator, (e, h) => e.EndAsync(h, world.NewId(), seenOpen: false));
        Assert.Null(await world.FindAsync(FollowUpPeople.Caseworker));
        Assert.True((await world.FindAsync(FollowUpPeople.Coordinator))!.May(CaseAction.SeeJustice));
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.JusticeDay));
        var closed = await Assert.ThrowsAsync<RefusedException>(() => OpenAsync(world));
        Assert.Equal("CaseClosed", closed.Refusal.Name);
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
    public async Task Whoever_saves_second_is_told(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await SayYesAsync(world);
        var id = await OpenAsync(world);
        await DoAsync<ProceedingKeeping>(
            world,
            FollowUpPeople.Coordinator,
            (k, h) => k.WriteAsync(h, world.NewId(), id, 1, Court with { Notes = "Ett" })
        );
        var second = await Assert.ThrowsAsync<RefusedException>(() =>
            DoAsync<ProceedingKeeping>(
                world,
                FollowUpPeople.Caseworker,
                (k, h) => k.WriteAsync(h, world.NewId(), id, 1, Court with { Notes = "Två" })
            )
        );
        Assert.Equal("SectionChanged", second.Refusal.Name);
        await DoAsync<ProceedingKeeping>(
            world,
            FollowUpPeople.Coordinator,
            (k, h) => k.SetStageAsync(h, world.NewId(), id, ProceedingStage.Investigation, ProceedingStage.Prosecution, world.Today)
        );
        var late = await Assert.ThrowsAsync<RefusedException>(() =>
            DoAsync<ProceedingKeeping>(
                world,
                FollowUpPeople.Caseworker,
                (k, h) => k.SetStageAsync(h, world.NewId(), id, ProceedingStage.Investigation, ProceedingStage.Ended, world.Today)
            )
        );
        Assert.Equal("SectionChanged", late.Refusal.Name);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_form_twice_is_one_proceeding(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await SayYesAsync(world);
        var form = world.NewId();
        for (var i = 0; i < 2; i++)
        {
            await DoAsync<ProceedingKeeping>(
                world,
                FollowUpPeople.Coordinator,
                (k, h) => k.OpenAsync(h, form, ProceedingSide.Sweden, ProceedingStage.Reported, world.Today, Court)
            );
        }

        Assert.Equal(1, await world.ReadAsync(db => db.Set<Proceeding>().CountAsync(p => p.CaseId == world.CaseId)));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_reminded_to_call_before_the_rules_for_safe_contact_are_read(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await SayYesAsync(world);
        var id = await OpenAsync(world);
        var unread = await Assert.ThrowsAsync<RefusedException>(() =>
            DoAsync<TellingService>(
                world,
                FollowUpPeople.Coordinator,
                (t, h) => t.PlanAsync(h, world.NewId(), id, Teller.IomFinland, world.Today.AddDays(2))
            )
        );
        Assert.Equal("SafeContactNotRead", unread.Refusal.Name);
        await PlanTellingAsync(world, id);
        var item = Assert.Single(await world.OpenWorkAsync(WorkItemKind.TellDevelopment));
        Assert.Equal((FollowUpPeople.Helsinki, world.Today.AddDays(2)), (item.OrganisationId, item.DueOn!.Value));
        // Not even its day shows to others in lists.
        Assert.NotEqual(item.DueOn, (await world.CaseAsync()).NextDueOn);
        Assert.DoesNotContain(
            await world.ReadAsync(db => WorkSight.Shown(db, FollowUpPeople.Local, world.Today).ToListAsync()),
            w => w.Id == item.Id
        );

        await DoAsync<TellingService>(
            world,
            FollowUpPeople.Caseworker,
            (t, h) =>
                t.RecordAsync(
                    h,
                    world.NewId(),
                    id,
                    new ToldNow(world.Today, ToldBy.IomFinland, ToldWay.Phone, "ar", true, new ToldPayload("Åtal är väckt.", null))
                )
        );
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.TellDevelopment));
        await world.VerifyAsync();
    }

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
    public async Task A_closed_case_whose_thread_lives_is_cared_for(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        var yes = await SayYesAsync(world);
        await OpenAsync(world);
        await world.ActAsync(
            FollowUpPeople.Coordinator,
            work => work.AddParticipantAsync(FollowUpPeople.Region, FollowUpPeople.Coordinator.Id, Role.RegionalCoordinator, restsOn: null)
        );
        await CloseAsync(world);

        var rules = new ContactPayload("2", "17–18", null, null, "Ring aldrig hem", "ar", true);
        await DoAsync<PersonService>(world, FollowUpPeople.Coordinator, (p, h) => p.SaveContactAsync(h, world.NewId(), rules, 0));
        var identity = new IdentityPayload("A", null, null, null, null, null);
        Assert.Equal(
            "CaseClosed",
            await WhyNotAsync(() =>
                DoAsync<PersonService>(world, FollowUpPeople.Coordinator, (p, h) => p.SaveIdentityAsync(h, world.NewId(), identity, 0))
            )
        );
        var part = await world.ReadAsync(db =>
            db.Set<CaseParticipant>()
                .Where(p => p.AccountId == FollowUpPeople.Coordinator.Id && p.CaseId == world.CaseId)
                .Select(p => p.Id)
                .SingleAsync()
        );
        await DoAsync<IdentityProtecting>(
            world,
            FollowUpPeople.Coordinator,
            (p, h) => p.SetAsync(h, world.NewId(), "", IdentityProtection.ConfidentialityMark, [part])
        );
        Assert.Equal(Compartment.Justice, (await world.FindAsync(FollowUpPeople.Caseworker))!.Compartments);
        // Whom it is shared with is looked for: it is not refused because the case is closed.
        Assert.Equal(
            "ColleagueMissing",
            await WhyNotAsync(() =>
                DoAsync<ColleagueService>(world, FollowUpPeople.Coordinator, (c, h) => c.ShareAsync(h, world.NewId(), world.NewId()))
            )
        );
        var left = new WhatIsLeft([FollowUpPeople.Helsinki], Compartment.Justice | Compartment.Contact, world.Today.AddDays(30));
        await DoAsync<ConsentNarrowing>(world, FollowUpPeople.Coordinator, (c, h) => c.NarrowAsync(h, world.NewId(), yes, left));
        var exchange = await ConsentAsync(world, ConsentPurpose.ExchangeWithIom);
        Assert.Equal(
            "CaseClosed",
            await WhyNotAsync(() =>
                DoAsync<ConsentNarrowing>(world, FollowUpPeople.Coordinator, (c, h) => c.NarrowAsync(h, world.NewId(), exchange, left))
            )
        );

        // Whoever tells the person is who hears the no, and sees that one consent.
        var iom = (await world.FindAsync(FollowUpPeople.Caseworker))!;
        var shown = await world.AskAsync<ConsentQueries, IReadOnlyList<ConsentRow>>(q => q.AllAsync(iom));
        Assert.All(shown, r => Assert.Equal(ConsentPurpose.AccessToJustice, r.Consent.Purpose));
        Assert.Equal(
            "ConsentMissing",
            await WhyNotAsync(() => DoAsync<ConsentService>(world, FollowUpPeople.Caseworker, (c, h) => c.WithdrawAsync(h, world.NewId(), exchange)))
        );
        await DoAsync<ConsentService>(world, FollowUpPeople.Caseworker, (c, h) => c.WithdrawAsync(h, world.NewId(), yes));
        Assert.Null(await world.FindAsync(FollowUpPeople.Caseworker));
        var notices = await world.AskAsync<NoticeQueries, IReadOnlyList<NoticeRow>>(q => q.ListAsync(FollowUpPeople.Coordinator));
        Assert.Contains(notices, n => n.Kind == nameof(WorkItemKind.ConsentWithdrawn));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task An_ended_thread_is_read_and_a_case_without_holder_has_none(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await SayYesAsync(world);
        await HoldAsync(world, null);
        Assert.Equal("ThreadNeedsHolder", await WhyNotAsync(() => OpenAsync(world)));
        await HoldAsync(world, FollowUpPeople.Coordinator.Id);
        var id = await OpenAsync(world);
        await DoAsync<ThreadEnding>(world, FollowUpPeople.Coordinator, (e, h) => e.EndAsync(h, world.NewId(), seenOpen: true));
        Assert.Equal(
            "ThreadNotOpen",
            await WhyNotAsync(() =>
                DoAsync<ProceedingKeeping>(
                    world,
                    FollowUpPeople.Caseworker,
                    (k, h) => k.WriteAsync(h, world.NewId(), id, 1, Court with { Notes = "Ett" })
                )
            )
        );
        // Another proceeding opens it anew.
        await OpenAsync(world);
        Assert.NotNull((await world.CaseAsync()).JusticeOpenSince);
    }

    private static Task HoldAsync(FollowUpWorld world, Guid? holder) =>
        world.ActAsync(
            FollowUpPeople.Coordinator,
            work =>
            {
                work.Record(new CountryOfReturnSet(work.Case.CountryCode, work.Case.CountryCode));
                work.Case.HolderId = holder;
                return Task.CompletedTask;
            }
        );

    [Theory, OnBothDatabases]
    public async Task Without_the_yes_nobody_calls_and_the_holder_is_asked(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        var yes = await SayYesAsync(world);
        var id = await OpenAsync(world);
        Assert.Equal(
            "ContactRulesMissing",
            await WhyNotAsync(() => PlanTellingAsync(world, id, new ContactPayload(" ", null, "", null, null, "ar", true)))
        );
        await PlanTellingAsync(world, id);
        var left = new WhatIsLeft([FollowUpPeople.Helsinki], Compartment.Justice | Compartment.Contact, world.Today.AddDays(1));
        await DoAsync<ConsentNarrowing>(world, FollowUpPeople.Coordinator, (c, h) => c.NarrowAsync(h, world.NewId(), yes, left));
        Assert.Equal("ReminderAfterTheYes", await WhyNotAsync(() => PlanTellingAsync(world, id)));

        await world.PassAsync(3);

        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.TellDevelopment));
        var asked = Assert.Single(await world.OpenWorkAsync(WorkItemKind.JusticeYesEnded));
        Assert.Equal((FollowUpPeople.Region, FollowUpPeople.Coordinator.Id), (asked.OrganisationId, asked.AccountId!.Value));
        // Given again, nothing is left to decide.
        await world.ActAsync(FollowUpPeople.Coordinator, work => ConsentWriting.AddAsync(work, Yes(work)));
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.JusticeYesEnded));
        await world.VerifyAsync();
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

    private static async Task<List<string>> KindsAsync(FollowUpWorld world, CurrentAccount reader) =>
        [
            .. (
                await world.AskAsync<TrailQueries, IReadOnlyList<TrailRow>>(q =>
                    q.ListAsync(reader, new TrailFilter(TrailArea.Cases, null, world.CaseId, null, 1))
                )
            ).Select(r => r.Kind),
        ];

    private static async Task<string> WhyNotAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Name;

    private static Task<Guid> ConsentAsync(FollowUpWorld world, ConsentPurpose purpose) =>
        world.ReadAsync(db => db.Set<Consent>().Where(c => c.CaseId == world.CaseId && c.Purpose == purpose).Select(c => c.Id).SingleAsync());

    // Both legs are asked for; the first one's id.
    private static async Task<Guid> AskForJourneyAsync(FollowUpWorld world, Guid id)
    {
        await DoAsync<TrialService>(
            world,
            FollowUpPeople.Caseworker,
            (t, h) => t.WriteAsync(h, world.NewId(), id, 0, TrialWish.TakesPartInPerson, world.Today, new TrialPayload("Kallelse", "Skydd"))
        );
        var wanted = new JourneyWanted(
            world.Today.AddDays(10),
            world.Today.AddDays(14),
            new JourneyHelpPayload("A", "B", null),
            new JourneyHelpPayload("B", "A", null)
        );
        await DoAsync<JourneyHelping>(world, FollowUpPeople.Coordinator, (j, h) => j.AskAsync(h, world.NewId(), id, wanted));
        return await world.ReadAsync(db => db.Set<JourneyHelp>().OrderBy(j => j.TravelsOn).Select(j => j.Id).FirstAsync());
    }

    private static Task StopAsync(FollowUpWorld world) =>
        world.ActAsync(
            FollowUpPeople.Coordinator,
            work =>
            {
                work.Case.HeldAt = work.Now;
                work.Record(new CaseStopped(null));
                return Task.CompletedTask;
            }
        );

    [Fact]
    public void Justice_has_a_time_of_its_own()
    {
        var rule = RetentionRule.Find("justice")!;
        Assert.Equal(Compartment.Justice, rule.Flags);
        Assert.DoesNotContain(Compartment.Justice, RetentionRule.Find("case")!.Compartments);
    }

    private static WorkAsked Asked(WorkItemKind kind) => new(kind, Urgency.Date, Role.IomCaseworker, FollowUpPeople.Helsinki, null, "", null);

    private static ProceedingDayPayload Day(FollowUpWorld world) => new(world.Today.AddDays(9), "Förhör");

    private static Task DoAsync<T>(FollowUpWorld world, CurrentAccount who, Func<T, CaseHandle, Task> act)
        where T : notnull => world.DoAsync(who, act);

    private static ConsentRequest Yes(CaseWork work) =>
        new(
            ConsentPurpose.AccessToJustice,
            [FollowUpPeople.Helsinki],
            Compartment.Justice | Compartment.Contact,
            "sv",
            null,
            ConsentForm.Written,
            ConsentPrompts.Needed,
            work.Today,
            null,
            null,
            null
        );

    private static async Task<Guid> SayYesAsync(FollowUpWorld world)
    {
        await world.ActAsync(
            FollowUpPeople.Coordinator,
            async work =>
            {
                await ConsentWriting.AddAsync(work, Yes(work));
                await work.AddParticipantAsync(FollowUpPeople.Helsinki, null, Role.IomCaseworker, restsOn: ConsentPurpose.AccessToJustice);
            }
        );
        return await world.ReadAsync(db =>
            db.Set<Consent>().Where(c => c.CaseId == world.CaseId && c.Purpose == ConsentPurpose.AccessToJustice).Select(c => c.Id).SingleAsync()
        );
    }

    private static async Task<Guid> OpenAsync(FollowUpWorld world)
    {
        await DoAsync<ProceedingKeeping>(
            world,
            FollowUpPeople.Coordinator,
            (k, h) => k.OpenAsync(h, world.NewId(), ProceedingSide.Sweden, ProceedingStage.Investigation, world.Today, Court)
        );
        return await world.ReadAsync(db => db.Set<Proceeding>().Where(p => p.CaseId == world.CaseId).Select(p => p.Id).FirstAsync());
    }

    private static async Task PlanTellingAsync(FollowUpWorld world, Guid id, ContactPayload? rules = null)
    {
        await world.ActAsync(
            FollowUpPeople.Coordinator,
            async work =>
            {
                rules ??= new ContactPayload("1", "9–10", null, null, null, "ar", true);
                var record = await work.SealAsync(Compartment.Contact, ContactPayload.Subject, rules, null);
                work.Record(new ProceedingWritten(id, record.Id));
            }
        );
        await DoAsync<CaseOpenings>(
            world,
            FollowUpPeople.Coordinator,
            (o, h) => o.OpenAsync(h, world.NewId(), Compartment.Contact, CaseLinks.Justice)
        );
        await DoAsync<TellingService>(
            world,
            FollowUpPeople.Coordinator,
            (t, h) => t.PlanAsync(h, world.NewId(), id, Teller.IomFinland, world.Today.AddDays(2))
        );
    }

    private static Task CloseAsync(FollowUpWorld world) =>
        world.ActAsync(
            FollowUpPeople.Coordinator,
            async work =>
            {
                work.Case.ClosedAt = work.Now;
                work.Case.ClosingGround = ClosingGround.Completed;
                work.Record(new CaseClosed(ClosingGround.Completed, ""));
                await CaseEnding.FinishWorkAsync(work);
            }
        );
}
