using System.Net;
using Hemvag.Modules.Retention;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Retention;

/// <summary>The page of erasing: two people, numbers and dates, nothing of the content.</summary>
public sealed class RetentionPagesTests
{
    [Fact]
    public async Task One_prepares_another_confirms_and_either_takes_out()
    {
        await using var world = await WalkWorld.StartAsync();
        var officer = await world.AsAsync("dpo-1");
        var national = await world.AsAsync("national-1");
        var id = world.Cases["c02"];
        var number = await world.WithDbAsync(db => db.Set<Hemvag.Modules.Cases.Case>().Where(c => c.Id == id).Select(c => c.Number).FirstAsync());
        var page = (await officer.GetAsync("/retention")).ShouldBeOk().ShouldShow("SoL (2025:400) 16:1").ShouldShow("Inget ärendes tid är ute");
        var refused = (await Asked(page, "ÅMP 1999-0001<b>", "Identity").SubmitAsync()).ShouldRefuse("ErasureCaseUnknown");
        refused.Document.QuerySelector("[name='Asked.Number']")!.GetAttribute("value").ShouldBe("ÅMP 1999-0001<b>");
        (await Asked(page, number, "").SubmitAsync()).ShouldRefuse("Invalid");
        (await page.Form("[name='Asked.Number']").Fill("Asked.Number", number).Forge("Asked.Compartment", "Bank").SubmitAsync()).ShouldRefuse(
            "ErasureMoneyKept"
        );
        (
            await page.Form("[name='Asked.Number']").Fill("Asked.Number", number).Forge("Asked.Compartment", "Identity, Health").SubmitAsync()
        ).ShouldRefuse("Invalid");

        var form = Asked(page, number, "Identity");
        (await form.SubmitAsync()).ShouldBeOk().ShouldShow("Förberedd av");
        (await form.SubmitAsync()).ShouldBeOk();
        (await world.WithDbAsync(db => db.Set<Erasure>().CountAsync())).ShouldBe(1);
        var own = (await officer.GetAsync("/retention")).ShouldBeOk();
        own.Document.QuerySelector("form[action*='Confirm']").ShouldBeNull("not by the same person");
        var others = (await national.GetAsync("/retention")).ShouldBeOk();
        others.Document.QuerySelector("[name='Asked.Number']").ShouldBeNull("prepared by data protection officers alone");
        (await others.Form("form[action*='Confirm']").SubmitAsync()).ShouldBeOk().ShouldShow("Bekräftad av Solveig Åkerhielm");
        (await others.Form("form[action*='Confirm']").Forge("OperationId", $"{Guid.CreateVersion7()}").SubmitAsync()).ShouldRefuse(
            "ErasureNotWaiting"
        );
        (await own.Form("form[action*='TakeOut']").SubmitAsync()).ShouldBeOk().ShouldShow("Inget väntar");
        (await world.WithDbAsync(db => db.Set<Erasure>().SingleAsync())).TakenOutWhy.ShouldBe(TakenOut.ByHand);
    }

    [Fact]
    public async Task Nobody_else_comes_in_and_strange_ids_are_not_there()
    {
        await using var world = await WalkWorld.StartAsync();
        foreach (var code in new[] { "vast-1", "iom-1", "approver-1", "thailand-1", "social-1", "migration-1", "auditor-1", "admin-1" })
        {
            (await (await world.AsAsync(code)).GetAsync("/retention")).Status.ShouldBe(HttpStatusCode.Forbidden, code);
        }

        var national = await world.AsAsync("national-1");
        var token = await AccessWalkTests.TokenAsync(national);
        foreach (var handler in new[] { "Confirm", "TakeOut" })
        {
            (await PostAsync(national, handler, token, ("erasureId", $"{Guid.CreateVersion7()}"))).ShouldBe(HttpStatusCode.NotFound);
        }

        (await PostAsync(national, "Prepare", token, ("caseId", $"{world.Cases["c01"]}"), ("category", "case"))).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(national, "Asked", token, ("Asked.Number", "x"), ("Asked.Compartment", "Health"))).ShouldBe(HttpStatusCode.Forbidden);
        var officer = await world.AsAsync("dpo-1");
        var own = await AccessWalkTests.TokenAsync(officer);
        (await PostAsync(officer, "Prepare", own, ("caseId", $"{world.Cases["c01"]}"), ("category", "everything"))).ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await PostAsync(officer, "Prepare", own, ("caseId", $"{world.Cases["c01"]}"), ("category", "case"))).ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
    }

    [Fact]
    public async Task Both_languages()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("dpo-1");
        var page = await client.GetAsync("/retention");
        await page.Form("[value=en]").SubmitAsync("en");
        (await client.GetAsync("/retention")).ShouldShow("Retention and erasure").ShouldShow("Archives Act");
    }

    private static PageForm Asked(PageAnswer page, string number, string compartment) =>
        page.Form("[name='Asked.Number']").Fill("Asked.Number", number).Fill("Asked.Compartment", compartment);

    private static async Task<HttpStatusCode> PostAsync(PageClient client, string handler, string token, params (string Name, string Value)[] fields)
    {
        var sent = fields.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        sent["__form"] = token;
        sent["OperationId"] = $"{Guid.CreateVersion7()}";
        using var post = new HttpRequestMessage(HttpMethod.Post, $"/retention?handler={handler}") { Content = new FormUrlEncodedContent(sent) };
        return (await client.SendOnceAsync(post)).Status;
    }
}
