using System.Net;
using Hemvag.Auditing;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Organisations;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Hemvag.Tests.CashSupport.CashPageSteps;

namespace Hemvag.Tests.CashSupport;

/// <summary>The form of a decision: entered once, refused beside its fields, nothing typed is lost.</summary>
public sealed class CashEntryPagesTests
{
    [Fact]
    public async Task A_decision_is_entered_once_with_its_proposed_amounts()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("migration-1");
        var form = await FormAsync(client);
        var answer = (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        await form.SubmitOnceAsync();
        var decision = await world.WithDbAsync(db => db.Set<CashDecision>().OrderByDescending(d => d.EnteredAt).FirstAsync());
        decision.TotalMinor.ShouldBe(45_000_00);
        answer.RedirectsTo.ShouldBe(PathOf(decision.CaseId, "cash"));
        (await world.WithDbAsync(db => db.Set<CashDecision>().CountAsync())).ShouldBe(5);
        (await world.WithDbAsync(db => db.Set<OperationEvent>().CountAsync(e => e.Kind == nameof(CashDecisionEntered)))).ShouldBe(5);
        (await client.GetAsync(PathOf(decision.CaseId, "cash"))).ShouldBeOk().ShouldNotContain("Testsson");
    }

    [Theory]
    [InlineData("Input.DecisionNumber", "", "Invalid")]
    [InlineData("Input.DecidedOn", "2026-02-30", "Invalid")]
    [InlineData("Input.CountryCode", "AF", "CountryNotOnList")]
    [InlineData("Input.Family[0].Citizenship", "SE", "SwedishCitizen")]
    [InlineData("Input.Family[0].Amount", "30001", "AmountAboveMaximum")]
    [InlineData("Input.Family[0].DocumentNumber", "G1890621", "AlreadySupported")]
    public async Task What_is_wrong_is_said_and_the_rest_kept(string field, string value, string refusal)
    {
        await using var world = await WalkWorld.StartAsync();
        var form = await FormAsync(await world.AsAsync("migration-1"));
        var before = await world.OperationsAsync();
        var answer = await form.Forge(field, value).SubmitOnceAsync();
        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse(refusal);
        answer.Document.QuerySelector("[name='Input.Family[0].FamilyName']")!.GetAttribute("value").ShouldBe("Testsson");
        (await world.OperationsAsync()).ShouldBe(before);
        // Nothing of the other case.
        answer.ShouldNotContain("ÅES").ShouldNotContain("Barzan");
    }

    [Fact]
    public async Task A_decision_of_someone_like_another_asks_on_that_line_alone()
    {
        await using var world = await WalkWorld.StartAsync();
        var form = await FormAsync(await world.AsAsync("migration-1"));
        var like = form.Fill("Input.Family[0].GivenNames", "Nadia")
            .Fill("Input.Family[0].FamilyName", "Al-Samarrai")
            .Fill("Input.Family[0].BirthDate", "1992-03-03");
        var asked = (await like.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("MaybeSupported");
        asked.Document.QuerySelectorAll("[name$='.NotSame']").ShouldHaveSingleItem().GetAttribute("name").ShouldBe("Input.Family[0].NotSame");
        await DoneAsync(asked.Form("form:has([name='Input.DecisionNumber'])").Fill("Input.Family[0].NotSame", "OtherBirthDate"));
        var id = await world.WithDbAsync(db => db.Set<CashDecision>().OrderByDescending(d => d.EnteredAt).Select(d => d.CaseId).FirstAsync());
        (await (await world.AsAsync("migration-1")).GetAsync(PathOf(id, "cash")))
            .ShouldBeOk()
            .ShouldShow("liknar person 1")
            .ShouldShow("Annat födelsedatum");
    }

    [Theory, OnBothDatabases]
    public async Task A_large_family_fits_and_a_refused_form_keeps_it(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        using var client = await world.AsAsync("migration-1");
        (await client.GetAsync("/cash-support/new")).ShouldBeOk().Document.QuerySelectorAll("details[open]").ShouldBeEmpty();
        var form = (await FormAsync(client)).Fill("Input.DecisionNumber", "2-888888").Fill("Input.ConsentedOn", "2019-01-01");
        for (var i = 2; i < 9; i++)
        {
            form = form.Fill($"Input.Family[{i}].Relation", "Child")
                .Fill($"Input.Family[{i}].GivenNames", new string((char)('a' + i), 4))
                .Fill($"Input.Family[{i}].FamilyName", "Testsson")
                .Fill($"Input.Family[{i}].BirthDate", "2017-01-01")
                .Fill($"Input.Family[{i}].Citizenship", "IQ");
        }

        var refused = await form.Fill("Input.Family[8].GivenNames", "مريم").SubmitOnceAsync();
        refused.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("ConsentTooOld");
        refused.Document.QuerySelectorAll("details[open] [value='مريم']").ShouldHaveSingleItem();
        await DoneAsync(refused.Form("form:has([name='Input.DecisionNumber'])").Fill("Input.ConsentedOn", ""));
        (await world.WithDbAsync(db => db.Set<CashFamilyMember>().MaxAsync(m => m.Ordinal))).ShouldBe(9);
    }

    private static async Task<PageForm> FormAsync(PageClient client)
    {
        var today = DateOnly.FromDateTime(new FakeTime().GetUtcNow().UtcDateTime);
        var office = StableId.Of("office:iom-iq").ToString();
        return (await client.GetAsync("/cash-support/new"))
            .ShouldBeOk()
            .Form("form:has([name='Input.DecisionNumber'])")
            .Fill("Input.DecisionNumber", "2-777777")
            .Fill("Input.DecidedOn", Day(today.AddDays(-2)))
            .Fill("Input.Outcome", "Refused")
            .Fill("Input.OutcomeOn", Day(today.AddDays(-30)))
            .Fill("Input.AppliedOn", Day(today.AddDays(-10)))
            .Fill("Input.ReturnsWithAssistance", "true")
            .Fill("Input.AppliedInSweden", "true")
            .Fill("Input.CountryCode", "IQ")
            .Fill("Input.OfficeId", office)
            .Fill("Input.ConsentsToIom", "true")
            .Fill("Input.ConsentsToOffice", "true")
            .Fill("Input.ConsentLanguage", "sv")
            .Fill("Input.Family[0].GivenNames", "Tilda")
            .Fill("Input.Family[0].FamilyName", "Testsson")
            .Fill("Input.Family[0].BirthDate", "1991-01-01")
            .Fill("Input.Family[0].Citizenship", "IQ")
            .Fill("Input.Family[1].Relation", "Child")
            .Fill("Input.Family[1].GivenNames", "Timmy")
            .Fill("Input.Family[1].FamilyName", "Testsson")
            .Fill("Input.Family[1].BirthDate", "2016-01-01")
            .Fill("Input.Family[1].Citizenship", "IQ");
    }
}
