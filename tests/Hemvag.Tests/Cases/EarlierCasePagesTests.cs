using System.Net;
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
        (await world.LastEventsAsync()).ShouldBe(
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

    // The steps of the version stand in the form in its order: 6 is the referral, 13 the departure, 14 the meeting, 16 the support, 19 the closing.
    [Theory]
    [InlineData("3:2015-04-10", "", "DateBeforeEarlierStep", "Input.Days[3].On")]
    [InlineData("13:2015-08-10 14:2015-08-09", "", "DateBeforeEarlierStep", "Input.Days[14].On")]
    [InlineData("14:2015-08-10", "", "EarlierDepartureMissing", "Input.Days[13].On")]
    [InlineData("7:2015-05-10", "", "EarlierReferralMissing", "Input.Days[6].On")]
    [InlineData("13:2015-08-10 14:2015-08-11 16:2015-08-20", "", "EarlierMoneyOpen", "Input.Days[16].On")]
    [InlineData("13:2015-08-10 19:2015-09-01", "ContactLost", "EarlierArrivalMissing", "Input.Days[14].On")]
    [InlineData("19:2015-09-01", "", "EarlierGroundMissing", "Input.Ground")]
    [InlineData("19:2015-09-01", "Completed", "EarlierGroundUnfit", "Input.Ground")]
    [InlineData("13:2015-08-10 14:2015-08-11 19:2015-09-01", "NotEligible", "EarlierGroundUnfit", "Input.Ground")]
    public async Task Days_and_ground_that_do_not_fit_one_another_are_refused_beside_the_field(
        string days,
        string ground,
        string refusal,
        string field
    )
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var before = await world.OperationsAsync();
        var form = Fill((await client.GetAsync(New)).ShouldBeOk());
        foreach (var day in days.Split(' ').Select(d => d.Split(':')))
        {
            form.Fill($"Input.Days[{day[0]}].On", day[1]);
        }

        if (ground.Length > 0)
        {
            form.Choose("Input.Ground", ground);
        }

        var answer = (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse(refusal);
        if (field.EndsWith(".On", StringComparison.Ordinal))
        {
            answer.Document.QuerySelector($"[name='{field}']")!.GetAttribute("aria-invalid").ShouldBe("true");
        }

        (await world.OperationsAsync()).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task An_archived_case_is_closed_on_its_ground_and_from_its_day(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var form = Fill((await (await world.AsAsync("vast-1")).GetAsync(New)).ShouldBeOk())
            .Fill("Input.Days[19].On", "2015-09-01")
            .Choose("Input.Ground", "StoppedByPerson");
        var opened = (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        var id = Guid.Parse(opened.RedirectsTo!.Split('/')[^1]);
        var file = await world.WithDbAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == id));
        (file.State, file.ClosingGround, file.ClosedAt).ShouldBe(
            (CaseState.Closed, ClosingGround.StoppedByPerson, new DateTime(2015, 9, 1, 12, 0, 0, DateTimeKind.Utc))
        );
        // It ended on the way, and keeps the step it had come to.
        file.Has(MilestoneKind.Closed).ShouldBeFalse();
    }

    // The words of then name the County Administrative Board; who receives the information now is said before the person says yes.
    [Fact]
    public async Task Before_a_yes_the_page_names_who_receives_the_information_today()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var opened = await Fill((await client.GetAsync(New)).ShouldBeOk()).SubmitOnceAsync();
        foreach (var purpose in new[] { "FirstContact", "ExchangeWithIom" })
        {
            (await client.GetAsync($"{opened.RedirectsTo}/consent/give/{purpose}"))
                .ShouldBeOk()
                .ShouldShow("Länsstyrelsens uppdrag har upphört")
                .ShouldShow("The mandate of the County Administrative Board has ended")
                .ShouldShow("Ärendet ligger hos Region Väst");
        }

        (await client.GetAsync($"/cases/{world.Cases["c04"]}/consent/give/FirstContact")).ShouldBeOk().ShouldNotContain("Länsstyrelsens uppdrag");
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_not_there_for_a_form_either()
    {
        await using var world = await WalkWorld.StartAsync();
        var form = Fill((await (await world.AsAsync("vast-1")).GetAsync(New)).ShouldBeOk());
        (await form.SubmitToAsync("/matters/earlier/amp-1999")).ShouldBeHidden();
        (await form.Fill("Input.Days[0].On", "not a day").SubmitToAsync("/matters/earlier/amp-1999")).ShouldBeHidden();
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
}
