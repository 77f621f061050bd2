using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Cases.Person;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Travel;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Summaries;

/// <summary>A print is a crossing: in the ledger before it is shown, in the save that opens; and who is protected is never on paper.</summary>
public sealed class SummaryLedgerTests
{
    private const string Name = "Doina-Canary";
    private const string Phone = "+373 69 000 111";

    [Theory, OnBothDatabases]
    public async Task A_print_is_one_row_with_what_it_holds_in_the_save_that_opens(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await WithPersonAsync(world);
        using var caseworker = await world.SignInAsync(world.Caseworker);
        var asked = (await caseworker.GetAsync(Path(caseId, CaseLinks.Person))).ShouldBeOk().ShouldNotContain(Name);
        (await RowsAsync(world, caseId)).ShouldBeEmpty();

        var form = asked.Form("[name=Include]").Choose("Include", "Identity");
        (await form.SubmitOnceAsync()).ShouldBeOk().ShouldShow(Name).ShouldNotContain(Phone);

        var row = (await RowsAsync(world, caseId)).ShouldHaveSingleItem();
        (row.Kind, row.OrganisationId, row.By, row.Compartments, row.Ground).ShouldBe(
            (CrossingKind.Printed, TravelWorld.IomFinland, world.Caseworker.Id, Compartment.Identity, DisclosureGround.Consent)
        );
        var operation = await NewestAsync(world, caseId);
        operation.Events.OrderBy(e => e.Ordinal).Select(e => e.Kind).ShouldBe([nameof(CompartmentsOpened), nameof(DataDisclosed)]);
        var opening = await world.ReadAsync(db => db.Set<Opening>().SingleAsync(o => o.CaseId == caseId));
        (opening.Purpose, opening.Compartments, opening.OpenedAt).ShouldBe((OpeningPurposes.Summary, Compartment.Identity, row.At));

        // Shown again is printed again, however the form comes back.
        (await form.SubmitOnceAsync())
            .ShouldBeOk()
            .ShouldShow(Name);
        (await form.Choose("Include", "Identity", "Contact").SubmitOnceAsync()).ShouldBeOk().ShouldShow(Phone);
        (await RowsAsync(world, caseId))
            .Select(r => r.Compartments)
            .ShouldBe([Compartment.Identity, Compartment.Identity, Compartment.Identity | Compartment.Contact], ignoreOrder: true);

        // Of the facts alone nothing is opened.
        world.Time.Advance(TimeSpan.FromSeconds(1));
        (await form.Forge("Include", null).Forge("OperationId", world.NewId().ToString()).SubmitOnceAsync()).ShouldBeOk().ShouldNotContain(Name);
        (await NewestAsync(world, caseId)).Kind.ShouldBe("PrintSummary");
        (await RowsAsync(world, caseId))[^1].Compartments.ShouldBe(Compartment.None);
        (await world.ReadAsync(db => db.Set<Opening>().CountAsync(o => o.CaseId == caseId))).ShouldBe(3);

        using var holder = await world.SignInAsync(world.Coordinator);
        var ledger = (await holder.GetAsync($"/cases/{caseId}/disclosures")).ShouldBeOk();
        ledger.ShouldShow("Skrevs ut").ShouldShow("kaisa").ShouldShow("Identitet, Kontakt").ShouldNotContain(Name);
        (await holder.GetAsync($"/cases/{caseId}/seen")).ShouldBeOk().ShouldShow("Utskrift av en sammanfattning");
    }

    [Theory, OnBothDatabases]
    public async Task What_the_region_prints_of_its_own_case_is_a_row_too(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await WithPersonAsync(world);
        using var coordinator = await world.SignInAsync(world.Coordinator);
        await SummaryPagesTests.PrintAsync(coordinator, Path(caseId, CaseLinks.Person), Compartment.Contact);

        var row = (await RowsAsync(world, caseId)).ShouldHaveSingleItem();
        (row.Kind, row.OrganisationId, row.Ground, row.Compartments).ShouldBe(
            (CrossingKind.Printed, TravelWorld.Region, DisclosureGround.OwnFile, Compartment.Contact)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_protected_is_on_no_paper_not_even_of_those_who_are_named(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await WithPersonAsync(world);
        using var coordinator = await world.SignInAsync(world.Coordinator);
        var before = (await coordinator.GetAsync(Path(caseId, CaseLinks.Person))).Form("[name=Include]").Choose("Include", "Identity", "Contact");
        var page = (await coordinator.GetAsync($"/cases/{caseId}/person/protected")).ShouldBeOk();
        (await page.Form("form:has([name=Protection])").Forge("Protection", "ProtectedRegistration").SubmitAsync()).ShouldBeOk();
        await OpenAsync(coordinator, caseId);
        (await coordinator.GetAsync($"/cases/{caseId}/person")).ShouldBeOk().ShouldShow(Name).ShouldShow(Phone);

        foreach (var step in new[] { CaseLinks.Person, CaseLinks.Application, CaseLinks.Close })
        {
            var asked = (await coordinator.GetAsync(Path(caseId, step))).ShouldBeOk().ShouldShow("Identitet och Kontakt är utelämnade");
            asked.Document.QuerySelectorAll("[name=Include][value=Identity], [name=Include][value=Contact]").ShouldBeEmpty();
            (await SummaryPagesTests.PrintAsync(coordinator, Path(caseId, step)))
                .ShouldShow("Identitet och Kontakt är utelämnade")
                .ShouldNotContain(Name)
                .ShouldNotContain(Phone);
        }

        // A form that was shown before the mark was set asks for what is no longer there.
        (await before.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Forbidden);
        (await RowsAsync(world, caseId)).ShouldAllBe(r => r.Compartments == Compartment.None);
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_printed_in_an_emergency_or_after_the_consent_is_gone(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await WithPersonAsync(world);
        using var caseworker = await world.SignInAsync(world.Caseworker);
        var form = (await caseworker.GetAsync(Path(caseId, CaseLinks.Person))).ShouldBeOk().Form("[name=Include]").Choose("Include", "Identity");
        await world.ActAsync<Modules.Cases.Colleagues.ColleagueService>(world.Caseworker, caseId, (s, h) => s.TakeOnAsync(h, world.NewId()));
        using var colleague = await world.SignInAsync(world.EnglishCaseworker);
        var name = await world.ReadAsync(db => db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.NeutralName).SingleAsync());
        (
            await (await colleague.GetAsync("/break-glass"))
                .ShouldBeOk()
                .Form("form:has([name=Reason])")
                .Fill("Number", name)
                .Forge("Compartment", "Contact")
                .Fill("Reason", "The person has called from a locked room, nobody answers.")
                .SubmitAsync()
        ).ShouldBeOk();
        (await colleague.GetAsync($"/cases/{caseId}/person")).ShouldBeOk().ShouldNotContain("/summary/");
        (await colleague.GetAsync(Path(caseId, CaseLinks.Person))).ShouldBe(HttpStatusCode.Forbidden);

        var consent = await world.ReadAsync(db => db.Set<Consent>().Where(c => c.CaseId == caseId).Select(c => c.Id).FirstAsync());
        await world.ActAsync<Modules.Cases.Consents.ConsentService>(world.Coordinator, caseId, (s, h) => s.WithdrawAsync(h, world.NewId(), consent));
        (await form.SubmitOnceAsync()).ShouldBeHidden();
        (await RowsAsync(world, caseId)).ShouldBeEmpty();
    }

    private static string Path(Guid caseId, string step) => CaseLinks.To(caseId, $"summary/{step}");

    private static async Task<Guid> WithPersonAsync(TravelWorld world)
    {
        var caseId = await world.CaseAsync();
        await world.ActAsync<PersonService>(
            world.Coordinator,
            caseId,
            (s, h) => s.SaveIdentityAsync(h, world.NewId(), new IdentityPayload(null, Name, "Rusu", null, "MD", null), 0)
        );
        await world.ActAsync<PersonService>(
            world.Coordinator,
            caseId,
            (s, h) => s.SaveContactAsync(h, world.NewId(), new ContactPayload(Phone, null, null, null, null, "ro", null), 0)
        );
        return caseId;
    }

    private static async Task OpenAsync(PageClient client, Guid caseId)
    {
        var page = (await client.GetAsync($"/cases/{caseId}/person")).ShouldBeOk();
        foreach (var compartment in new[] { "Identity", "Contact" })
        {
            (await page.Form($"form[action$='/open']:has([value={compartment}])").SubmitAsync()).ShouldBeOk();
        }
    }

    private static Task<List<Disclosure>> RowsAsync(TravelWorld world, Guid caseId) =>
        world.ReadAsync(db => db.Set<Disclosure>().AsNoTracking().Where(d => d.CaseId == caseId).OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync());

    private static Task<Operation> NewestAsync(TravelWorld world, Guid caseId)
    {
        var stream = Streams.Openings(caseId);
        return world.ReadAsync(db =>
            db.Set<Operation>().AsNoTracking().Include(o => o.Events).Where(o => o.Stream == stream).OrderByDescending(o => o.Version).FirstAsync()
        );
    }
}
