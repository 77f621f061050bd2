using System.Net;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Travel;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>A consent as it is given, read again and narrowed; never edited.</summary>
public sealed class ConsentTests
{
    private const string Interpreter = "Tolk مريم القاسم";
    private const string Witness = "Vittne Kanariefågel";
    private const string Guardian = "Förälder <b>Räv</b>";
    private const string Remarks = "\"Bara om min syster inte får veta.\"";
    private const Compartment Left = Compartment.Identity | Compartment.Travel;

    [Theory, OnBothDatabases]
    public async Task It_is_read_again_with_its_words_its_answers_and_the_people_around_it(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        using var client = await world.SignInAsync(world.Coordinator);
        var form = await FilledAsync(world, client, caseId);
        (await form.SubmitAsync()).ShouldBeOk().ShouldNotContain(Witness);
        (await world.EventsAsync(caseId)).ShouldContain("ConsentGiven");

        var id = await LiveAsync(world, caseId);
        var closed = (await client.GetAsync($"/cases/{caseId}/consent/{id}")).ShouldBeOk();
        closed.ShouldShow("Jag samtycker till att regionkoordinatorn").ShouldShow("amp-2018").ShouldShow("Går med på statistik utan identitet");
        foreach (var secret in new[] { Interpreter, Witness, Guardian, Remarks })
        {
            closed.ShouldNotContain(secret);
        }

        var open = (await closed.Form("form[action$='/open']").SubmitAsync()).ShouldBeOk();
        foreach (var secret in new[] { Interpreter, Witness, Guardian, Remarks, "Barnet säger ja" })
        {
            open.ShouldShow(secret);
        }

        using var english = await world.SignInAsync(world.EnglishCaseworker);
        (await english.GetAsync($"/cases/{caseId}/consent/{id}"))
            .ShouldBeOk()
            .ShouldShow("Exchange of information with IOM")
            .ShouldShow("Knows why the questions are asked");
    }

    [Fact]
    public async Task Each_role_that_may_see_consents_sees_it_and_a_stranger_nothing()
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.PlannedCaseAsync();
        var other = await world.CaseAsync();
        var id = await LiveAsync(world, caseId);
        foreach (var page in new[] { $"consent/{id}", $"consent/{id}/narrow", $"consent/{id}/withdraw" })
        {
            foreach (var (account, status) in new[] { (world.Coordinator, 200), (world.Caseworker, 200), (world.Approver, 403), (world.Local, 403) })
            {
                using var client = await world.SignInAsync(account);
                (await client.GetAsync($"/cases/{caseId}/{page}")).ShouldBe((HttpStatusCode)status);
            }

            using var stranger = await world.SignInAsync(world.Stranger);
            (await stranger.GetAsync($"/cases/{caseId}/{page}")).ShouldBeHidden();
            // A consent of another case is no consent of this one.
            using var coordinator = await world.SignInAsync(world.Coordinator);
            (await coordinator.GetAsync($"/cases/{other}/{page}")).ShouldBeHidden();
        }
    }

    [Theory]
    [InlineData("Input.InterpreterAccepted", "false", "ConsentInterpreterNotAccepted")]
    [InlineData("Input.Assent", "", "ConsentAssentMissing")]
    [InlineData("Input.Guardian", "", "ConsentAssentMissing")]
    [InlineData("Input.Assent", "Refused", "ConsentChildSaysNo")]
    public async Task Without_the_childs_answer_or_an_accepted_interpreter_it_is_no_consent(string field, string value, string refusal)
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.CaseAsync();
        var before = await LiveAsync(world, caseId);
        using var client = await world.SignInAsync(world.Coordinator);
        var form = await FilledAsync(world, client, caseId);
        var refused = (await form.Forge(field, value).SubmitAsync()).ShouldRefuse(refusal);
        refused.ShouldShow(Remarks);
        (await LiveAsync(world, caseId)).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task Narrowed_it_keeps_its_answers_and_its_people_and_shows_less_at_the_next_request(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        using var client = await world.SignInAsync(world.Coordinator);
        (await (await FilledAsync(world, client, caseId)).SubmitAsync()).ShouldBeOk();
        var given = await LiveAsync(world, caseId);

        var page = (await client.GetAsync($"/cases/{caseId}/consent/{given}/narrow")).ShouldBeOk();
        (await page.Form("form:has([name='Input.Compartments'])").SubmitAsync()).ShouldRefuse("ConsentNotNarrower");
        var form = page.Form("form:has([name='Input.Compartments'])").Choose("Input.Compartments", "Identity", "Travel");
        (await form.SubmitAsync()).ShouldBeOk();
        (await world.EventsAsync(caseId)).ShouldBe(["ConsentGiven", "ConsentReplaced"]);
        // The back button and the same form: nothing more happens.
        (await form.SubmitAsync()).ShouldBeOk();

        var left = await LiveAsync(world, caseId);
        left.ShouldNotBe(given);
        var rows = await world.ReadAsync(db => db.Set<Consent>().AsNoTracking().ToDictionaryAsync(c => c.Id));
        (rows[left].Compartments, rows[left].Replaces, rows[left].IsNarrowed).ShouldBe((Left, given, true));
        (rows[left].Prompts, rows[left].Language, rows[left].StartsOn, rows[left].ProgrammeId).ShouldBe(
            (rows[given].Prompts, rows[given].Language, rows[given].StartsOn, rows[given].ProgrammeId)
        );
        rows[given].WithdrawnAt.ShouldNotBeNull();

        var details = (await client.GetAsync($"/cases/{caseId}/consent/{left}")).ShouldBeOk();
        (await details.Form("form[action$='/open']").SubmitAsync()).ShouldBeOk().ShouldShow(Interpreter);
        (await client.GetAsync($"/cases/{caseId}/consent/{given}"))
            .ShouldBeOk()
            .ShouldShow("Ersatt")
            .Document.QuerySelector($"a[href='/cases/{caseId}/consent/{left}']")
            .ShouldNotBeNull();

        using var caseworker = await world.SignInAsync(world.Caseworker);
        var person = (await caseworker.GetAsync($"/cases/{caseId}/person")).ShouldBeOk();
        person.Document.QuerySelectorAll("form[action$='/open'] [value=Contact]").ShouldBeEmpty();
        person.Document.QuerySelectorAll("form[action$='/open'] [value=Identity]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_added_by_narrowing_and_a_closed_or_ended_consent_is_not_narrowed()
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.CaseAsync();
        var id = await LiveAsync(world, caseId);
        var today = DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime);
        foreach (
            var (left, refusal) in new (WhatIsLeft, string)[]
            {
                (new([TravelWorld.IomFinland, TravelWorld.OtherRegion], Left, null), "ConsentRecipientMissing"),
                (new([], Left, null), "ConsentRecipientMissing"),
                (new([TravelWorld.IomFinland], Compartment.None, null), "ConsentTooWide"),
                (new([TravelWorld.IomFinland], Left, today.AddDays(-2)), "DateTooEarly"),
                (new([TravelWorld.IomFinland], Compartments.All, null), "ConsentNotNarrower"),
            }
        )
        {
            (await NarrowAsync(world, caseId, id, left)).ShouldBe(refusal);
        }

        (await NarrowAsync(world, caseId, id, new([TravelWorld.IomFinland], Left, today.AddDays(9)))).ShouldBe("");
        var narrowed = await LiveAsync(world, caseId);
        (await NarrowAsync(world, caseId, narrowed, new([TravelWorld.IomFinland], Compartment.Bank, null))).ShouldBe("ConsentTooWide");
        (await NarrowAsync(world, caseId, narrowed, new([TravelWorld.IomFinland], Left, today.AddDays(20)))).ShouldBe("ConsentNotNarrower");
        (await NarrowAsync(world, caseId, id, new([TravelWorld.IomFinland], Compartment.Travel, null))).ShouldBe("ConsentAlreadyWithdrawn");
    }

    private static Task<string> NarrowAsync(TravelWorld world, Guid caseId, Guid consentId, WhatIsLeft left) =>
        world.RefusedAsync<ConsentNarrowing>(world.Coordinator, caseId, (s, h) => s.NarrowAsync(h, world.NewId(), consentId, left));

    private static async Task<PageForm> FilledAsync(TravelWorld world, PageClient client, Guid caseId)
    {
        var page = (await client.GetAsync($"/cases/{caseId}/consent/give/{ConsentPurpose.ExchangeWithIom}")).ShouldBeOk();
        return page.Form("[name='Input.GivenAs']")
            .Choose("Input.Prompts", [.. page.Document.QuerySelectorAll("[name='Input.Prompts']").Select(i => i.GetAttribute("value")!)])
            .Fill("Input.Language", "ar")
            .Fill("Input.Interpreter", Interpreter)
            .Fill("Input.InterpreterAccepted", "true")
            .Fill("Input.GivenAs", "Oral")
            .Fill("Input.Witness", Witness)
            .Fill("Input.Guardian", Guardian)
            .Choose("Input.Assent", "Given")
            .Fill("Input.Remarks", Remarks)
            .Fill("Input.StartsOn", DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime).ToString("O"));
    }

    private static Task<Guid> LiveAsync(TravelWorld world, Guid caseId) =>
        world.ReadAsync(db =>
            db.Set<Consent>()
                .Where(c => c.CaseId == caseId && c.Purpose == ConsentPurpose.ExchangeWithIom && c.WithdrawnAt == null)
                .Select(c => c.Id)
                .SingleAsync()
        );
}
