using System.Net;
using Hemvag.Demo;
using Hemvag.Modules.Matching;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Matching;

/// <summary>The pages: asking from a case, answering, naming who answers, finding one's own cases.</summary>
public sealed class MatchingPagesTests
{
    [Fact]
    public async Task Asked_from_a_case_answered_by_the_one_who_is_named()
    {
        await using var world = await WalkWorld.StartAsync();
        var asker = await world.AsAsync("vast-1");
        var national = await world.AsAsync("national-1");
        var admin = await world.AsAsync("admin-1");
        var met = $"/cases/{world.Cases["c02"]}/met";
        (await asker.GetAsync(met)).ShouldBeOk().ShouldShow("Ingen är utsedd");
        (await national.GetAsync("/met")).ShouldBeOk().ShouldShow("Ingen är utsedd");
        var naming = (await admin.GetAsync("/admin/arbiter")).ShouldBeOk();
        (await naming.Form("[name=AccountId]").Fill("AccountId", $"{DemoAccounts.IdOf("dpo-1")}").SubmitAsync()).ShouldRefuse("ArbiterNotPossible");
        (await naming.Form("[name=AccountId]").Fill("AccountId", null).SubmitAsync()).ShouldRefuse("Invalid");
        (await naming.Form("[name=AccountId]").Fill("AccountId", $"{DemoAccounts.IdOf("national-1")}").SubmitAsync())
            .ShouldBeOk()
            .ShouldShow("Solveig Åkerhielm");
        await world.OpenAsync("vast-1", "c02");

        var page = (await asker.GetAsync(met)).ShouldBeOk();
        (await page.Form("[name=Reason]").SubmitAsync()).ShouldRefuse("Invalid");
        var form = page.Form("[name=Reason]").Fill("Reason", "Safety");
        (await form.SubmitAsync()).ShouldBeOk().ShouldShow("Väntar på svar");
        // The same form again is the same question.
        (await form.SubmitAsync()).ShouldBeOk();
        (await world.WithDbAsync(db => db.Set<MetQuestion>().CountAsync())).ShouldBe(1);
        (await page.Form("[name=Reason]").Fill("Reason", "Safety").Forge("OperationId", $"{Guid.CreateVersion7()}").SubmitAsync()).ShouldRefuse(
            "MetStillWaits"
        );

        var waiting = (await national.GetAsync("/met")).ShouldBeOk().ShouldShow("Personen kan vara i fara");
        waiting.Document.QuerySelector("main .line-1")!.TextContent.ShouldEndWith(": nej");
        (await waiting.Form("[name=questionId]").SubmitAsync("AskThePerson")).ShouldBeOk().ShouldShow("Ditt svar");
        var answered = (await asker.GetAsync(met)).ShouldBeOk().ShouldShow("Fråga personen om hen vill");
        answered.Document.QuerySelector("main section")!.TextContent.ShouldNotContain("nej");
        (await waiting.Form("[name=questionId]").Forge("OperationId", $"{Guid.CreateVersion7()}").SubmitAsync("GoOn")).ShouldRefuse(
            "MetAlreadyAnswered"
        );
    }

    [Fact]
    public async Task Nobody_but_the_arbiter_sees_or_answers_questions()
    {
        await using var world = await WalkWorld.StartAsync();
        foreach (var code in new[] { "vast-1", "iom-1", "dpo-1", "admin-1", "migration-1" })
        {
            (await (await world.AsAsync(code)).GetAsync("/met")).Status.ShouldBe(HttpStatusCode.Forbidden, code);
        }

        foreach (var code in new[] { "thailand-1", "approver-1" })
        {
            (await (await world.AsAsync(code)).GetAsync($"/cases/{world.Cases["c02"]}/met")).Status.ShouldBe(HttpStatusCode.Forbidden, code);
        }

        (await (await world.AsAsync("vast-1")).GetAsync($"/cases/{world.Cases["c05"]}/met")).ShouldBeHidden();
        var national = await world.AsAsync("national-1");
        var token = await AccessWalkTests.TokenAsync(national);
        using var post = new HttpRequestMessage(HttpMethod.Post, "/met")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["__form"] = token,
                    ["OperationId"] = $"{Guid.CreateVersion7()}",
                    ["questionId"] = $"{Guid.CreateVersion7()}",
                    ["answer"] = "GoOn",
                }
            ),
        };
        (await national.SendOnceAsync(post)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_person_is_searched_for_by_post_and_what_was_typed_stays_on_the_page()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var caseId = world.Cases["c02"];
        await world.OpenAsync("vast-1", "c02");
        var person = DemoPersons.Cases.Single(p => p.Code == "c02");
        var page = (await client.GetAsync("/cases/find")).ShouldBeOk();

        var found = await Typed(page, $"{person.FamilyName} {person.GivenNames}", "1994").SubmitOnceAsync();

        found.ShouldBeOk();
        found.Document.QuerySelector($"main a[href='/cases/{caseId}']").ShouldNotBeNull();
        found.Url.Query.ShouldBe("?handler=Person");
        (await Typed(page, "Ingen Sådan", "1971").SubmitOnceAsync()).ShouldBeOk().ShouldShow("Inget av dina ärenden stämmer");
        var refused = (await Typed(page, "\"<Ensam>&", "1971").SubmitOnceAsync()).ShouldRefuse("NothingToSearch");
        refused.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value").ShouldBe("\"<Ensam>&");
        (await Typed(page, "خالد الحسن", "noll").SubmitOnceAsync())
            .ShouldRefuse("Invalid")
            .Document.QuerySelector("[name='Input.Name']")!
            .GetAttribute("value")
            .ShouldBe("خالد الحسن");
        var elsewhere = await world.AsAsync("stockholm-1");
        (await Typed((await elsewhere.GetAsync("/cases/find")).ShouldBeOk(), $"{person.FamilyName} {person.GivenNames}", "1994").SubmitOnceAsync())
            .ShouldBeOk()
            .ShouldShow("Inget av dina ärenden stämmer");
        // Who may open neither identity nor contact is not offered the search.
        (await (await world.AsAsync("approver-1")).GetAsync("/cases/find"))
            .ShouldBeOk()
            .Document.QuerySelector("[name='Input.Name']")
            .ShouldBeNull();
    }

    private static PageForm Typed(PageAnswer page, string name, string year) =>
        page.Form("[name='Input.Name']").Fill("Input.Name", name).Fill("Input.BirthYear", year);
}
