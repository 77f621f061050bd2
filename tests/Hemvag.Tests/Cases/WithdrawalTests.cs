using System.Net;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Withdrawals;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Travel;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>Every crossing is in the ledger; after a withdrawal every past recipient answers what it has done with what it has.</summary>
public sealed class WithdrawalTests
{
    [Theory, OnBothDatabases]
    public async Task What_another_organisation_opens_is_a_row_of_the_ledger_and_what_the_region_opens_is_not(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        using var coordinator = await world.SignInAsync(world.Coordinator);
        using var caseworker = await world.SignInAsync(world.Caseworker);
        await OpenAsync(coordinator, caseId);
        await OpenAsync(caseworker, caseId);

        var row = (await RowsAsync(world, caseId)).ShouldHaveSingleItem();
        (row.OrganisationId, row.Kind, row.Ground, row.By).ShouldBe(
            (TravelWorld.IomFinland, CrossingKind.Opened, DisclosureGround.Consent, world.Caseworker.Id)
        );
        row.Compartments.ShouldBe(Compartment.Identity);
        row.ConsentId.ShouldNotBeNull();
        (await coordinator.GetAsync($"/cases/{caseId}/disclosures"))
            .ShouldBeOk()
            .ShouldShow("kontoret i Finland")
            .ShouldShow("Identitet")
            .ShouldShow("Öppnades");
        using var approver = await world.SignInAsync(world.Approver);
        (await approver.GetAsync($"/cases/{caseId}/disclosures")).ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await world.SignInAsync(world.Stranger);
        (await stranger.GetAsync($"/cases/{caseId}/disclosures")).ShouldBeHidden();
    }

    [Theory, OnBothDatabases]
    public async Task A_withdrawal_hides_the_case_at_the_next_request_and_asks_the_past_recipient_until_it_answers(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        await world.ActAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.TakeOnAsync(h, world.NewId()));
        using var caseworker = await world.SignInAsync(world.Caseworker);
        using var coordinator = await world.SignInAsync(world.Coordinator);
        await OpenAsync(caseworker, caseId);

        await WithdrawAsync(world, caseId, ConsentPurpose.ExchangeWithIom);

        (await caseworker.GetAsync($"/cases/{caseId}")).ShouldBeHidden();
        var asked = (await AnswersAsync(world, caseId)).ShouldHaveSingleItem();
        (asked.OrganisationId, asked.AccountId, asked.Role).ShouldBe((TravelWorld.IomFinland, world.Caseworker.Id, Role.IomCaseworker));
        var today = (await caseworker.GetAsync("/")).ShouldBeOk().ShouldShow("Ett samtycke har återkallats");
        today.Document.QuerySelector($"a[href='/recipient-answers/{asked.Id}']").ShouldNotBeNull();
        var page = (await caseworker.GetAsync($"/recipient-answers/{asked.Id}")).ShouldBeOk().ShouldShow("Identitet").ShouldShow("Öppnades");

        // Nobody else there was asked, and nobody elsewhere.
        foreach (var other in new[] { world.EnglishCaseworker, world.Approver, world.Coordinator, world.Local, world.Stranger })
        {
            using var client = await world.SignInAsync(other);
            (await client.GetAsync($"/recipient-answers/{asked.Id}")).ShouldBeHidden();
            (await client.GetAsync("/")).ShouldBeOk().ShouldNotContain("recipient-answers");
        }

        // Silence is chased, and the holder told.
        world.Time.Advance(TimeSpan.FromDays(AskPastRecipients.Days + 1));
        (await ChaseAsync(world, asked.Id)).ShouldNotBeNull();
        (await world.EventsAsync(caseId)).ShouldContain("RecipientChased");
        (await world.OpenItemsAsync(caseId, WorkItemKind.RecipientSilent)).ShouldHaveSingleItem().AccountId.ShouldBe(world.Coordinator.Id);

        using var again = await world.SignInAsync(world.Caseworker);
        page = (await again.GetAsync($"/recipient-answers/{asked.Id}")).ShouldBeOk();
        (await page.Form("form:has([name=Answer])").SubmitAsync()).ShouldRefuse("AnswerMissing");
        (await page.Form("form:has([name=Answer])").Forge("Answer", "Kept").SubmitAsync()).ShouldRefuse("KeptUnderMissing");
        (await page.Form("form:has([name=Answer])").Forge("Answer", "Deleted").Forge("Under", "Bookkeeping").SubmitAsync()).ShouldRefuse(
            "KeptUnderMissing"
        );
        (await page.Form("form:has([name=Answer])").Forge("Answer", "Kept").Forge("Under", "Bookkeeping").SubmitAsync())
            .ShouldBeOk()
            .ShouldShow("Besvarat: Sparas enligt lag: Bokföring");
        (
            await page.Form("form:has([name=Answer])").Forge("OperationId", world.NewId().ToString()).Forge("Answer", "Deleted").SubmitAsync()
        ).ShouldRefuse("AnswerGiven");
        (await world.OpenItemsAsync(caseId, WorkItemKind.RecipientSilent)).ShouldBeEmpty();
        (await world.OpenItemsAsync(caseId, WorkItemKind.AnswerWithdrawal)).ShouldBeEmpty();
        (await ChaseAsync(world, asked.Id)).ShouldBeNull();
        using var holder = await world.SignInAsync(world.Coordinator);
        (await holder.GetAsync($"/cases/{caseId}/disclosures")).ShouldBeOk().ShouldShow("Sparas enligt lag: Bokföring");
    }

    [Theory, OnBothDatabases]
    public async Task Giving_it_again_works_and_withdrawing_one_scope_leaves_the_rest(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await WithdrawAsync(world, caseId, ConsentPurpose.ContactWithLocalOffice);
        (await world.SeesAsync(world.Local, caseId)).ShouldBeFalse();
        (await world.SeesAsync(world.Caseworker, caseId)).ShouldBeTrue();
        (await AnswersAsync(world, caseId)).ShouldHaveSingleItem().OrganisationId.ShouldBe(TravelWorld.Moldova);

        await GiveAsync(world, caseId, ConsentPurpose.ContactWithLocalOffice, TravelWorld.Moldova);
        (await world.SeesAsync(world.Local, caseId)).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task Who_may_see_less_answers_for_what_it_has_opened_of_it(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        using var caseworker = await world.SignInAsync(world.Caseworker);
        await OpenAsync(caseworker, caseId);
        await NarrowAsync(world, caseId, Compartment.Identity | Compartment.Travel);
        (await AnswersAsync(world, caseId)).ShouldBeEmpty();

        await NarrowAsync(world, caseId, Compartment.Travel);
        (await AnswersAsync(world, caseId)).ShouldHaveSingleItem().Compartments.ShouldBe(Compartment.Identity);
        (await world.SeesAsync(world.Caseworker, caseId)).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_booked_is_held_and_put_before_the_holder_until_the_yes_is_given_again(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        var decision = new ArrangementDecision(TravelArrangementKind.Reception, ArrangementNeed.Needed, TravelWorld.Moldova, null, null, 0);
        await world.ActAsync<Arranging>(world.Caseworker, caseId, (s, h) => s.DecideAsync(h, world.NewId(), decision));

        await WithdrawAsync(world, caseId, ConsentPurpose.ExchangeWithIom);

        var asked = (await world.OpenItemsAsync(caseId, WorkItemKind.BookingsAfterWithdrawal)).ShouldHaveSingleItem();
        (asked.AccountId, asked.Page).ShouldBe((world.Coordinator.Id, CaseLinks.Travel));
        // The office, which still sees the case, books nothing more; a no is taken.
        (
            await world.RefusedAsync<Arranging>(
                world.Local,
                caseId,
                (s, h) => s.AnswerAsync(h, world.NewId(), TravelArrangementKind.Reception, confirmed: true, null)
            )
        ).ShouldBe("BookingsHeldWithoutIom");

        await GiveAsync(world, caseId, ConsentPurpose.ExchangeWithIom, TravelWorld.IomFinland);
        (await world.OpenItemsAsync(caseId, WorkItemKind.BookingsAfterWithdrawal)).ShouldBeEmpty();
        await world.ActAsync<Arranging>(
            world.Local,
            caseId,
            (s, h) => s.AnswerAsync(h, world.NewId(), TravelArrangementKind.Reception, confirmed: true, null)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Between_departed_and_met_those_in_charge_keep_the_meeting_and_nothing_else(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await world.AsSystemAsync(caseId, [MilestoneKind.Departed]);
        using var coordinator = await world.SignInAsync(world.Coordinator);
        using var local = await world.SignInAsync(world.Local);
        var id = await LiveAsync(world, caseId, ConsentPurpose.ContactWithLocalOffice);
        (await coordinator.GetAsync($"/cases/{caseId}/consent/{id}/withdraw")).ShouldBeOk().ShouldShow("minsta insyn");
        (await local.GetAsync($"/cases/{caseId}/minimum")).ShouldBe(HttpStatusCode.Forbidden);
        await WithdrawAsync(world, caseId, ConsentPurpose.ContactWithLocalOffice);

        foreach (var page in new[] { "", "/travel", "/person", "/plan", "/money", "/follow-up", "/colleagues" })
        {
            (await local.GetAsync($"/cases/{caseId}{page}")).ShouldBeHidden();
        }

        var asked = (await AnswersAsync(world, caseId)).ShouldHaveSingleItem();
        (await local.GetAsync($"/recipient-answers/{asked.Id}"))
            .ShouldBeOk()
            .Document.QuerySelector($"a[href='/cases/{caseId}/minimum']")
            .ShouldNotBeNull();
        var minimum = (await local.GetAsync($"/cases/{caseId}/minimum")).ShouldBeOk();
        (await minimum.Form("form[action$='/open']").Forge("Compartments", "Identity").SubmitAsync()).ShouldBe(HttpStatusCode.Forbidden);
        (await minimum.Form("form[action$='/open']").SubmitAsync()).ShouldBeOk().ShouldShow("Kodord");
        (await RowsAsync(world, caseId)).ShouldAllBe(r => r.Ground == DisclosureGround.MinimumView);
        (await world.SeesAsync(world.LocalElsewhere, caseId)).ShouldBeFalse();

        (await minimum.Form("form:has([name=OccurredOn])").SubmitAsync()).ShouldRefuse("DayMissing");
        var today = DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime).ToString("O");
        (await minimum.Form("form:has([name=OccurredOn])").Fill("OccurredOn", today).SubmitAsync()).ShouldBeOk();
        (await local.GetAsync($"/cases/{caseId}/minimum")).ShouldBeHidden();
        (await coordinator.GetAsync($"/cases/{caseId}")).ShouldBeOk().ShouldShow("Mött vid ankomsten");
    }

    private static async Task OpenAsync(PageClient client, Guid caseId) =>
        (
            await (await client.GetAsync($"/cases/{caseId}/person"))
                .ShouldBeOk()
                .Form("form[action$='/open']:has(input[value=Identity])")
                .SubmitAsync()
        ).ShouldBeOk();

    private static Task<List<Disclosure>> RowsAsync(TravelWorld world, Guid caseId) =>
        world.ReadAsync(db => db.Set<Disclosure>().AsNoTracking().Where(d => d.CaseId == caseId).ToListAsync());

    private static Task<List<RecipientAnswer>> AnswersAsync(TravelWorld world, Guid caseId) =>
        world.ReadAsync(db => db.Set<RecipientAnswer>().AsNoTracking().Where(d => d.CaseId == caseId).ToListAsync());

    private static async Task WithdrawAsync(TravelWorld world, Guid caseId, ConsentPurpose purpose)
    {
        var id = await LiveAsync(world, caseId, purpose);
        await world.ActAsync<ConsentService>(world.Coordinator, caseId, (s, h) => s.WithdrawAsync(h, world.NewId(), id));
    }

    private static Task<Guid> LiveAsync(TravelWorld world, Guid caseId, ConsentPurpose purpose) =>
        world.ReadAsync(db =>
            db.Set<Consent>().Where(c => c.CaseId == caseId && c.Purpose == purpose && c.WithdrawnAt == null).Select(c => c.Id).SingleAsync()
        );

    private static async Task NarrowAsync(TravelWorld world, Guid caseId, Compartment compartments)
    {
        var before = await LiveAsync(world, caseId, ConsentPurpose.ExchangeWithIom);
        await world.ActAsync<ConsentNarrowing>(
            world.Coordinator,
            caseId,
            (s, h) => s.NarrowAsync(h, world.NewId(), before, new WhatIsLeft([TravelWorld.IomFinland], compartments, null))
        );
    }

    private static Task GiveAsync(TravelWorld world, Guid caseId, ConsentPurpose purpose, Guid organisation) =>
        RunAsync(world, caseId, work => ConsentWriting.AddAsync(work, TravelWorld.Yes(work, purpose, organisation)));

    private static Task RunAsync(TravelWorld world, Guid caseId, Func<CaseWork, Task> act) =>
        world.ActAsync<CaseOperations>(
            world.Coordinator,
            caseId,
            (operations, handle) => operations.RunAsync(handle, world.NewId(), "Test", OperationNature.Fact, act)
        );

    private static Task<DateTime?> ChaseAsync(TravelWorld world, Guid answerId) => world.RunJobAsync(ChaseRecipients.JobKind, answerId);
}
