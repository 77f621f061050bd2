using System.Net;
using Hemvag.Auditing;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Consultations.Links;
using Hemvag.Modules.Organisations;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Consultations;

/// <summary>A professional without an account writes to one matter by a link and a code told apart, once.</summary>
public sealed class LinkTests
{
    private const string Words = "Personen vill träffas på torsdag hos oss.";

    [Theory, OnBothDatabases]
    public async Task A_link_and_its_code_open_a_window_that_shows_what_was_written_through_it_and_nothing_else(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var caseId = world.Cases["c11"];
        var (address, code) = await MakeAsync(world, $"/cases/{caseId}/links");
        using var outside = world.NewClient();
        (await outside.GetAsync(address)).ShouldBeOk().ShouldNotContain("Region").ShouldNotContain(await NumberAsync(world, caseId));

        var window = (await TypeAsync(outside, address, code)).ShouldBeOk();
        window.Url.AbsolutePath.ShouldBe("/link/window");
        window.ShouldShow(await NumberAsync(world, caseId)).ShouldNotContain("Zahra").ShouldNotContain("Stella").ShouldNotContain("Granlid");
        (await window.Form("textarea").Fill("Text", Words).SubmitAsync()).ShouldBeOk().ShouldNotContain(Words);

        var coordinator = await world.AsAsync("vast-1");
        (await coordinator.GetAsync("/")).ShouldShow("En yrkesperson har skrivit genom en engångslänk");
        (await coordinator.GetAsync("/notices")).ShouldShow("En yrkesperson har skrivit genom en engångslänk");
        var closed = (await coordinator.GetAsync($"/cases/{caseId}/links")).ShouldBeOk().ShouldNotContain(Words);
        var opened = (await closed.Form("input[name=Purpose][value=links]").SubmitAsync()).ShouldBeOk().ShouldShow(Words);
        (await opened.Form("textarea[name=Answer]").Fill("Answer", "Torsdag klockan tio går bra.").SubmitAsync()).ShouldBeOk();

        var shown = await (await outside.GetAsync("/link/window")).Form("form[action='/link/show'] button").SubmitAsync();
        shown.ShouldBeOk().ShouldShow(Words).ShouldShow("Torsdag klockan tio går bra.").ShouldNotContain("Vill veta vilket stöd som finns");
        var stream = Streams.Case(caseId);
        var written = await world.WithDbAsync(db => db.Set<Operation>().SingleAsync(o => o.Stream == stream && o.Kind == "WriteByLink"));
        written.ActorName.ShouldBe("Genom länk av Ylva Granlid");
        // The reading is an opening of the case, in the link's name: it opens nothing for the one who made it.
        var opening = await world.WithDbAsync(db => db.Set<Opening>().SingleAsync(o => o.CaseId == caseId && o.Purpose == "link"));
        opening.AccountId.ShouldNotBe(DemoAccounts.IdOf("vast-1"));
        var crossed = await world.WithDbAsync(db => db.Set<Disclosure>().SingleAsync(d => d.CaseId == caseId && d.Kind == CrossingKind.ByLink));
        (crossed.OrganisationId, crossed.Compartments).ShouldBe((StableId.Of("region:vast"), Compartment.Protection));
        (await VerifyAsync(world)).ShouldBeEmpty();

        (await (await outside.GetAsync("/link/window")).Form("form[action='/link/leave'] button").SubmitAsync())
            .ShouldBeOk()
            .ShouldShow("Tiden är slut");
        (await TypeAsync(outside, address, code)).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("OneTimeLinkRefused");
    }

    [Theory, OnBothDatabases]
    public async Task A_link_to_the_region_opens_a_new_matter_that_waits_in_the_inbox(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var (address, code) = await MakeAsync(world, "/links");
        using var outside = world.NewClient();
        var page = (await TypeAsync(outside, address, code)).ShouldBeOk();
        page.Url.AbsolutePath.ShouldBe("/link/first-contact");
        (await page.Form("[name='Input.Channel']").Fill("Input.Question", Words).SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity);
        var filled = page.Form("[name='Input.Channel']")
            .Fill("Input.Channel", "Meeting")
            .Fill("Input.ConsentsToContact", "true")
            .Fill("Input.ConsentForm", "Oral")
            .Fill("Input.IsAdult", "true")
            .Fill("Input.ChildrenTravelAlong", "false")
            .Fill("Input.Pseudonym", "Vera i november")
            .Fill("Input.Question", Words);
        // A region of the professional's own choosing is not taken.
        filled.Forge("Input.RegionId", StableId.Of("region:syd").ToString()).Forge("Input.TakeIt", "true");
        (await filled.SubmitOnceAsync()).RedirectsTo.ShouldBe("/link/window");
        (await filled.SubmitOnceAsync()).RedirectsTo.ShouldBe("/link/window");

        var made = await world.WithDbAsync(db => db.Set<OneTimeLink>().SingleAsync(l => l.OpensMatter));
        var opened = await world.WithDbAsync(db => db.Set<Hemvag.Modules.Cases.Case>().SingleAsync(c => c.Id == made.CaseId));
        (opened.RegionId, opened.HolderId).ShouldBe((StableId.Of("region:vast"), null));
        (await outside.GetAsync("/link/window")).ShouldBeOk().ShouldShow(opened.Number).ShouldNotContain("Vera i november");
        (await (await world.AsAsync("vast-2")).GetAsync("/inbox")).ShouldBeOk().ShouldShow(opened.Number);
        (await (await world.AsAsync("vast-1")).GetAsync("/notices")).ShouldShow("En yrkesperson har öppnat ett ärende genom din länk");
        (await (await world.AsAsync("syd-1")).GetAsync($"/cases/{opened.Id}")).ShouldBeHidden();
        (await VerifyAsync(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whatever_is_wrong_is_answered_alike_and_five_wrong_codes_block_the_link()
    {
        await using var world = await WalkWorld.StartAsync();
        var (address, code) = await MakeAsync(world, $"/cases/{world.Cases["c11"]}/links");
        using var outside = world.NewClient();
        var unknown = await TypeAsync(outside, "/link/" + new string('A', 27), code);
        var answers = new List<PageAnswer> { unknown };
        for (var i = 0; i < OneTimeLink.MostWrongCodes; i++)
        {
            answers.Add(await TypeAsync(outside, address, "0000 0000"));
        }

        answers.Add(await TypeAsync(outside, address, code));
        answers.Select(a => (a.Status, a.Refusal, Bare(a))).Distinct().Count().ShouldBe(1);
        unknown.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("OneTimeLinkRefused");
        var coordinator = await world.AsAsync("vast-1");
        (await coordinator.GetAsync("/notices")).ShouldShow("En engångslänk är spärrad efter fem felaktiga koder");
        (await coordinator.GetAsync($"/cases/{world.Cases["c11"]}/links")).ShouldShow("Spärrad efter fem felaktiga koder");
    }

    [Fact]
    public async Task It_is_used_once_and_the_same_press_twice_is_one_use()
    {
        await using var world = await WalkWorld.StartAsync();
        var (address, code) = await MakeAsync(world, $"/cases/{world.Cases["c11"]}/links");
        using var outside = world.NewClient();
        // Spaces and digits of another script are what people type.
        var arabic = string.Concat(code.Select(c => char.IsAsciiDigit(c) ? (char)('\u0660' + (c - '0')) : c));
        var form = (await outside.GetAsync(address)).ShouldBeOk().Form("[name=Code]").Fill("Code", arabic);
        (await form.SubmitOnceAsync()).RedirectsTo.ShouldBe("/link/window");
        (await form.SubmitOnceAsync()).RedirectsTo.ShouldBe("/link/window");
        using var another = world.NewClient();
        (await TypeAsync(another, address, code)).ShouldRefuse("OneTimeLinkRefused");
        (await another.GetAsync("/link/window")).ShouldBeOk().ShouldShow("Tiden är slut");
        using var post = new HttpRequestMessage(HttpMethod.Post, "/link/window")
        {
            Content = new FormUrlEncodedContent([
                new("__form", await AccessWalkTests.TokenAsync(another, address)),
                new("OperationId", Guid.CreateVersion7().ToString()),
                new("Text", Words),
            ]),
        };
        (await another.SendOnceAsync(post)).RedirectsTo.ShouldBe("/link/window");
        (await world.WithDbAsync(db => db.Set<OperationEvent>().CountAsync(e => e.Kind == nameof(LinkWritten)))).ShouldBe(1, "the demo's own");
    }

    [Fact]
    public async Task The_coordinator_revokes_it_and_the_open_window_closes_at_the_next_request()
    {
        await using var world = await WalkWorld.StartAsync();
        var page = $"/cases/{world.Cases["c11"]}/links";
        var (address, code) = await MakeAsync(world, page);
        using var outside = world.NewClient();
        (await TypeAsync(outside, address, code)).Url.AbsolutePath.ShouldBe("/link/window");
        var coordinator = await world.AsAsync("vast-1");
        (await (await coordinator.GetAsync(page)).Form("form[action$='handler=Revoke'] button").SubmitAsync()).ShouldBeOk().ShouldShow("Återkallad");
        (await outside.GetAsync("/link/window")).ShouldBeOk().ShouldShow("Tiden är slut");
    }

    [Fact]
    public async Task A_link_lets_nobody_in_once_the_one_who_made_it_sees_the_case_no_more()
    {
        await using var world = await WalkWorld.StartAsync();
        var (address, code) = await MakeAsync(world, $"/cases/{world.Cases["c11"]}/links");
        await world
            .Services.GetRequiredService<Hemvag.Modules.Accounts.AccountRegister>()
            .CloseAsync(Guid.CreateVersion7(), Actor.System("test"), DemoAccounts.IdOf("vast-1"));
        using var outside = world.NewClient();
        (await TypeAsync(outside, address, code)).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("OneTimeLinkRefused");
    }

    [Fact]
    public async Task A_new_link_for_the_same_conversation_shows_what_came_through_the_first()
    {
        await using var world = await WalkWorld.StartAsync();
        var page = $"/cases/{world.Cases["c11"]}/links";
        var (address, code) = await MakeAsync(world, page);
        using var outside = world.NewClient();
        await (await TypeAsync(outside, address, code)).Form("textarea").Fill("Text", Words).SubmitAsync();
        await (await outside.GetAsync("/link/window")).Form("form[action='/link/leave'] button").SubmitAsync();
        var coordinator = await world.AsAsync("vast-1");
        var (second, secondCode) = Read(await (await coordinator.GetAsync(page)).Form("input[name=follows]").SubmitAsync());
        var (third, thirdCode) = await MakeAsync(world, page);
        (await (await TypeAsync(outside, second, secondCode)).Form("form[action='/link/show'] button").SubmitAsync()).ShouldShow(Words);
        using var stranger = world.NewClient();
        (await (await TypeAsync(stranger, third, thirdCode)).Form("form[action='/link/show'] button").SubmitAsync())
            .ShouldBeOk()
            .ShouldNotContain(Words);
    }

    [Fact]
    public async Task Neither_link_nor_code_stands_in_the_database()
    {
        await using var world = await WalkWorld.StartAsync();
        var (address, code) = await MakeAsync(world, "/links");
        var token = address.Split('/')[^1];
        var link = await world.WithDbAsync(db => db.Set<OneTimeLink>().AsNoTracking().SingleAsync(l => l.OpensMatter));
        link.LinkDigest.ShouldNotContain(token);
        link.CodeDigest.ShouldNotContain(code.Replace(" ", "", StringComparison.Ordinal));
        var coordinator = await world.AsAsync("vast-1");
        (await coordinator.GetAsync("/links")).ShouldBeOk().ShouldNotContain(token).ShouldNotContain(code);
        // Whoever is no coordinator makes none; another region's coordinator revokes none of this one's.
        (await (await world.AsAsync("iom-1")).GetAsync("/links")).ShouldBe(HttpStatusCode.Forbidden);
        var other = await world.AsAsync("syd-1");
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/links?handler=Revoke")
        {
            Content = new FormUrlEncodedContent([
                new("__form", await AccessWalkTests.TokenAsync(other)),
                new("OperationId", Guid.CreateVersion7().ToString()),
                new("linkId", link.Id.ToString()),
            ]),
        };
        (await other.SendOnceAsync(forged)).ShouldBeHidden();
    }

    [Fact]
    public void After_its_hours_it_opens_nothing()
    {
        var now = FakeTime.Start.UtcDateTime;
        var link = new OneTimeLink
        {
            Id = Guid.NewGuid(),
            CaseId = Guid.NewGuid(),
            OpensMatter = false,
            ThreadId = Guid.NewGuid(),
            RegionId = Guid.NewGuid(),
            MadeBy = Guid.NewGuid(),
            MadeAt = now,
            ExpiresAt = now + OneTimeLink.Lasts,
            LinkDigest = "A",
            CodeDigest = "B",
        };
        link.IsLive(now.AddHours(72).AddSeconds(-1)).ShouldBeTrue();
        link.IsLive(now.AddHours(72)).ShouldBeFalse();
        Should.Throw<RefusedException>(() => link.Use("C", now.AddHours(72))).Refusal.Name.ShouldBe("OneTimeLinkRefused");
        link.Use("C", now);
        link.HasWindow(now.AddMinutes(29)).ShouldBeTrue();
        link.HasWindow(now.AddMinutes(30)).ShouldBeFalse();
        link.IsLive(now).ShouldBeFalse();
    }

    internal static async Task<(string Address, string Code)> MakeAsync(WalkWorld world, string page)
    {
        var coordinator = await world.AsAsync("vast-1");
        var form = (await coordinator.GetAsync(page)).ShouldBeOk().Form("form[action$='handler=Make'] button");
        var made = Read(await form.SubmitAsync());
        // A second press shows the same link.
        Read(await form.SubmitAsync()).ShouldBe(made);
        return made;
    }

    private static (string Address, string Code) Read(PageAnswer page) =>
        (
            new Uri(page.ShouldBeOk().Document.QuerySelector(".link-address")!.TextContent).AbsolutePath,
            page.Document.QuerySelector(".link-code")!.TextContent
        );

    internal static async Task<PageAnswer> TypeAsync(PageClient client, string address, string code) =>
        await (await client.GetAsync(address)).ShouldBeOk().Form("[name=Code]").Fill("Code", code).SubmitAsync();

    private static string Bare(PageAnswer page) =>
        string.Join(' ', page.Document.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task<string> NumberAsync(WalkWorld world, Guid caseId) =>
        world.WithDbAsync(db => db.Set<Hemvag.Modules.Cases.Case>().Where(c => c.Id == caseId).Select(c => c.Number).SingleAsync());

    private static async Task<IReadOnlyList<Finding>> VerifyAsync(WalkWorld world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var (findings, _) = await scope
            .ServiceProvider.GetRequiredService<Verifier>()
            .RunAsync(scope.ServiceProvider.GetRequiredService<HemvagDbContext>(), CancellationToken.None);
        return findings;
    }
}
