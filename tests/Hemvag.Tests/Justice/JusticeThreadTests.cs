using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Cases.ProtectedIdentity;
using Hemvag.Modules.Justice;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Justice.Telling;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Retention;
using Hemvag.Modules.Today;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.FollowUp;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Hemvag.Tests.Justice.JusticeSteps;

namespace Hemvag.Tests.Justice;

/// <summary>The thread of access to justice (S4.12): its life after the case, its reminders, two people on it.</summary>
public sealed class JusticeThreadTests
{
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

    [Fact]
    public void Justice_has_a_time_of_its_own()
    {
        var rule = RetentionRule.Find("justice")!;
        Assert.Equal(Compartment.Justice, rule.Flags);
        Assert.DoesNotContain(Compartment.Justice, RetentionRule.Find("case")!.Compartments);
    }
}
