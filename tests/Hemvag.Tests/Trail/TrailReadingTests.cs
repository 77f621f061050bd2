using Hemvag.Auditing;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.FollowUp.Notes;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Today;
using Hemvag.Modules.Trail.Reading;
using Hemvag.Modules.Trail.Seen;
using Hemvag.Modules.Trail.Verifying;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.FollowUp;
using Xunit;

namespace Hemvag.Tests.Trail;

public sealed class TrailReadingTests
{
    private static readonly TrailFilter Everything = new(null, null, null, null, 1);

    private static CurrentAccount National => FollowUpPeople.Coordinator with { OrganisationKind = OrganisationKind.NationalCoordination };

    [Theory, OnBothDatabases]
    public async Task The_trail_is_narrowed_by_case_kind_and_stream(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await OpenAsync(world);
        var all = await ListAsync(world, Everything);
        Assert.Equal(["OpenCompartments", "Test", "OpenMatter"], all.Select(r => r.Kind));
        Assert.All(all, r => Assert.StartsWith("ÅMP", r.Number, StringComparison.Ordinal));
        Assert.Equal(["OpenCompartments"], (await ListAsync(world, Everything with { Area = TrailArea.Openings })).Select(r => r.Kind));
        Assert.Equal(3, (await ListAsync(world, Everything with { CaseId = world.CaseId })).Count);
        Assert.Empty(await ListAsync(world, Everything with { CaseId = world.NewId() }));
        Assert.Empty(await ListAsync(world, Everything with { Kind = "NoSuchKind" }));
        Assert.Single(await ListAsync(world, Everything with { Kind = "OpenMatter" }));
        Assert.Empty(await ListAsync(world, Everything with { Page = 2 }));
    }

    [Theory, OnBothDatabases]
    public async Task Outside_national_coordination_the_trail_is_that_of_the_own_organisation(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await OpenAsync(world);
        foreach (var (reader, rows) in new[] { (FollowUpPeople.Coordinator, 3), (FollowUpPeople.Local, 3), (FollowUpPeople.Stranger, 0) })
        {
            Assert.Equal(rows, (await ListAsync(world, Everything, reader)).Count);
            Assert.Equal(rows, (await ListAsync(world, Everything with { CaseId = world.CaseId }, reader)).Count);
            Assert.Equal(rows == 0, await world.AskAsync<TrailQueries, string?>(q => q.NumberOfAsync(reader, world.CaseId)) is null);
            Assert.Equal(rows == 0, (await world.AskAsync<TrailQueries, IReadOnlyList<OpenerRow>>(q => q.OpenersAsync(reader))).Count == 0);
            var openings = await world.AskAsync<TrailQueries, IReadOnlyList<AccountOpeningRow>>(q =>
                q.OpeningsOfAsync(reader, FollowUpPeople.Local.Id)
            );
            Assert.Equal(rows == 0, openings.Count == 0);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Openings_are_counted_for_each_account(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await OpenAsync(world);
        await OpenAsync(world);
        var opener = Assert.Single(await world.AskAsync<TrailQueries, IReadOnlyList<OpenerRow>>(q => q.OpenersAsync(National)));
        Assert.Equal((2, 1), (opener.Openings, opener.Cases));
        var openings = await world.AskAsync<TrailQueries, IReadOnlyList<AccountOpeningRow>>(q =>
            q.OpeningsOfAsync(National, FollowUpPeople.Local.Id)
        );
        Assert.Equal(2, openings.Count);
        Assert.Empty(await world.AskAsync<TrailQueries, IReadOnlyList<AccountOpeningRow>>(q => q.OpeningsOfAsync(National, world.NewId())));
    }

    [Theory, OnBothDatabases]
    public async Task Those_who_see_a_case_stand_with_the_consents_it_rests_on(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await OpenAsync(world);
        var handle = (await world.FindAsync(FollowUpPeople.Coordinator))!;
        var seers = await world.AskAsync<SeenQueries, IReadOnlyList<SeerRow>>(q => q.SeersAsync(handle, world.Today));
        Assert.Equal(3, seers.Count);
        Assert.All(seers, s => Assert.True(s.Sees));
        Assert.Equal([0, 1, 2], seers.Select(s => s.RestsOn.Count).Order());
        var opening = Assert.Single(await world.AskAsync<SeenQueries, IReadOnlyList<OpeningRow>>(q => q.OpeningsAsync(handle)));
        Assert.Equal((FollowUpPeople.Local.Name, Compartment.Protection), (opening.Name, opening.Compartments));
    }

    [Theory, OnBothDatabases]
    public async Task A_verification_runs_as_a_job_and_keeps_its_counts(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind);
        await world.AskAsync<VerificationRuns, bool>(async runs =>
        {
            await runs.StartAsync(FollowUpPeople.Coordinator, world.NewId());
            await runs.StartAsync(FollowUpPeople.Coordinator, world.NewId());
            return true;
        });
        await world.PassAsync(1);
        var last = await world.AskAsync<VerificationRuns, VerificationRun?>(runs => runs.LastAsync());
        Assert.NotNull(last!.FinishedAt);
        Assert.Equal((0, 3, 2), (last.Findings, last.Operations, last.Streams));
    }

    [Theory, OnBothDatabases]
    public async Task The_follow_up_pages_read_what_they_show(DatabaseKind kind)
    {
        await using var world = await FollowUpWorld.CreateAsync(kind, notesTo: FollowUpPeople.Region);
        var coordinator = (await world.FindAsync(FollowUpPeople.Coordinator))!;
        var view = await world.AskAsync<ContactQueries, FollowUpView>(q => q.OverviewAsync(coordinator, world.Today));
        Assert.Equal((world.Today, true, 6), (view.Arrival!.Value, view.SaidYes, view.Contacts.Count));
        var first = view.Contacts[0];
        await world.DoAsync<ContactRecording>(
            FollowUpPeople.Local,
            (r, h) => r.MissedAsync(h, world.NewId(), first.Id, new MissedContact(world.Today, MissedNext.TriedAgain, null))
        );
        var contact = await world.AskAsync<ContactQueries, ContactView?>(q => q.FindAsync(coordinator, first.Id));
        Assert.Single(contact!.Tries);
        Assert.Null(await world.AskAsync<ContactQueries, ContactView?>(q => q.FindAsync(coordinator, world.NewId())));
        await world.DoAsync<ProgressNotes>(
            FollowUpPeople.Caseworker,
            (n, h) => n.WriteAsync(h, world.NewId(), world.Today, [FollowUpPeople.Region], "goes well")
        );
        OrganisationView[] named = [Region];
        Assert.Single(await world.AskAsync<ProgressNoteQueries, IReadOnlyList<ProgressNoteRow>>(q => q.ListAsync(coordinator, named)));
        Assert.Empty(await world.AskAsync<ProgressNoteQueries, IReadOnlyList<ProgressNoteRow>>(q => q.ListAsync(coordinator, [])));
        // The person was met although nobody has recorded a yes to the journey: the holder is told.
        var notices = await world.AskAsync<NoticeQueries, IReadOnlyList<NoticeRow>>(q => q.ListAsync(FollowUpPeople.Coordinator));
        Assert.Equal(nameof(WorkItemKind.SettleOpenGate), Assert.Single(notices).Kind);
    }

    private static OrganisationView Region =>
        new(FollowUpPeople.Region, OrganisationKind.Region, "stockholm", "Stockholm", "Stockholm", null, "Europe/Stockholm", false, null, null, null);

    private static Task<IReadOnlyList<TrailRow>> ListAsync(FollowUpWorld world, TrailFilter filter, CurrentAccount? reader = null) =>
        world.AskAsync<TrailQueries, IReadOnlyList<TrailRow>>(q => q.ListAsync(reader ?? National, filter));

    private static Task OpenAsync(FollowUpWorld world)
    {
        world.Time.Advance(TimeSpan.FromMinutes(1));
        return world.DoAsync<Openings>(
            FollowUpPeople.Local,
            (o, h) => o.OpenAsync(world.NewId(), h.CaseId, h.Account.Actor, Compartment.Protection, "follow-up")
        );
    }
}
