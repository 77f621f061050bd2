using System.Net;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Security;

/// <summary>A filter that is not known gives an error or nothing with a sentence, never everything.</summary>
public sealed class FilterTests
{
    [Theory]
    [InlineData("vast-1", "/cases?step=99")]
    [InlineData("vast-1", "/cases?step=x")]
    [InlineData("vast-1", "/cases?step=-1")]
    [InlineData("vast-1", "/cases?state=x")]
    [InlineData("vast-1", "/cases?state=0")]
    [InlineData("vast-1", "/cases?state=99")]
    [InlineData("vast-1", "/cases?state=Open,Closed")]
    [InlineData("vast-1", "/cases?pageNumber=0")]
    [InlineData("vast-1", "/cases?pageNumber=-1")]
    [InlineData("vast-1", "/cases?pageNumber=zzz")]
    [InlineData("vast-1", "/cases?pageNumber=99999999999")]
    [InlineData("iom-1", "/cases/{c02}/money?state=zzz")]
    [InlineData("iom-1", "/cases/{c02}/money?state=1")]
    [InlineData("iom-1", "/cases/{c02}/money?category=zzz")]
    [InlineData("iom-1", "/cases/{c02}/money/request?category=zzz")]
    [InlineData("vast-1", "/cases/{c02}?skip=999999")]
    [InlineData("dpo-1", "/trail?area=zzz")]
    [InlineData("dpo-1", "/trail?area=1")]
    [InlineData("dpo-1", "/trail?kind=zzz")]
    [InlineData("dpo-1", "/trail?case=zzz")]
    [InlineData("dpo-1", "/trail?case=01900000-0000-7000-8000-000000000001")]
    [InlineData("dpo-1", "/trail?day=2026-02-31")]
    [InlineData("dpo-1", "/trail?page=0")]
    [InlineData("dpo-1", "/trail/openings?account=zzz")]
    [InlineData("dpo-1", "/trail/openings?account=01900000-0000-7000-8000-000000000001")]
    [InlineData("vast-1", "/cases/{c02}?skip=-5")]
    [InlineData("vast-1", "/cases/{c02}?skip=zzz")]
    [InlineData("admin-1", "/organisations?country=zzzzzz")]
    [InlineData("vast-1", "/cases/{c02}/consent/give/zzz")]
    [InlineData("vast-1", "/cases/{c02}/application/zzz")]
    [InlineData("iom-1", "/cases/{c02}/needs/zzz")]
    [InlineData("iom-1", "/cases/{c02}/travel/arrangements/zzz")]
    [InlineData("iom-1", "/cases/{c02}/travel/milestones/zzz")]
    [InlineData("iom-1", "/cases/{c02}/travel/milestones/0")]
    [InlineData("iom-1", "/cases/{c02}/plan/agree/zzz")]
    public async Task What_is_not_known_never_shows_everything(string who, string path)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync(who);
        var answer = await client.GetAsync(path.Replace("{c02}", world.Cases["c02"].ToString(), StringComparison.Ordinal));
        answer.ShouldNotBreak();
        if (answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound)
        {
            return;
        }

        var bare = await client.GetAsync(answer.Url.AbsolutePath);
        var rows = answer.Document.QuerySelectorAll("main .rows > li, main tbody > tr, main .timeline > li").Length;
        var all = bare.Document.QuerySelectorAll("main .rows > li, main tbody > tr, main .timeline > li").Length;
        rows.ShouldBe(0, $"{rows} rows of {all} and a sentence: {answer.Document.QuerySelector("main")?.TextContent}");
        answer.Document.QuerySelector("main .empty, main .empty-state, main .message, main p").ShouldNotBeNull();
    }

    [Fact]
    public async Task Known_filters_answer()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        (await client.GetAsync("/cases")).ShouldBeOk();
        (await client.GetAsync("/cases?step=1")).ShouldBeOk();
        (await client.GetAsync("/cases?pageNumber=2")).ShouldBeOk();
        (await client.GetAsync("/cases?state=Closed")).ShouldBeOk();
        var iom = await world.AsAsync("iom-1");
        (await iom.GetAsync($"/cases/{world.Cases["c02"]}/money?state=Paid")).ShouldBeOk();
    }
}
