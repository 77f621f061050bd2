using System.Net;
using Hemvag.Demo;
using Hemvag.Jobs;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Today;

/// <summary>The start page and the notices, as each role opens them.</summary>
public sealed class TodayPagesTests
{
    [Fact]
    public async Task Every_role_has_a_start_page_in_its_language()
    {
        await using var world = await WalkWorld.StartAsync();
        foreach (var walker in Walker.All)
        {
            var page = (await (await world.AsAsync(walker.Code)).GetAsync("/")).ShouldBeOk();
            var english = DemoPeople.Accounts.Single(a => a.Code == walker.Code).Language == "en";
            page.Document.QuerySelector("h1")!.TextContent.ShouldBe(english ? "To do today" : "Att göra i dag");
        }
    }

    [Fact]
    public async Task What_waits_is_of_cases_the_reader_sees_and_of_no_other()
    {
        await using var world = await WalkWorld.StartAsync();
        var cases = await world.WithDbAsync(db => db.Set<Hemvag.Modules.Cases.Case>().AsNoTracking().ToListAsync());
        foreach (var code in Walker.All.Select(w => w.Code))
        {
            var client = await world.AsAsync(code);
            var page = (await client.GetAsync("/")).ShouldBeOk();
            foreach (var @case in cases)
            {
                if ((await client.GetAsync($"/cases/{@case.Id}")).Status == HttpStatusCode.NotFound)
                {
                    page.ShouldNotContain(@case.Number);
                }
            }
        }
    }

    [Fact]
    public async Task A_notice_is_marked_by_its_reader_and_by_nobody_else()
    {
        await using var world = await WalkWorld.StartAsync();
        var mine = DemoAccounts.IdOf("vast-1");
        var notice = await world.WithDbAsync(db => db.Set<Notice>().AsNoTracking().FirstAsync(n => n.AccountId == mine && n.ReadAt == null));
        var stranger = await world.AsAsync("syd-1");
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/notices?handler=Read")
        {
            Content = new FormUrlEncodedContent([new("__form", await AccessWalkTests.TokenAsync(stranger)), new("id", notice.Id.ToString())]),
        };
        (await stranger.SendOnceAsync(forged)).ShouldBeHidden();
        (await IsReadAsync(world, notice.Id)).ShouldBeFalse();

        var client = await world.AsAsync("vast-1");
        await (await client.GetAsync("/notices")).Form($"input[value='{notice.Id}']").SubmitAsync();
        (await IsReadAsync(world, notice.Id)).ShouldBeTrue();
    }

    [Fact]
    public async Task All_of_ones_own_notices_are_marked_at_once_and_no_other()
    {
        await using var world = await WalkWorld.StartAsync();
        var mine = DemoAccounts.IdOf("vast-1");
        var others = await world.WithDbAsync(db => db.Set<Notice>().CountAsync(n => n.AccountId != mine && n.ReadAt == null));
        var client = await world.AsAsync("vast-1");

        var page = await (await client.GetAsync("/notices")).Form("form[action*='ReadAll'] button").SubmitAsync();

        page.ShouldBeOk().Document.QuerySelectorAll("main form").ShouldBeEmpty();
        (await world.WithDbAsync(db => db.Set<Notice>().CountAsync(n => n.AccountId == mine && n.ReadAt == null))).ShouldBe(0);
        (await world.WithDbAsync(db => db.Set<Notice>().CountAsync(n => n.AccountId != mine && n.ReadAt == null))).ShouldBe(others);
    }

    private static Task<bool> IsReadAsync(WalkWorld world, Guid id) =>
        world.WithDbAsync(db => db.Set<Notice>().Where(n => n.Id == id).Select(n => n.ReadAt != null).FirstAsync());
}
