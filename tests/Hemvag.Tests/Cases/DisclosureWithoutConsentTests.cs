using System.Net;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Disclosures.WithoutConsent;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Travel;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>Without consent it takes a named ground, a reason and a second person; it opens nothing, and stands in the ledger.</summary>
public sealed class DisclosureWithoutConsentTests
{
    private const string Reason = "The police ask under a duty by statute, the person cannot be reached.";

    [Theory, OnBothDatabases]
    public async Task One_asks_another_decides_and_then_it_is_handed_over(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        var colleague = await world.AnotherCoordinatorAsync("tyra");
        using var asking = await world.SignInAsync(world.Coordinator);
        using var deciding = await world.SignInAsync(colleague);
        (await deciding.GetAsync($"/cases/{caseId}")).ShouldBeHidden();
        var page = (await asking.GetAsync($"/cases/{caseId}/disclosures/ask")).ShouldBeOk();
        page.ShouldShow("Generalklausulen (10 kap. 27 §) gäller inte socialtjänsten.");
        var known = page.Document.QuerySelectorAll("[name=OrganisationId] option").Select(o => o.GetAttribute("value")!).ToList();
        known.ShouldNotContain(TravelWorld.Moldova.ToString());
        var to = Guid.Parse(known.First(k => k.Length > 0 && k != TravelWorld.IomFinland.ToString()));

        (await Filled(page, to, "InternationalOrganisation", colleague.Id).SubmitAsync()).ShouldRefuse("DisclosureGroundMissing").ShouldShow(Reason);
        (await Filled(page, TravelWorld.Moldova, "DutyToDisclose", colleague.Id).SubmitAsync()).ShouldRefuse("DisclosureRecipient");
        (await Filled(page, to, "Consent", colleague.Id).SubmitAsync()).ShouldRefuse("DisclosureGroundMissing");
        (await Filled(page, to, "DutyToDisclose", world.Coordinator.Id).SubmitAsync()).ShouldRefuse("ColleagueMissing");
        (await Filled(page, to, "DutyToDisclose", world.Stranger.Id).SubmitAsync()).ShouldRefuse("ColleagueMissing");
        (await Filled(page, to, "DutyToDisclose", colleague.Id).Choose("Chosen").SubmitAsync()).ShouldRefuse("CompartmentNotYours");
        (await Filled(page, to, "DutyToDisclose", colleague.Id).SubmitAsync()).ShouldBeOk().ShouldShow("Väntar på beslut");
        (await world.EventsAsync(caseId)).ShouldContain("DisclosureRequested");

        var id = (await world.ReadAsync(db => db.Set<DisclosureRequest>().SingleAsync(r => r.CaseId == caseId))).Id;
        var address = $"/cases/{caseId}/disclosures/{id}";
        (await world.OpenItemsAsync(caseId, WorkItemKind.ReviewDisclosure)).ShouldHaveSingleItem().AccountId.ShouldBe(colleague.Id);
        (await asking.GetAsync(address)).ShouldBeOk().ShouldNotContain("Approved");
        var review = (await deciding.GetAsync(address)).ShouldBeOk().ShouldNotContain(Reason);
        (await review.Form("form[action$='/open']").SubmitAsync()).ShouldBeOk().ShouldShow(Reason);
        (await review.Form("form:has([name=Approved])").SubmitAsync()).ShouldRefuse("DisclosureAnswerMissing");
        (await world.RefusedAsync<DisclosingWithoutConsent>(world.Coordinator, caseId, (s, h) => s.DecideAsync(h, world.NewId(), id, true))).ShouldBe(
            "DisclosureNotYours"
        );
        (await world.RefusedAsync<DisclosingWithoutConsent>(world.Coordinator, caseId, (s, h) => s.HandOverAsync(h, world.NewId(), id))).ShouldBe(
            "DisclosureNotApproved"
        );
        (await review.Form("form:has([name=Approved])").Forge("Approved", "true").SubmitAsync()).ShouldBeOk();
        (await RowsAsync(world, caseId)).ShouldBeEmpty();

        (await (await asking.GetAsync(address)).Form("form[action*=HandOver]").SubmitAsync()).ShouldBeOk().ShouldShow("Uppgiftsskyldighet");
        var row = (await RowsAsync(world, caseId)).ShouldHaveSingleItem();
        (row.OrganisationId, row.Ground, row.Kind, row.ConsentId).ShouldBe((to, DisclosureGround.DutyToDisclose, CrossingKind.HandedOver, null));
        (await world.RefusedAsync<DisclosingWithoutConsent>(world.Coordinator, caseId, (s, h) => s.HandOverAsync(h, world.NewId(), id))).ShouldBe(
            "DisclosureHandedOver"
        );
    }

    [Fact]
    public async Task A_request_of_another_case_is_not_there_and_others_may_not_ask()
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.CaseAsync();
        using var caseworker = await world.SignInAsync(world.Caseworker);
        (await caseworker.GetAsync($"/cases/{caseId}/disclosures/ask")).ShouldBe(HttpStatusCode.Forbidden);
        using var coordinator = await world.SignInAsync(world.Coordinator);
        (await coordinator.GetAsync($"/cases/{caseId}/disclosures/{world.NewId()}")).ShouldBeHidden();
    }

    private static PageForm Filled(PageAnswer page, Guid to, string ground, Guid reviewer) =>
        page.Form("form:has([name=Reason])")
            .Forge("OrganisationId", to.ToString())
            .Forge("Ground", ground)
            .Choose("Chosen", "Identity")
            .Fill("Reason", Reason)
            .Forge("ReviewerId", reviewer.ToString());

    private static Task<List<Disclosure>> RowsAsync(TravelWorld world, Guid caseId) =>
        world.ReadAsync(db => db.Set<Disclosure>().AsNoTracking().Where(d => d.CaseId == caseId && d.Kind == CrossingKind.HandedOver).ToListAsync());
}
