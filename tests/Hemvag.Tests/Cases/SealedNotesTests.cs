using System.Net;
using Hemvag.Auditing;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>What is written sealed beside something in clear is read again where it was written, by whoever holds the compartment.</summary>
public sealed class SealedNotesTests
{
    private const string Interpreter = "Tolk Kanariefågel";
    private const string Said = "Hen vill vänta till våren.";

    [Fact]
    public async Task Who_interpreted_at_a_consent()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var form = (await client.GetAsync("/matters/new"))
            .Form("[name='Input.Channel']")
            .Fill("Input.Channel", "Phone")
            .Fill("Input.ConsentsToContact", "true")
            .Fill("Input.ConsentForm", "Oral")
            .Fill("Input.ConsentLanguage", "th")
            .Fill("Input.Interpreter", Interpreter)
            .Fill("Input.InterpreterAccepted", "true")
            .Fill("Input.IsAdult", "true")
            .Fill("Input.ChildrenTravelAlong", "false");
        var address = (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect).RedirectsTo;

        var list = (await client.GetAsync($"{address}/consent")).ShouldBeOk().ShouldNotContain(Interpreter);
        var consent = list.Document.QuerySelector("main .rows-dated a")!.GetAttribute("href")!;
        var closed = (await client.GetAsync(consent)).ShouldBeOk().ShouldNotContain(Interpreter);
        (await closed.Form("[name=Compartments]").SubmitAsync()).ShouldBeOk().ShouldShow(Interpreter);
    }

    [Fact]
    public async Task What_the_person_said_when_reached_after_a_stop()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var page = $"/cases/{world.Cases["c08"]}/stop";
        var form = (await client.GetAsync(page)).ShouldBeOk().Form("[name=How]").Fill("How", "ByPhone").Fill("Note", Said);

        var after = (await form.SubmitAsync()).ShouldBeOk().ShouldNotRefuse().ShouldNotContain(Said);

        after = (await after.Form("[name=Compartments]").SubmitAsync()).ShouldBeOk().ShouldShow(Said);
        // The person goes on: what was said is still where it was written.
        await after.Form("form[action*='Resume'] button").SubmitAsync();
        (await client.GetAsync(page)).ShouldBeOk().ShouldShow(Said);
    }

    [Fact]
    public async Task A_stop_is_the_heading_of_its_page_and_said_on_the_overview()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var going = (await client.GetAsync($"/cases/{world.Cases["c10"]}")).ShouldBeOk();
        going.Document.QuerySelector(".case-stop button")!.TextContent.Trim().ShouldBe("Stoppa");
        HeadingOf(await client.GetAsync($"/cases/{world.Cases["c10"]}/stop")).ShouldBe("Stoppa ärendet");

        var held = (await client.GetAsync($"/cases/{world.Cases["c08"]}")).ShouldBeOk();

        held.Document.QuerySelector(".case-stop").ShouldBeNull();
        held.Document.QuerySelector($".message-open a[href='/cases/{world.Cases["c08"]}/stop']").ShouldNotBeNull();
        HeadingOf(await client.GetAsync($"/cases/{world.Cases["c08"]}/stop")).ShouldBe("Ärendet är stoppat");
    }

    [Fact]
    public async Task The_list_of_documents_says_what_each_file_belongs_to()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var give = (await client.GetAsync($"/cases/{world.Cases["c02"]}/consent/give/ExchangeBetweenSwedishAuthorities")).ShouldBeOk();
        var form = give.Form("[name='Input.GivenAs']")
            .Choose("Input.Recipients", OffersOf(give, "Input.Recipients")[0])
            .Choose("Input.Compartments", "Contact")
            .Choose("Input.Prompts", OffersOf(give, "Input.Prompts"))
            .Fill("Input.GivenAs", "Written")
            .Fill("Input.StartsOn", (await DayAsync(world)).ToString("yyyy-MM-dd"))
            .Attach("Input.Evidence", "blad.pdf", "application/pdf", "%PDF-1.7\n"u8.ToArray());
        (await form.SubmitAsync()).ShouldBeOk().ShouldNotRefuse();

        var list = (await client.GetAsync($"/cases/{world.Cases["c02"]}/documents")).ShouldBeOk();
        list.ShouldShow("Undertecknat samtycke:").ShouldShow("Utbyte mellan svenska myndigheter").ShouldNotContain("blad.pdf");
        list.Document.QuerySelector($"main li a[href='/cases/{world.Cases["c02"]}/application']").ShouldNotBeNull();
    }

    private static Task<DateTime> DayAsync(WalkWorld world) => world.WithDbAsync(db => db.Set<Operation>().MaxAsync(o => o.At));

    private static string HeadingOf(PageAnswer page) => page.ShouldBeOk().Document.QuerySelector("main h1")!.TextContent.Trim();

    private static string[] OffersOf(PageAnswer page, string field) =>
        [.. page.Document.QuerySelectorAll($"[name='{field}']").Select(i => i.GetAttribute("value")).OfType<string>()];
}
