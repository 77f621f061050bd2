using System.Net;
using Hemvag.Auditing;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Trail;

/// <summary>The pages of those who oversee, and "who has seen this" of those who work on a case.</summary>
public sealed class TrailPagesTests
{
    private static readonly string[] Pages = ["/trail", "/trail/openings", "/trail/verify"];

    [Fact]
    public async Task Only_those_who_oversee_come_in()
    {
        await using var world = await WalkWorld.StartAsync();
        foreach (var walker in Walker.All)
        {
            var status = walker.Code is "dpo-1" or "auditor-1" ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            foreach (var page in Pages)
            {
                (walker.Code, page, (await (await world.AsAsync(walker.Code)).GetAsync(page)).Status).ShouldBe((walker.Code, page, status));
            }
        }
    }

    [Fact]
    public async Task Both_languages()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("dpo-1");
        var page = await client.GetAsync("/trail");
        page.Document.QuerySelector("h1")!.TextContent.ShouldBe("Spår");
        await page.Form("[value=en]").SubmitAsync("en");
        (await client.GetAsync("/trail")).Document.QuerySelector("h1")!.TextContent.ShouldBe("Trail");
    }

    [Fact]
    public async Task A_case_is_found_by_its_number_and_no_number_stands_in_an_address()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("auditor-1");
        var id = world.Cases["c02"];
        var number = await world.WithDbAsync(db => db.Set<Hemvag.Modules.Cases.Case>().Where(c => c.Id == id).Select(c => c.Number).FirstAsync());

        var found = await (await client.GetAsync("/trail")).Form("[name='Number']").Fill("Number", number).SubmitOnceAsync();
        found.RedirectsTo.ShouldBe($"/trail?case={id:D}");
        var rows = (await client.GetAsync(found.RedirectsTo!)).ShouldBeOk();
        rows.ShouldShow(number);

        var unknown = await (await client.GetAsync("/trail")).Form("[name='Number']").Fill("Number", "ÅMP 1999-0001").SubmitOnceAsync();
        unknown.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("CaseNumberUnknown");
        unknown.Document.QuerySelector("main [name='Number']")!.GetAttribute("value").ShouldBe("ÅMP 1999-0001");
    }

    [Theory]
    [InlineData("area=everything")]
    [InlineData("day=2026-02-30")]
    [InlineData("page=0")]
    [InlineData("case=01900000-0000-7000-8000-00000000dead")]
    public async Task A_filter_that_is_unknown_shows_nothing_and_never_everything(string query)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("dpo-1");
        (await client.GetAsync("/trail")).Document.QuerySelectorAll("main table tbody tr").ShouldNotBeEmpty();
        (await client.GetAsync($"/trail?{query}")).ShouldNotBreak().Document.QuerySelectorAll("main table tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_verification_is_asked_for_once_and_recorded()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("dpo-1");
        var form = (await client.GetAsync("/trail/verify")).ShouldBeOk().Form();
        var before = await world.OperationsAsync();

        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);

        (await world.OperationsAsync()).ShouldBe(before + 1);
        var events = await world.WithDbAsync(db =>
            db.Set<Operation>()
                .Where(o => o.AccountId != null)
                .OrderByDescending(o => o.At)
                .Take(1)
                .SelectMany(o => o.Events)
                .Select(e => e.Kind)
                .ToListAsync()
        );
        events.ShouldBe(["VerificationAsked"]);
    }

    [Fact]
    public async Task An_opening_stands_in_the_case_and_with_the_account_and_for_nobody_else()
    {
        await using var world = await WalkWorld.StartAsync();
        await world.OpenAsync("vast-1", "c02");
        var seen = $"/cases/{world.Cases["c02"]}/seen";
        (await (await world.AsAsync("vast-1")).GetAsync(seen)).ShouldBeOk().ShouldShow("Ylva Granlid");
        (await (await world.AsAsync("iom-1")).GetAsync(seen)).ShouldBeOk().ShouldShow("Ylva Granlid");
        (await (await world.AsAsync("thailand-1")).GetAsync(seen)).ShouldBe(HttpStatusCode.Forbidden);
        (await (await world.AsAsync("syd-1")).GetAsync(seen)).ShouldBeHidden();
        (await (await world.AsAsync("dpo-1")).GetAsync("/trail/openings")).ShouldBeOk().ShouldShow("Ylva Granlid");
    }
}
