using Hemvag.Modules.Cases;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.FollowUp.Ending;
using Hemvag.Modules.FollowUp.Notes;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Hemvag.Tests.FollowUp;

public sealed class EndingTests
{
    [Theory, OnBothDatabases]
    public async Task Before_the_months_are_over_only_the_persons_wish_ends_it(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await ContactTests.RefusedAsync("MonthsNotOver", () => EndAsync(world, FollowUpEndGround.MonthsOver, seen: true));
        await EndAsync(world, FollowUpEndGround.NoMoreContactWanted, seen: false);
        Assert.All(await world.ContactsAsync(), c => Assert.Equal(ContactCancelReason.AtPersonsWish, c.CancelledBecause));
        Assert.True((await world.CaseAsync()).Has(MilestoneKind.FollowUpDone));
        Assert.Single(await world.OpenWorkAsync(WorkItemKind.CloseCase));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_still_open_must_have_been_seen(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        var id = (await world.ContactsAsync())[0].Id;
        await world.DoAsync<ContactRecording>(
            FollowUpPeople.Local,
            (r, h) => r.MissedAsync(h, world.NewId(), id, new MissedContact(world.Today, MissedNext.TriedAgain, null))
        );
        await world.PassAsync(190);
        await ContactTests.RefusedAsync("OpenThingsNotSeen", () => EndAsync(world, FollowUpEndGround.MonthsOver, seen: false));
        await EndAsync(world, FollowUpEndGround.MonthsOver, seen: true);
        Assert.Equal(1, await world.ReadAsync(db => db.Set<FollowUpEnd>().Select(e => e.StillOpen).FirstAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task A_follow_up_that_has_not_started_cannot_end(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind, arrived: false);
        await ContactTests.RefusedAsync("FollowUpNotStarted", () => EndAsync(world, FollowUpEndGround.NoMoreContactWanted, seen: true));
    }

    [Theory, OnBothDatabases]
    public async Task A_note_goes_to_those_a_live_consent_names_and_to_nobody_else(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind, notesTo: FollowUpPeople.Region);
        await ContactTests.RefusedAsync("ConsentMissing", () => WriteAsync(world, FollowUpPeople.OtherRegion));
        await ContactTests.RefusedAsync("ConsentMissing", () => WriteAsync(world));
        await WriteAsync(world, FollowUpPeople.Region);
        Assert.Equal(1, await world.ReadAsync(db => db.Set<ProgressNoteRecipient>().CountAsync()));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Without_consent_no_note_can_be_written(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await ContactTests.RefusedAsync("ConsentMissing", () => WriteAsync(world, FollowUpPeople.Region));
    }

    private static Task EndAsync(FollowUpWorld world, FollowUpEndGround ground, bool seen) =>
        world.DoAsync<FollowUpEnding>(FollowUpPeople.Local, (e, h) => e.EndAsync(h, world.NewId(), ground, world.Today, seen));

    private static Task WriteAsync(FollowUpWorld world, params Guid[] recipients) =>
        world.DoAsync<ProgressNotes>(FollowUpPeople.Caseworker, (n, h) => n.WriteAsync(h, world.NewId(), world.Today, recipients, "goes well"));
}
