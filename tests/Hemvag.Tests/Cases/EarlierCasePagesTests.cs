using System.Net;
using Hemvag.Auditing;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Cases;

/// <summary>A case that began under an earlier version is entered by a coordinator, with what had happened; nobody else sees it.</summary>
public sealed class EarlierCasePagesTests
{
    private const string New = "/matters/earlier/amp-2014";
    private const string Papers = "Akt 2015:77 i närarkivet";

    [Theory]
    [InlineData("vast-1", HttpStatusCode.OK)]
    [InlineData("social-1", HttpStatusCode.Forbidden)]
    [InlineData("iom-1", HttpStatusCode.Forbidden)]
    [InlineData("approver-1", HttpStatusCode.Forbidden)]
    [InlineData("moldova-1", HttpStatusCode.Forbidden)]
    [InlineData("national-1", HttpStatusCode.Forbidden)]
    [InlineData("admin-1", HttpStatusCode.Forbidden)]
    public async Task Only_coordinators_enter_one(string who, HttpStatusCode status)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync(who);
        foreach (var page in new[] { "/matters/earlier", New })
        {
            (page, (await client.GetAsync(page)).Status).ShouldBe((page, status));
        }
    }

    [Fact]
    public async Task The_list_shows_each_earlier_version_and_none_in_force()
    {
        await using var world = await WalkWorld.StartAsync();
        var page = (await (await world.AsAsync("vast-1")).GetAsync("/matters/earlier")).ShouldBeOk();
        page.Document.QuerySelectorAll("main ul.rows a")
            .Select(a => a.GetAttribute("href"))
            .ShouldBe(["/matters/earlier/three-step-2016", New, "/matters/earlier/avrrtipp-2012"]);
        (await (await world.AsAsync("vast-1")).GetAsync("/matters/earlier/amp-2018")).ShouldBeHidden();
        (await (await world.AsAsync("vast-1")).GetAsync("/matters/earlier/amp-1999")).ShouldBeHidden();
    }

    [Theory, OnBothDatabases]
    public async Task What_had_happened_stands_with_its_days_and_the_rest_goes_on(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var client = await world.AsAsync("vast-1");
        var form = Fill((await client.GetAsync(New)).ShouldBeOk());
        var opened = await form.SubmitOnceAsync();
        opened.ShouldBe(HttpStatusCode.Redirect);
        var id = Guid.Parse(opened.RedirectsTo!.Split('/')[^1]);
        var file = await world.WithDbAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == id));
        (file.ProgrammeId, file.State, file.Next).ShouldBe(("amp-2014", CaseState.Open, MilestoneKind.InformationGiven));
        file.Number.ShouldStartWith("ÅMP 2015-");
        var page = (await client.GetAsync($"/cases/{id}")).ShouldBeOk().ShouldNotContain(Papers).ShouldNotContain("Vide");
        page.ShouldShow("Länsstyrelsen i Stockholm");
        (await EventsAsync(world)).ShouldBe(
            [
                "MatterOpened",
                "MatterTaken",
                "ParticipantAdded",
                "PersonRecorded",
                "OwnNoteWritten",
                "PastMilestoneRecorded",
                "PastMilestoneRecorded",
                "PastMilestoneRecorded",
            ],
            ignoreOrder: true
        );

        // The same form twice is one case.
        var count = await world.WithDbAsync(db => db.Set<Case>().CountAsync());
        (await form.SubmitOnceAsync()).RedirectsTo.ShouldBe(opened.RedirectsTo);
        (await world.WithDbAsync(db => db.Set<Case>().CountAsync())).ShouldBe(count);
        foreach (var who in new[] { "vast-2", "stockholm-1", "social-1", "iom-1", "moldova-1" })
        {
            (await (await world.AsAsync(who)).GetAsync($"/cases/{id}")).ShouldBeHidden();
        }
    }

    [Theory]
    [InlineData(0, "", "FirstContactDayMissing")]
    [InlineData(0, "2018-02-01", "DateOutsideVersion")]
    [InlineData(0, "2013-12-31", "DateOutsideVersion")]
    [InlineData(2, "2015-03-01", "DateNotInOrder")]
    [InlineData(2, "2099-01-01", "DateInFuture")]
    [InlineData(2, "not a day", "Invalid")]
    public async Task A_day_that_cannot_be_is_said_beside_it_and_everything_typed_is_kept(int field, string day, string refusal)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var before = await world.OperationsAsync();
        var form = Fill((await client.GetAsync(New)).ShouldBeOk()).Fill($"Input.Days[{field}].On", day);
        var answer = (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse(refusal);
        answer.Document.QuerySelector("[name='Input.Pseudonym']")!.GetAttribute("value").ShouldBe("Vide");
        answer.Document.QuerySelector("[name='Input.Source']")!.TextContent.Trim().ShouldBe(Papers);
        answer.Document.QuerySelector($"[name='Input.Days[{field}].On']")!.GetAttribute("value").ShouldBe(day);
        answer.Document.QuerySelector($"[name='Input.Days[{field}].On']")!.GetAttribute("aria-invalid").ShouldBe("true");
        (await world.OperationsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_case_needs_a_name_of_some_kind()
    {
        await using var world = await WalkWorld.StartAsync();
        var form = Fill((await (await world.AsAsync("vast-1")).GetAsync(New)).ShouldBeOk()).Fill("Input.Pseudonym", "");
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("NameMissing");
    }

    [Fact]
    public async Task It_speaks_both_languages()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        (await client.GetAsync(New)).ShouldShow("Vad som har hänt, och när");
        await (await client.GetAsync(New)).Form("form[action*='language']").SubmitAsync("en");
        (await client.GetAsync(New)).ShouldShow("What has happened, and when");
    }

    private static PageForm Fill(PageAnswer page) =>
        page.Form("[name='Input.Pseudonym']")
            .Fill("Input.Pseudonym", "Vide")
            .Fill("Input.Source", Papers)
            .Fill("Input.Days[0].On", "2015-04-07")
            .Fill("Input.Days[1].On", "2015-04-08")
            .Fill("Input.Days[2].On", "2015-04-20");

    private static Task<List<string>> EventsAsync(WalkWorld world) =>
        world.WithDbAsync(db => db.Set<Operation>().OrderByDescending(o => o.At).Take(1).SelectMany(o => o.Events).Select(e => e.Kind).ToListAsync());
}
