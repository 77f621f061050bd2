using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.BreakGlass;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Cases.ProtectedIdentity;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Travel;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>A colleague opens one compartment in an emergency: for an hour, seen by the holder at once, reviewed by somebody else.</summary>
public sealed class BreakGlassTests
{
    private const string Reason = "The person has called from a locked room, nobody answers.";

    [Theory, OnBothDatabases]
    public async Task An_hour_of_one_compartment_which_the_holder_learns_of_and_reviews(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, number) = await TakenAsync(world);
        using var colleague = await world.SignInAsync(world.EnglishCaseworker);
        (await colleague.GetAsync($"/cases/{caseId}")).ShouldBeHidden();

        var there = await BreakAsync(colleague, number, Compartment.Contact);
        there.ShouldBeOk().ShouldShow("You see the case in an emergency until").ShouldNotContain("locked room");
        there.Url.AbsolutePath.ShouldBe($"/cases/{caseId}/person");
        (await world.EventsAsync(caseId)).ShouldContain("GlassBroken");
        there.Document.QuerySelectorAll("form[action$='/open']").Length.ShouldBe(1);
        // Nothing can be changed, and no other compartment opened.
        (await colleague.GetAsync($"/cases/{caseId}/consent/give/ExchangeWithIom")).ShouldBe(System.Net.HttpStatusCode.Forbidden);
        (await there.Form("form[action$='/open']").Forge("Compartments", "Identity").SubmitAsync()).ShouldBe(System.Net.HttpStatusCode.Forbidden);
        (await there.Form("form[action$='/open']").SubmitAsync()).ShouldBeOk();
        var opening = await world.ReadAsync(db =>
            db.Set<Hemvag.Auditing.Opening>().SingleAsync(o => o.CaseId == caseId && o.AccountId == world.EnglishCaseworker.Id)
        );
        (opening.Purpose, opening.Compartments).ShouldBe((CaseLinks.BrokenGlass, Compartment.Contact));

        using var holder = await world.SignInAsync(world.Coordinator);
        (await holder.GetAsync("/")).ShouldBeOk().ShouldShow("nödläge");
        (await world.OpenItemsAsync(caseId, WorkItemKind.ReviewBrokenGlass)).ShouldHaveSingleItem().AccountId.ShouldBe(world.Coordinator.Id);
        var page = (await holder.GetAsync($"/cases/{caseId}/broken-glass")).ShouldBeOk().ShouldShow("james").ShouldNotContain("locked room");
        (await page.Form("form:has([name=Justified])").SubmitAsync()).ShouldRefuse("GlassAnswerMissing");
        (await (await holder.GetAsync($"/cases/{caseId}/broken-glass")).Form("form[action$='/open']").SubmitAsync()).ShouldBeOk().ShouldShow(Reason);
        (await page.Form("form:has([name=Justified])").Forge("Justified", "true").SubmitAsync()).ShouldBeOk().ShouldShow("Det var rätt");
        (await world.OpenItemsAsync(caseId, WorkItemKind.ReviewBrokenGlass)).ShouldBeEmpty();
        (
            await page.Form("form:has([name=Justified])").Forge("OperationId", world.NewId().ToString()).Forge("Justified", "false").SubmitAsync()
        ).ShouldRefuse("GlassReviewed");

        world.Time.Advance(TimeSpan.FromMinutes(61));
        using var later = await world.SignInAsync(world.EnglishCaseworker);
        (await later.GetAsync($"/cases/{caseId}")).ShouldBeHidden();
        (await later.GetAsync("/cases")).ShouldBeOk().ShouldNotContain(number);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_breaks_it_where_their_organisation_may_not_know_of_the_case(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, number) = await TakenAsync(world);
        foreach (var outsider in new[] { world.Stranger, world.Local, world.LocalElsewhere })
        {
            using var client = await world.SignInAsync(outsider);
            (await BreakAsync(client, number, Compartment.Contact)).ShouldRefuse("GlassNoCase");
            (await BreakAsync(client, "ÅMP 1999-0001", Compartment.Contact)).ShouldRefuse("GlassNoCase");
            (await client.GetAsync($"/cases/{caseId}")).ShouldBeHidden();
        }

        using var approver = await world.SignInAsync(world.Approver);
        (await approver.GetAsync("/break-glass")).ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Theory, OnBothDatabases]
    public async Task What_lies_open_to_someone_needs_no_glass_broken(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, number) = await TakenAsync(world);
        using var holder = await world.SignInAsync(world.Coordinator);
        (await BreakAsync(holder, number, Compartment.Contact)).ShouldRefuse("GlassNotNeeded");
        (await world.ReadAsync(db => db.Set<BrokenGlass>().CountAsync(g => g.CaseId == caseId))).ShouldBe(0);
    }

    [Fact]
    public async Task It_wants_one_compartment_and_a_reason()
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var (_, number) = await TakenAsync(world);
        using var client = await world.SignInAsync(world.EnglishCaseworker);
        var short_ = await BreakAsync(client, number, Compartment.Contact, "urgent");
        short_.ShouldRefuse("GlassReasonShort").ShouldShow("urgent");
        (await BreakAsync(client, number, Compartment.Contact | Compartment.Health)).ShouldRefuse("Invalid");
        (await BreakAsync(client, number, Compartment.None)).ShouldRefuse("GlassCompartment");
    }

    [Theory, OnBothDatabases]
    public async Task Of_a_person_with_protected_identity_named_people_alone_open_identity_and_contact(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, number) = await TakenAsync(world);
        using var coordinator = await world.SignInAsync(world.Coordinator);
        var page = (await coordinator.GetAsync($"/cases/{caseId}/person/protected")).ShouldBeOk().ShouldShow("Sekretessmarkering");
        (await page.Form("form:has([name=Protection])").Forge("Protection", "ConfidentialityMark").Choose("Readers").SubmitAsync()).ShouldRefuse(
            "ReaderNeeded"
        );
        (
            await page.Form("form:has([name=Protection])")
                .Forge("Protection", "ConfidentialityMark")
                .Choose("Readers", world.NewId().ToString())
                .SubmitAsync()
        ).ShouldRefuse("ReaderUnknown");
        var marked = await page.Form("form:has([name=Protection])").Forge("Protection", "ConfidentialityMark").SubmitAsync();
        marked.ShouldBeOk().ShouldShow("Skyddad identitet");
        (await world.EventsAsync(caseId)).ShouldBe(["IdentityProtectionSet", "ProtectedReaderSet"]);

        (await MayOpenAsync(world, world.Coordinator, caseId)).ShouldBeTrue();
        (await MayOpenAsync(world, world.Caseworker, caseId)).ShouldBeFalse();
        using var caseworker = await world.SignInAsync(world.Caseworker);
        var hidden = (await caseworker.GetAsync($"/cases/{caseId}/person")).ShouldBeOk();
        hidden.Document.QuerySelectorAll("form[action$='/open'] input[value*=Identity]").ShouldBeEmpty();
        // Neither cover nor an emergency opens it.
        using var colleague = await world.SignInAsync(world.EnglishCaseworker);
        (await BreakAsync(colleague, number, Compartment.Identity)).ShouldRefuse("GlassProtected");
        (await BreakAsync(colleague, number, Compartment.Health)).ShouldBeOk();

        // Who is named opens it, and hands that on with the case.
        var people = (await coordinator.GetAsync($"/cases/{caseId}/person/protected")).ShouldBeOk();
        var all = people.Document.QuerySelectorAll("[name=Readers]").Select(i => i.GetAttribute("value")!).ToArray();
        (await people.Form("form:has([name=Protection])").Choose("Readers", all).SubmitAsync()).ShouldBeOk();
        (await MayOpenAsync(world, world.Caseworker, caseId)).ShouldBeTrue();
        await world.ActAsync<ColleagueService>(
            world.Caseworker,
            caseId,
            (s, h) => s.HandOverAsync(h, world.NewId(), world.EnglishCaseworker.Id, keep: true)
        );
        (await MayOpenAsync(world, world.EnglishCaseworker, caseId)).ShouldBeTrue();
        (await MayOpenAsync(world, world.Caseworker, caseId)).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Two_people_at_an_organisation_are_the_most(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, _) = await TakenAsync(world);
        var third = await world.AnotherCaseworkerAsync("mika");
        foreach (var one in new[] { world.EnglishCaseworker.Id, third.Id })
        {
            await world.ActAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.ShareAsync(h, world.NewId(), one));
        }

        var parts = await world.ReadAsync(db =>
            db.Set<CaseParticipant>().Where(p => p.CaseId == caseId && p.AccountId != null && p.Until == null).Select(p => p.Id).ToListAsync()
        );
        parts.Count.ShouldBe(4);
        (
            await world.RefusedAsync<IdentityProtecting>(
                world.Coordinator,
                caseId,
                (s, h) => s.SetAsync(h, world.NewId(), null, IdentityProtection.ProtectedRegistration, parts)
            )
        ).ShouldBe("TooManyReaders");
    }

    private static async Task<(Guid Id, string Number)> TakenAsync(TravelWorld world)
    {
        var caseId = await world.CaseAsync();
        await world.ActAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.TakeOnAsync(h, world.NewId()));
        // Forms carry forty characters of a number at most; the made-up ones are longer.
        return (
            caseId,
            await world.ReadAsync(db => db.Set<Modules.Cases.Case>().Where(c => c.Id == caseId).Select(c => c.NeutralName).SingleAsync())
        );
    }

    private static async Task<bool> MayOpenAsync(TravelWorld world, Modules.Accounts.CurrentAccount account, Guid caseId)
    {
        var may = false;
        await world.ActAsync<CaseOperations>(
            account,
            caseId,
            (_, handle) =>
            {
                may = handle.MayOpen(Compartment.Identity) && handle.MayOpen(Compartment.Contact);
                return Task.CompletedTask;
            }
        );
        return may;
    }

    private static async Task<PageAnswer> BreakAsync(PageClient client, string number, Compartment compartment, string reason = Reason) =>
        await (await client.GetAsync("/break-glass"))
            .ShouldBeOk()
            .Form("form:has([name=Reason])")
            .Fill("Number", number)
            .Forge("Compartment", compartment.ToString())
            .Fill("Reason", reason)
            .SubmitAsync();
}
