using System.Net;
using Hemvag.Demo;
using Hemvag.Jobs;
using Hemvag.Modules.Organisations;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>What was asked at a first contact and what was answered is read by the region and by whoever asked, and by nobody else.</summary>
public sealed class FirstContactTests
{
    private const string Question = "Kan min syster få veta Kanariefågel?";
    private const string Answer = "Nej, ingen får veta det. Ring Gröna linjen.";

    [Theory, OnBothDatabases]
    public async Task The_question_is_read_where_it_is_answered_and_the_answer_by_who_asked(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var address = await AskAsync(world);
        var coordinator = await world.AsAsync("vast-1");
        var closed = (await coordinator.GetAsync($"{address}/answer")).ShouldBeOk().ShouldNotContain(Question);

        var opened = await closed.Form("input[name=Purpose][value=matter]").SubmitAsync();

        opened.Url.AbsolutePath.ShouldBe($"{address}/answer");
        opened.ShouldShow(Question).ShouldShow("Möte").ShouldShow("Inget svar antecknat");
        (await opened.Form("[name=Answer]").Fill("Answer", Answer).SubmitOnceAsync()).RedirectsTo.ShouldBe(address);
        var asker = await world.AsAsync("social-1");
        (await asker.GetAsync("/notices")).ShouldBeOk().ShouldShow("Frågan du förde vidare är besvarad");
        var sealedPage = (await asker.GetAsync($"{address}/person")).ShouldBeOk().ShouldNotContain(Answer);
        (await sealedPage.Form("input[name=Purpose][value=matter]").SubmitAsync()).ShouldShow(Question).ShouldShow(Answer);
        (await NoticesAsync(world, address)).ShouldBe(["MatterAnswered"]);
    }

    [Fact]
    public async Task Who_took_the_matter_reads_it_among_the_persons_details_and_iom_does_not()
    {
        await using var world = await WalkWorld.StartAsync();
        await world.OpenAsync("vast-1", "c02");
        await world.OpenAsync("iom-1", "c02");
        var page = $"/cases/{world.Cases["c02"]}/person";

        (await (await world.AsAsync("vast-1")).GetAsync(page)).ShouldBeOk().ShouldShow("Vill veta vilket stöd som finns.").ShouldShow("Telefon");
        (await (await world.AsAsync("iom-1")).GetAsync(page)).ShouldBeOk().ShouldNotContain("Vill veta vilket stöd som finns.");
    }

    [Theory, OnBothDatabases]
    public async Task Who_asked_is_told_when_the_matter_is_taken_and_when_it_ends(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var address = await AskAsync(world);
        var client = await world.AsAsync("vast-1");
        (await (await client.GetAsync(address)).Form("form[action$='/take'] button").SubmitOnceAsync()).RedirectsTo.ShouldBe(address);
        (await NoticesAsync(world, address)).ShouldBe(["MatterTaken"]);

        var stopped = await (await client.GetAsync(address)).Form(".case-stop button").SubmitAsync();
        var reached = await stopped.Form("[name=How]").Fill("How", "ByPhone").SubmitAsync();
        reached.ShouldBeOk().ShouldNotRefuse();
        var close = (await client.GetAsync($"{address}/close")).ShouldBeOk().Form("[name='Input.Ground']").Fill("Input.Ground", "StoppedByPerson");
        (await close.Forge("Input.SeenOpen", "true").SubmitOnceAsync()).RedirectsTo.ShouldBe(address);

        (await NoticesAsync(world, address)).ShouldBe(["MatterTaken", "MatterEnded"], ignoreOrder: true);
    }

    private static async Task<string> AskAsync(WalkWorld world)
    {
        var form = (await (await world.AsAsync("social-1")).GetAsync("/matters/new"))
            .ShouldBeOk()
            .Form("[name='Input.Channel']")
            .Fill("Input.RegionId", StableId.Of("region:vast").ToString())
            .Fill("Input.Channel", "Meeting")
            .Fill("Input.ConsentsToContact", "true")
            .Fill("Input.ConsentForm", "Oral")
            .Fill("Input.IsAdult", "true")
            .Fill("Input.ChildrenTravelAlong", "false")
            .Fill("Input.Question", Question);
        return (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect).RedirectsTo.ShouldNotBeNull();
    }

    private static Task<List<string>> NoticesAsync(WalkWorld world, string address)
    {
        var asker = DemoAccounts.IdOf("social-1");
        var caseId = Guid.Parse(address.Split('/')[^1]);
        return world.WithDbAsync(db => db.Set<Notice>().Where(n => n.AccountId == asker && n.CaseId == caseId).Select(n => n.Kind).ToListAsync());
    }
}
