using System.Net;
using Hemvag.Auditing;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Justice.Telling;
using Hemvag.Modules.Justice.Trials;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Justice;

/// <summary>The pages of access to justice over the demo's case c02: everyone who comes in, what is refused and kept, and what stays behind the wall.</summary>
public sealed class JusticePagesTests
{
    private const string Words = "Åtal är väckt i tingsrätten.";

    [Fact]
    public async Task Who_comes_in_where()
    {
        await using var world = await WalkWorld.StartAsync();
        var id = await TrialAsync(world);
        var journey = await JourneyAsync(world);
        var expected = new (string Page, string[] In)[]
        {
            ("justice", ["vast-1", "iom-1"]),
            ("justice/new", ["vast-1", "iom-1"]),
            ($"justice/{id}", ["vast-1", "iom-1"]),
            ($"justice/{id}/told", ["vast-1", "iom-1"]),
            ($"justice/{id}/trial", ["vast-1", "iom-1"]),
            ($"journeys/{journey}", ["vast-1", "iom-1", "thailand-1"]),
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
    [InlineData("vast-1", "Rättslig prövning")]
    [InlineData("iom-1", "Access to justice")]
    public async Task Each_reads_it_in_their_own_language(string who, string title)
    {
        await using var world = await WalkWorld.StartAsync();
        (await (await world.AsAsync(who)).GetAsync(PathOf(world, "justice")))
            .ShouldBeOk()
            .Document.QuerySelector("h1")!
            .TextContent.ShouldContain(title);
    }

    [Fact]
    public async Task The_local_office_reads_a_day_and_no_reason()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("thailand-1");
        var pages = new[] { "", "travel", $"journeys/{await JourneyAsync(world)}" };
        foreach (var page in pages)
        {
            var answer = (await client.GetAsync(PathOf(world, page))).ShouldBeOk();
            // The compartments that IOM Finland's task can need are named there, whatever is in them.
            foreach (var word in new[] { "proceeding", "trial", "court", "access to justice", "legal", "/justice" })
            {
                answer.Document.Body!.InnerHtml.ToLowerInvariant().ShouldNotContain(word);
            }
        }
    }

    [Fact]
    public async Task A_proceeding_is_added_once_with_its_events_and_its_words_are_sealed()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var form = await NewFormAsync(world, client);
        (await form.SubmitOnceAsync()).RedirectsTo.ShouldBe(PathOf(world, "justice"));
        (await world.LastEventsAsync()).ShouldContain(nameof(ProceedingOpened));
        var count = await world.WithDbAsync(db => db.Set<Proceeding>().CountAsync());
        await form.SubmitOnceAsync();
        (await world.WithDbAsync(db => db.Set<Proceeding>().CountAsync())).ShouldBe(count);
        (await client.GetAsync(PathOf(world, "justice"))).ShouldBeOk().ShouldNotContain(Words);
    }

    [Theory]
    [InlineData("", "Sweden")]
    [InlineData("2026-02-30", "Sweden")]
    [InlineData("2026-03-01", null)]
    public async Task An_answer_that_is_wrong_or_missing_is_said_and_the_rest_kept(string day, string? side)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var form = await NewFormAsync(world, client);
        var before = await world.OperationsAsync();
        var answer = await form.Fill("Input.StageOn", day).Fill("Input.Side", side).SubmitOnceAsync();
        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("Invalid");
        answer.Document.QuerySelector("[name='Input.Authority']")!.GetAttribute("value").ShouldBe(Words);
        answer.Document.QuerySelector("[name='Input.StageOn']")!.GetAttribute("value").ShouldBe(day);
        (await world.OperationsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_proceeding_or_journey_of_another_case_is_not_there()
    {
        await using var world = await WalkWorld.StartAsync();
        var id = await TrialAsync(world);
        var journey = await JourneyAsync(world);
        var client = await world.AsAsync("vast-1");
        foreach (var page in new[] { $"justice/{id}", $"justice/{id}/told", $"justice/{id}/trial", $"journeys/{journey}" })
        {
            (await client.GetAsync($"/cases/{world.Cases["c07"]}/{page}")).ShouldBeHidden();
        }
    }

    [Fact]
    public async Task A_trial_at_home_has_no_page()
    {
        await using var world = await WalkWorld.StartAsync();
        var home = await world.WithDbAsync(db => db.Set<Proceeding>().Where(p => p.Number == 2).Select(p => p.Id).SingleAsync());
        var client = await world.AsAsync("vast-1");
        (await client.GetAsync(PathOf(world, $"justice/{home}"))).ShouldBeOk();
        (await client.GetAsync(PathOf(world, $"justice/{home}/trial"))).ShouldBeHidden();
    }

    [Fact]
    public async Task What_was_told_is_recorded_and_read_under_an_opening_alone()
    {
        await using var world = await WalkWorld.StartAsync();
        var path = PathOf(world, $"justice/{await TrialAsync(world)}/told");
        var client = await world.AsAsync("iom-1");
        var form = (await client.GetAsync(path))
            .ShouldBeOk()
            .Form("[name='Told.ToldOn']")
            .Fill("Told.ToldOn", $"{await TodayAsync(world):yyyy-MM-dd}")
            .Fill("Told.By", "IomFinland")
            .Fill("Told.Way", "Phone")
            .Fill("Told.Language", "th")
            .Fill("Told.What", Words);
        (await form.SubmitOnceAsync()).RedirectsTo.ShouldBe(path);
        (await world.LastEventsAsync()).ShouldContain(nameof(DevelopmentTold));
        var closed = (await client.GetAsync(path)).ShouldBeOk().ShouldNotContain(Words);
        (await closed.Form("[name=Compartments]").SubmitAsync()).ShouldBeOk().ShouldShow(Words);
    }

    [Fact]
    public async Task Costs_and_the_days_of_a_journey_are_refused_where_they_cannot_be()
    {
        await using var world = await WalkWorld.StartAsync();
        var path = PathOf(world, $"justice/{await TrialAsync(world)}/trial");
        var client = await world.AsAsync("iom-1");
        var today = await TodayAsync(world);
        var page = (await client.GetAsync(path)).ShouldBeOk();
        var cost = page.Form("[name='Cost.Amount']")
            .Fill("Cost.Kind", "Stay")
            .Fill("Cost.Amount", "0")
            .Fill("Cost.Currency", "SEK")
            .Fill("Cost.Bearer", "Court");
        (await cost.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("CostNothing");
        (await cost.Fill("Cost.Amount", "1200.50").SubmitOnceAsync()).RedirectsTo.ShouldBe(path);
        (await world.LastEventsAsync()).ShouldContain(nameof(TrialCostAdded));
        (await world.WithDbAsync(db => db.Set<TrialCost>().AnyAsync(c => c.AmountMinor == 120_050))).ShouldBeTrue();

        var journey = page.Form("[name='NewJourney.OutwardOn']")
            .Fill("NewJourney.OutwardOn", $"{today.AddDays(20):yyyy-MM-dd}")
            .Fill("NewJourney.ReturnOn", $"{today.AddDays(10):yyyy-MM-dd}")
            .Fill("NewJourney.From", Words);
        var answer = (await journey.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("ReturnBeforeOutward");
        answer.Document.QuerySelector("[name='NewJourney.From']")!.GetAttribute("value").ShouldBe(Words);
    }

    private static async Task<DateOnly> TodayAsync(WalkWorld world) =>
        DateOnly.FromDateTime(await world.WithDbAsync(db => db.Set<Operation>().MaxAsync(o => o.At)));

    private static string PathOf(WalkWorld world, string page) =>
        page.Length == 0 ? $"/cases/{world.Cases["c02"]}" : $"/cases/{world.Cases["c02"]}/{page}";

    private static Task<Guid> TrialAsync(WalkWorld world) =>
        world.WithDbAsync(db => db.Set<Proceeding>().Where(p => p.Number == 1).Select(p => p.Id).SingleAsync());

    private static Task<Guid> JourneyAsync(WalkWorld world) =>
        world.WithDbAsync(db => db.Set<JourneyHelp>().OrderBy(j => j.TravelsOn).Select(j => j.Id).FirstAsync());

    private static async Task<PageForm> NewFormAsync(WalkWorld world, PageClient client) =>
        (await client.GetAsync(PathOf(world, "justice/new")))
            .ShouldBeOk()
            .Form("[name='Input.Authority']")
            .Fill("Input.Side", "Sweden")
            .Fill("Input.Stage", "Reported")
            .Fill("Input.Authority", Words);
}
