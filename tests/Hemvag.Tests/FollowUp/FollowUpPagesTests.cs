using System.Net;
using Hemvag.Auditing;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.FollowUp;

/// <summary>The pages of the months after the return, over the demo's case c02: everyone who comes in, and what is refused and kept.</summary>
public sealed class FollowUpPagesTests
{
    private const string Words = "Allt är lugnt där jag bor nu.";

    [Fact]
    public async Task Who_comes_in_where()
    {
        await using var world = await WalkWorld.StartAsync();
        var contact = (await OpenContactAsync(world)).Id;
        var expected = new (string Page, string[] In)[]
        {
            ("follow-up", ["vast-1", "iom-1", "thailand-1"]),
            ($"follow-up/contacts/{contact:D}", ["vast-1", "iom-1", "thailand-1"]),
            ("follow-up/add", ["iom-1", "thailand-1"]),
            ("follow-up/end", ["iom-1", "thailand-1"]),
            ("follow-up/notes", ["vast-1", "iom-1"]),
        };
        foreach (var who in new[] { "vast-1", "iom-1", "approver-1", "thailand-1", "moldova-1", "syd-1" })
        {
            var client = await world.AsAsync(who);
            foreach (var (page, inside) in expected)
            {
                var status =
                    inside.Contains(who) ? HttpStatusCode.OK
                    : who is "moldova-1" or "syd-1" ? HttpStatusCode.NotFound
                    : HttpStatusCode.Forbidden;
                (who, page, (await client.GetAsync(PathOf(world, page))).Status).ShouldBe((who, page, status));
            }
        }
    }

    [Theory]
    [InlineData("vast-1", "Uppföljning")]
    [InlineData("iom-1", "Follow-up")]
    [InlineData("thailand-1", "Follow-up")]
    public async Task Each_reads_it_in_their_own_language(string who, string title)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync(who);
        (await client.GetAsync(PathOf(world, "follow-up"))).ShouldBeOk().Document.QuerySelector("h1")!.TextContent.ShouldContain(title);
    }

    [Fact]
    public async Task A_contact_that_was_held_is_recorded_and_its_words_are_sealed()
    {
        await using var world = await WalkWorld.StartAsync();
        var contact = await OpenContactAsync(world);
        var client = await world.AsAsync("thailand-1");
        var form = await HeldFormAsync(world, client, contact);
        var day = (await world.WithDbAsync(db => db.Set<Operation>().MaxAsync(o => o.At))).ToString("yyyy-MM-dd");

        (await form.Fill("Held.HeldOn", day).SubmitOnceAsync()).RedirectsTo.ShouldBe(PathOf(world, "follow-up"));

        (await world.LastEventsAsync()).ShouldContain(nameof(ContactHeld));
        (await client.GetAsync(PathOf(world, $"follow-up/contacts/{contact.Id:D}"))).ShouldBeOk().ShouldNotContain(Words);
        // Someone who still has the form open is told that it is over; the words stay with the writer.
        var again = await form.Forge("OperationId", Guid.CreateVersion7().ToString()).SubmitOnceAsync();
        again.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("ContactNotOpen");
    }

    [Theory]
    [InlineData("", "Phone")]
    [InlineData("2026-02-30", "Phone")]
    [InlineData("2026-03-01", null)]
    public async Task An_answer_that_is_wrong_or_missing_is_said_and_the_rest_kept(string day, string? way)
    {
        await using var world = await WalkWorld.StartAsync();
        var contact = await OpenContactAsync(world);
        var before = await world.OperationsAsync();
        var form = await HeldFormAsync(world, await world.AsAsync("thailand-1"), contact);
        before = Math.Max(before, await world.OperationsAsync());

        var answer = await form.Fill("Held.HeldOn", day).Fill("Held.Way", way).SubmitOnceAsync();

        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("Invalid");
        answer.Document.QuerySelectorAll("[role=alert] li").Length.ShouldBe(1);
        answer.Document.QuerySelector("[name='Held.Safety']")!.TextContent.Trim().ShouldBe(Words);
        answer.Document.QuerySelector("[name='Held.HeldOn']")!.GetAttribute("value").ShouldBe(day);
        (await world.OperationsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_contact_of_another_case_is_not_there()
    {
        await using var world = await WalkWorld.StartAsync();
        var other = await world.WithDbAsync(db => db.Set<FollowUpContact>().FirstAsync(c => c.CaseId != world.Cases["c02"]));
        (await (await world.AsAsync("iom-1")).GetAsync(PathOf(world, $"follow-up/contacts/{other.Id:D}"))).ShouldBeHidden();
    }

    [Fact]
    public async Task An_extra_contact_and_longer_contact_are_planned()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("thailand-1");
        var day = (await TodayAsync(world)).AddDays(12);
        var extra = (await client.GetAsync(PathOf(world, "follow-up/add"))).ShouldBeOk().Form("[name='Extra.PlannedOn']");
        (await extra.Fill("Extra.PlannedOn", $"{day:yyyy-MM-dd}").SubmitOnceAsync()).RedirectsTo.ShouldBe(PathOf(world, "follow-up"));

        (await world.LastEventsAsync()).ShouldContain(nameof(ContactPlanned));
        var id = world.Cases["c02"];
        (
            await world.WithDbAsync(db =>
                db.Set<FollowUpContact>().CountAsync(c => c.CaseId == id && c.Origin == ContactOrigin.Extra && c.PlannedOn == day)
            )
        ).ShouldBe(1);

        var watch = (await client.GetAsync(PathOf(world, "follow-up/add"))).Form("[name='Watch.UntilMonth']");
        (await watch.Fill("Watch.UntilMonth", "12").SubmitOnceAsync()).RedirectsTo.ShouldBe(PathOf(world, "follow-up"));
        (await world.LastEventsAsync()).Count(e => e == nameof(ContactPlanned)).ShouldBe(2);
    }

    [Fact]
    public async Task The_follow_up_ends_at_the_persons_wish_and_someone_is_asked_to_close()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("thailand-1");
        var form = (await client.GetAsync(PathOf(world, "follow-up/end")))
            .ShouldBeOk()
            .Form("[name='End.Ground']")
            .Fill("End.Ground", "NoMoreContactWanted")
            .Fill("End.EndedOn", $"{await TodayAsync(world):yyyy-MM-dd}")
            .Forge("End.SeenOpen", "true");

        (await form.SubmitOnceAsync()).RedirectsTo.ShouldBe(PathOf(world, "follow-up"));

        var events = await world.LastEventsAsync();
        events.ShouldContain(nameof(Modules.FollowUp.Ending.FollowUpEnded));
        events.ShouldContain(nameof(Modules.Cases.MilestoneReached));
        events.ShouldContain(nameof(ContactCancelled));
        events.ShouldContain(nameof(Modules.Cases.WorkItemAsked));
        (await client.GetAsync(PathOf(world, "follow-up"))).ShouldBeOk().ShouldShow("The person wants no more contact");
    }

    [Fact]
    public async Task A_progress_note_goes_to_whom_the_person_has_named_and_is_read_under_an_opening()
    {
        await using var world = await WalkWorld.StartAsync();
        var coordinator = await world.AsAsync("vast-1");
        var give = (await coordinator.GetAsync(PathOf(world, "consent/give/ProgressNotesToSwedishPartners"))).ShouldBeOk();
        var yes = give.Form("[name='Input.GivenAs']")
            .Choose("Input.Recipients", Modules.Organisations.StableId.Of("region:vast").ToString())
            .Choose("Input.Compartments", "Notes")
            .Choose("Input.Prompts", [.. give.Document.QuerySelectorAll("[name='Input.Prompts']").Select(i => i.GetAttribute("value")!)])
            .Fill("Input.GivenAs", "Written")
            .Fill("Input.StartsOn", $"{await TodayAsync(world):yyyy-MM-dd}");
        (await yes.SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        var writer = await world.AsAsync("iom-1");
        var form = (await writer.GetAsync(PathOf(world, "follow-up/notes"))).ShouldBeOk().Form("[name='Note.Text']");
        form = form.Fill("Note.NotedOn", $"{await TodayAsync(world):yyyy-MM-dd}")
            .Choose("Note.Recipients", Modules.Organisations.StableId.Of("region:vast").ToString())
            .Fill("Note.Text", Words);

        (await form.SubmitOnceAsync()).RedirectsTo.ShouldBe(PathOf(world, "follow-up/notes"));

        (await world.LastEventsAsync()).ShouldContain(nameof(Modules.FollowUp.Notes.ProgressNoteWritten));
        var closed = (await coordinator.GetAsync(PathOf(world, "follow-up/notes"))).ShouldBeOk().ShouldNotContain(Words);
        (await closed.Form("[name=Compartments]").SubmitAsync()).ShouldBeOk().ShouldShow(Words);
    }

    private static async Task<DateOnly> TodayAsync(WalkWorld world) =>
        DateOnly.FromDateTime(await world.WithDbAsync(db => db.Set<Operation>().MaxAsync(o => o.At)));

    private static string PathOf(WalkWorld world, string page) => $"/cases/{world.Cases["c02"]}/{page}";

    private static Task<FollowUpContact> OpenContactAsync(WalkWorld world)
    {
        var id = world.Cases["c02"];
        return world.WithDbAsync(db =>
            db.Set<FollowUpContact>().AsNoTracking().OrderBy(c => c.PlannedOn).FirstAsync(c => c.CaseId == id && c.State == ContactState.Planned)
        );
    }

    private static async Task<PageForm> HeldFormAsync(WalkWorld world, PageClient client, FollowUpContact contact) =>
        (await client.GetAsync(PathOf(world, $"follow-up/contacts/{contact.Id:D}")))
            .ShouldBeOk()
            .Form("[name='Held.HeldOn']")
            .Fill("Held.Way", "Phone")
            .Fill("Held.Safety", Words);
}
