using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Hemvag.Tests.FollowUp;

public sealed class ContactTests
{
    private static readonly ContactNotePayload Empty = new(null, null, null, null);

    [Theory, OnBothDatabases]
    public async Task Arrival_plans_the_programmes_six_months(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        var contacts = await world.ContactsAsync();
        Assert.Equal([1, 2, 3, 4, 5, 6], contacts.Select(c => c.Month!.Value));
        Assert.All(contacts, c => Assert.Equal(world.Today.AddMonths(c.Month!.Value), c.PlannedOn));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_renewed_yes_to_contact_cancels_nothing_and_one_that_has_run_out_does(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await world.ActAsync(FollowUpPeople.Coordinator, work => ConsentWriting.AddAsync(work, Yes(work, world.ContactConsentId, ends: null)));
        Assert.All(await world.ContactsAsync(), c => Assert.True(c.IsOpen));
        var renewed = await world.ReadAsync(db => db.Set<Consent>().Where(c => c.Replaces == world.ContactConsentId).Select(c => c.Id).SingleAsync());

        await world.ActAsync(FollowUpPeople.Coordinator, work => ConsentWriting.AddAsync(work, Yes(work, renewed, work.Today.AddDays(-1))));
        Assert.All(await world.ContactsAsync(), c => Assert.Equal(ContactCancelReason.ConsentWithdrawn, c.CancelledBecause));
        await world.VerifyAsync();
    }

    private static ConsentRequest Yes(CaseWork work, Guid replaces, DateOnly? ends) =>
        new(
            ConsentPurpose.ContactAfterReturn,
            [FollowUpPeople.Office],
            Compartment.Contact | Compartment.Notes,
            "sv",
            null,
            ConsentForm.Written,
            ConsentPrompts.Needed,
            work.Today.AddDays(-2),
            ends,
            replaces,
            null
        );

    [Theory, OnBothDatabases]
    public async Task A_corrected_day_of_arrival_moves_what_is_planned_by_the_month(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind, arrived: false);
        var opened = world.Today;
        world.Time.Advance(TimeSpan.FromDays(20));
        await ArriveAsync(world, opened);
        var (kept, moved) = ((await world.ContactsAsync())[5], world.Today.AddDays(30));
        await world.DoAsync<ContactPlanning>(FollowUpPeople.Local, (p, h) => p.MoveAsync(h, world.NewId(), kept.Id, kept.PlannedOn, moved));

        await CorrectAsync(world, opened, opened.AddDays(10));

        var contacts = await world.ContactsAsync();
        Assert.Equal(6, contacts.Count);
        Assert.All(contacts.Where(c => c.Id != kept.Id), c => Assert.Equal(opened.AddDays(10).AddMonths(c.Month!.Value), c.PlannedOn));
        Assert.Equal(moved, contacts.Single(c => c.Id == kept.Id).PlannedOn);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Months_that_a_wrong_day_had_put_in_the_past_are_planned_when_it_is_corrected(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind, arrived: false);
        var opened = world.Today;
        world.Time.Advance(TimeSpan.FromDays(200));
        await ArriveAsync(world, opened);
        Assert.Empty(await world.ContactsAsync());

        await CorrectAsync(world, opened, world.Today);

        Assert.Equal([1, 2, 3, 4, 5, 6], (await world.ContactsAsync()).Select(c => c.Month!.Value));
    }

    private static Task ArriveAsync(FollowUpWorld world, DateOnly on) =>
        world.DoAsync<TravelMilestones>(FollowUpPeople.Local, (m, h) => m.RecordAsync(h, world.NewId(), MilestoneKind.MetOnArrival, on));

    private static Task CorrectAsync(FollowUpWorld world, DateOnly shown, DateOnly to) =>
        world.DoAsync<TravelMilestones>(
            FollowUpPeople.Local,
            (m, h) => m.CorrectAsync(h, world.NewId(), MilestoneKind.MetOnArrival, shown, to, CorrectionReason.Mistyped)
        );

    [Theory, OnBothDatabases]
    public async Task Without_a_yes_nothing_is_planned_and_nothing_can_be(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind, yes: false);
        Assert.Empty(await world.ContactsAsync());
        await RefusedAsync(
            "ContactConsentNotGiven",
            () => world.DoAsync<ContactPlanning>(FollowUpPeople.Local, (p, h) => p.PlanAsync(h, world.NewId()))
        );
        await RefusedAsync(
            "ContactConsentNotGiven",
            () => world.DoAsync<ContactPlanning>(FollowUpPeople.Local, (p, h) => p.AddAsync(h, world.NewId(), world.Today))
        );
    }

    [Theory, OnBothDatabases]
    public async Task Three_days_ahead_the_office_is_asked_and_silence_climbs_to_the_coordinator(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        var first = (await world.ContactsAsync())[0];
        await world.PassAsync(first.PlannedOn.AddDays(-4).DayNumber - world.Today.DayNumber);
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.HoldContact));
        await world.PassAsync(1);
        var asked = Assert.Single(await world.OpenWorkAsync(WorkItemKind.HoldContact));
        Assert.Equal((first.PlannedOn, FollowUpPeople.Office, Role.LocalOfficeWorker), (asked.DueOn!.Value, asked.OrganisationId, asked.Role));
        await world.PassAsync(14);
        var missed = await world.OpenWorkAsync(WorkItemKind.ContactMissed);
        Assert.Equal([Role.LocalOfficeWorker, Role.IomCaseworker, Role.RegionalCoordinator], missed.Select(w => w.Role));
        Assert.All(missed, w => Assert.Equal(Urgency.Safety, w.Urgency));
        Assert.True((await world.ContactsAsync())[0].IsOpen);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_miss_before_the_day_climbs_like_any_other_and_without_a_yes_the_holder_is_told(DatabaseKind kind)
    {
        foreach (var saidYes in new[] { true, false })
        {
            await using var world = await FollowUpWorld.CreateAsync(kind);
            var first = (await world.ContactsAsync())[0];
            await world.PassAsync(first.PlannedOn.AddDays(-3).DayNumber - world.Today.DayNumber);
            await world.DoAsync<ContactRecording>(
                FollowUpPeople.Local,
                (r, h) => r.MissedAsync(h, world.NewId(), first.Id, new MissedContact(world.Today, MissedNext.TriedAgain, null))
            );
            if (!saidYes)
            {
                await world.DoAsync<ConsentNarrowing>(
                    FollowUpPeople.Coordinator,
                    (n, h) =>
                        n.NarrowAsync(
                            h,
                            world.NewId(),
                            world.ContactConsentId,
                            new WhatIsLeft([FollowUpPeople.Office], Compartment.Contact | Compartment.Notes, world.Today)
                        )
                );
            }

            await world.PassAsync(9);

            var missed = await world.OpenWorkAsync(WorkItemKind.ContactMissed);
            Role[] climbed = [Role.LocalOfficeWorker, Role.IomCaseworker, Role.RegionalCoordinator];
            Assert.Equal(saidYes ? climbed : [], missed.Select(w => w.Role));
            if (!saidYes)
            {
                Assert.Contains(
                    await world.OpenWorkAsync(WorkItemKind.ConsentWithdrawn),
                    w => w.SubjectId == first.Id && w.AccountId == FollowUpPeople.Coordinator.Id
                );
            }

            await world.VerifyAsync();
        }
    }

    [Theory, OnBothDatabases]
    public async Task Ended_support_cancels_what_is_late_and_missed_too(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        var missed = (await world.ContactsAsync())[1].Id;
        await world.PassAsync(40);
        await world.DoAsync<ContactRecording>(
            FollowUpPeople.Local,
            (r, h) => r.MissedAsync(h, world.NewId(), missed, new MissedContact(world.Today, MissedNext.TriedAgain, null))
        );
        await world.EndSupportAsync();
        Assert.All(await world.ContactsAsync(), c => Assert.Equal(ContactCancelReason.SupportEnded, c.CancelledBecause));
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.ContactMissed));
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.HoldContact));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Missed_tries_climb_one_by_one_and_a_held_contact_settles_them(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        var id = (await world.ContactsAsync())[0].Id;
        foreach (var role in new[] { Role.LocalOfficeWorker, Role.IomCaseworker, Role.RegionalCoordinator })
        {
            await world.DoAsync<ContactRecording>(
                FollowUpPeople.Local,
                (r, h) => r.MissedAsync(h, world.NewId(), id, new MissedContact(world.Today, MissedNext.TriedAgain, "a note"))
            );
            Assert.Contains(await world.OpenWorkAsync(WorkItemKind.ContactMissed), w => w.Role == role);
        }

        await world.DoAsync<ContactRecording>(
            FollowUpPeople.Local,
            (r, h) => r.HeldAsync(h, world.NewId(), id, new HeldContact(world.Today, ContactWay.Phone, false, Empty))
        );
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.ContactMissed));
        Assert.Equal(ContactState.Held, (await world.ContactsAsync()).Single(c => c.Id == id).State);
        await world.VerifyAsync();
    }

    [Theory]
    [InlineData(1, MissedNext.TriedAgain, ClimbLevel.None, ClimbLevel.ContactHolder)]
    [InlineData(2, MissedNext.OtherAgreedWay, ClimbLevel.ContactHolder, ClimbLevel.Caseworker)]
    [InlineData(3, MissedNext.AskedNamedPerson, ClimbLevel.Caseworker, ClimbLevel.Coordinator)]
    [InlineData(1, MissedNext.Climb, ClimbLevel.None, ClimbLevel.Caseworker)]
    [InlineData(1, MissedNext.TriedAgain, ClimbLevel.Coordinator, ClimbLevel.Coordinator)]
    [InlineData(9, MissedNext.Climb, ClimbLevel.Coordinator, ClimbLevel.Coordinator)]
    internal void A_missed_contact_climbs_and_never_falls_back(int tries, MissedNext next, ClimbLevel now, ClimbLevel expected) =>
        Assert.Equal(expected, ContactClimb.LevelFor(tries, next, now));

    [Theory, OnBothDatabases]
    public async Task More_support_goes_to_the_caseworker_and_must_say_what(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        var id = (await world.ContactsAsync())[0].Id;
        await RefusedAsync(
            "SupportRequestEmpty",
            () =>
                world.DoAsync<ContactRecording>(
                    FollowUpPeople.Local,
                    (r, h) => r.HeldAsync(h, world.NewId(), id, new HeldContact(world.Today, ContactWay.Visit, true, Empty))
                )
        );
        await world.DoAsync<ContactRecording>(
            FollowUpPeople.Local,
            (r, h) => r.HeldAsync(h, world.NewId(), id, new HeldContact(world.Today, ContactWay.Visit, true, Empty with { SupportAsked = "a stove" }))
        );
        var asked = Assert.Single(await world.OpenWorkAsync(WorkItemKind.MoreSupportAsked));
        Assert.Equal((Role.IomCaseworker, (Guid?)id), (asked.Role, asked.SubjectId));
        await world.DoAsync<ContactRecording>(FollowUpPeople.Caseworker, (r, h) => r.AnswerMoreSupportAsync(h, world.NewId(), id));
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.MoreSupportAsked));
    }

    [Theory, OnBothDatabases]
    public async Task Ended_support_cancels_what_is_planned_and_the_person_may_keep_it(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await world.EndSupportAsync();
        Assert.All(await world.ContactsAsync(), c => Assert.Equal(ContactCancelReason.SupportEnded, c.CancelledBecause));
        await world.DoAsync<ContactPlanning>(FollowUpPeople.Local, (p, h) => p.KeepAsync(h, world.NewId()));
        Assert.All(await world.ContactsAsync(), c => Assert.Equal(ContactState.Planned, c.State));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_withdrawn_consent_cancels_every_contact_and_nobody_is_asked(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await world.WithdrawAsync(world.ContactConsentId);
        Assert.All(await world.ContactsAsync(), c => Assert.Equal(ContactCancelReason.ConsentWithdrawn, c.CancelledBecause));
        await world.PassAsync(40);
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.HoldContact));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_moved_contact_is_asked_for_on_its_new_day_only(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        var first = (await world.ContactsAsync())[0];
        await RefusedAsync(
            "ContactInThePast",
            () =>
                world.DoAsync<ContactPlanning>(
                    FollowUpPeople.Local,
                    (p, h) => p.MoveAsync(h, world.NewId(), first.Id, first.PlannedOn, world.Today.AddDays(-1))
                )
        );
        await world.DoAsync<ContactPlanning>(
            FollowUpPeople.Local,
            (p, h) => p.MoveAsync(h, world.NewId(), first.Id, first.PlannedOn, first.PlannedOn.AddDays(10))
        );
        await world.PassAsync(first.PlannedOn.DayNumber - world.Today.DayNumber);
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.HoldContact));
        await world.PassAsync(8);
        Assert.Equal(first.PlannedOn.AddDays(10), Assert.Single(await world.OpenWorkAsync(WorkItemKind.HoldContact)).DueOn);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(25)]
    public async Task The_longer_watch_stays_within_two_years(int untilMonth)
    {
        await using var world = await FollowUpWorld.CreateAsync(DatabaseKind.Sqlite);
        await RefusedAsync(
            "WatchTooLong",
            () => world.DoAsync<ContactPlanning>(FollowUpPeople.Local, (p, h) => p.PlanWatchAsync(h, world.NewId(), untilMonth))
        );
        await world.DoAsync<ContactPlanning>(FollowUpPeople.Local, (p, h) => p.PlanWatchAsync(h, world.NewId(), 24));
        var watch = (await world.ContactsAsync()).Where(c => c.Origin == ContactOrigin.Watch).Select(c => c.Month!.Value);
        Assert.Equal([9, 12, 15, 18, 21, 24], watch);
    }

    internal static async Task RefusedAsync(string name, Func<Task> act) =>
        Assert.Equal(name, (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Name);
}
