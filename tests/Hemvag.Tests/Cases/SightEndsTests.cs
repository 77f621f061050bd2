using System.Net;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Disclosures.WithoutConsent;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Cases.ProtectedIdentity;
using Hemvag.Modules.Cases.Withdrawals;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Travel;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>Nobody keeps, widens or passes on what they see of a case beyond what it was given for.</summary>
public sealed class SightEndsTests
{
    [Theory, OnBothDatabases]
    public async Task Whom_the_mark_does_not_name_neither_removes_it_nor_lets_themselves_in(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        var colleague = await world.AnotherCoordinatorAsync("tyra");
        await world.ActAsync<ColleagueService>(world.Coordinator, caseId, (s, h) => s.ShareAsync(h, world.NewId(), colleague.Id));
        var (holders, theirs) = (await PartAsync(world, caseId, world.Coordinator), await PartAsync(world, caseId, colleague));
        const IdentityProtection Mark = IdentityProtection.ConfidentialityMark;
        Task<string> Set(CurrentAccount by, IdentityProtection? mark, string shown, params Guid[] readers) =>
            world.RefusedAsync<IdentityProtecting>(by, caseId, (s, h) => s.SetAsync(h, world.NewId(), shown, mark, readers));

        (await Set(world.Coordinator, Mark, "", holders)).ShouldBe("");
        var shown = IdentityProtecting.StateOf(Mark, [holders]);
        (await Set(colleague, null, shown)).ShouldBe("ProtectionNotYours");
        (await Set(colleague, Mark, shown, theirs)).ShouldBe("ProtectionNotYours");

        (await Set(world.Coordinator, Mark, shown, holders, theirs)).ShouldBe("");
        shown = IdentityProtecting.StateOf(Mark, [holders, theirs]);
        // One who may read does not drop the holder; what they change the holder is told.
        (await Set(colleague, Mark, shown, theirs)).ShouldBe("ProtectionNotYours");
        (await Set(colleague, IdentityProtection.ProtectedRegistration, shown, holders, theirs)).ShouldBe("");
        (
            await world.ReadAsync(db => db.Set<Notice>().Where(n => n.AccountId == world.Coordinator.Id).Select(n => n.Kind).ToListAsync())
        ).ShouldContain(IdentityProtecting.ChangedNotice);
    }

    [Theory, OnBothDatabases]
    public async Task Who_takes_a_protected_case_over_can_reach_the_person(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        var colleague = await world.AnotherCoordinatorAsync("tyra");
        await world.ActAsync<ColleagueService>(world.Coordinator, caseId, (s, h) => s.ShareAsync(h, world.NewId(), colleague.Id));
        var theirs = await PartAsync(world, caseId, colleague);
        await world.ActAsync<IdentityProtecting>(
            world.Coordinator,
            caseId,
            (s, h) => s.SetAsync(h, world.NewId(), "", IdentityProtection.ConfidentialityMark, [theirs])
        );

        await world.ActAsync<ColleagueService>(world.Coordinator, caseId, (s, h) => s.HandOverAsync(h, world.NewId(), colleague.Id, keep: false));

        await world.ActAsync<CaseOpenings>(
            colleague,
            caseId,
            (_, h) =>
            {
                h.MayOpen(Compartment.Identity | Compartment.Contact).ShouldBeTrue();
                return Task.CompletedTask;
            }
        );
    }

    [Theory, OnBothDatabases]
    public async Task The_second_person_of_a_disclosure_sees_the_case_until_the_decision_and_hands_it_to_nobody(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        var second = await world.AnotherCoordinatorAsync("tyra");
        var order = new DisclosureOrder(
            TravelWorld.IomFinland,
            DisclosureGround.InternationalOrganisation,
            Compartment.Protection,
            second.Id,
            "A reason that is long enough for a colleague to judge it."
        );
        await world.ActAsync<DisclosingWithoutConsent>(world.Coordinator, caseId, (s, h) => s.AskAsync(h, world.NewId(), order));
        var request = await world.ReadAsync(db => db.Set<DisclosureRequest>().AsNoTracking().SingleAsync(r => r.CaseId == caseId));
        (await HandAsync(world, second, caseId, TravelWorld.OtherRegion, world.Stranger.Id)).ShouldBe("CaseNotYours");

        await world.ActAsync<DisclosingWithoutConsent>(second, caseId, (s, h) => s.DecideAsync(h, world.NewId(), request.Id, false));

        (await world.SeesAsync(second, caseId)).ShouldBeFalse();
        (await world.SeesAsync(world.Coordinator, caseId)).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task A_case_goes_to_no_region_where_nobody_can_take_it_and_its_going_stands_in_the_ledger(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        var empty = StableId.Of("region:bergslagen");
        (await HandAsync(world, world.Coordinator, caseId, empty, world.Stranger.Id)).ShouldBe("RegionUnstaffed");

        (await HandAsync(world, world.Coordinator, caseId, TravelWorld.OtherRegion, world.Stranger.Id)).ShouldBe("");
        var row = await world.ReadAsync(db => db.Set<Disclosure>().AsNoTracking().SingleAsync(d => d.CaseId == caseId));
        (row.OrganisationId, row.Kind, row.Ground, row.Compartments).ShouldBe(
            (TravelWorld.OtherRegion, CrossingKind.HandedOver, DisclosureGround.Consent, Compartments.All)
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_withdrawal_from_a_page_that_has_grown_old_takes_back_the_yes_that_stands(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        var given = await world.ReadAsync(db => db.Set<Consent>().Where(c => c.CaseId == caseId).Select(c => c.Id).SingleAsync());
        await NarrowAsync(world, caseId, given, Compartment.Identity);

        await world.ActAsync<ConsentService>(world.Coordinator, caseId, (s, h) => s.WithdrawAsync(h, world.NewId(), given));

        (await world.SeesAsync(world.Caseworker, caseId)).ShouldBeFalse();
        (await world.RefusedAsync<ConsentService>(world.Coordinator, caseId, (s, h) => s.WithdrawAsync(h, world.NewId(), given))).ShouldBe(
            "ConsentAlreadyWithdrawn"
        );
    }

    [Theory, OnBothDatabases]
    public async Task Facts_of_a_compartment_that_the_consent_leaves_out_are_not_shown_printed_or_written(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        using var client = await world.SignInAsync(world.Caseworker);
        (await client.GetAsync($"/cases/{caseId}/investigation")).ShouldBeOk();
        var given = await world.ReadAsync(db => db.Set<Consent>().Where(c => c.CaseId == caseId).Select(c => c.Id).SingleAsync());
        await NarrowAsync(world, caseId, given, Compartments.All & ~(Compartment.Health | Compartment.Justice));
        foreach (var page in new[] { "investigation", "health", "summary/investigation", "summary/health" })
        {
            (await client.GetAsync($"/cases/{caseId}/{page}")).ShouldBe(HttpStatusCode.Forbidden);
        }

        var overview = (await client.GetAsync($"/cases/{caseId}/assessment")).ShouldBeOk();
        overview.Document.QuerySelectorAll("a[href$='/health'], a[href$='/investigation']").ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_was_opened_under_a_consent_that_carries_no_sight_of_its_own_is_answered_for_too(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        var office = await LiveAsync(world, caseId, ConsentPurpose.ContactWithLocalOffice);
        await world.ActAsync<ConsentNarrowing>(
            world.Coordinator,
            caseId,
            (s, h) => s.NarrowAsync(h, world.NewId(), office, new([TravelWorld.Moldova], Compartment.Travel, null))
        );
        await world.ActAsync<CaseOperations>(
            world.Coordinator,
            caseId,
            (o, h) =>
                o.RunAsync(
                    h,
                    world.NewId(),
                    "Test",
                    OperationNature.Fact,
                    work => ConsentWriting.AddAsync(work, TravelWorld.Yes(work, ConsentPurpose.ContactAfterReturn, TravelWorld.Moldova))
                )
        );
        await world.ActAsync<CaseOpenings>(world.Local, caseId, (s, h) => s.OpenAsync(h, world.NewId(), Compartment.Contact, CaseLinks.FollowUp));

        var after = await LiveAsync(world, caseId, ConsentPurpose.ContactAfterReturn);
        await world.ActAsync<ConsentService>(world.Coordinator, caseId, (s, h) => s.WithdrawAsync(h, world.NewId(), after));

        var asked = await world.ReadAsync(db => db.Set<RecipientAnswer>().AsNoTracking().SingleAsync(a => a.ConsentId == after));
        asked.OrganisationId.ShouldBe(TravelWorld.Moldova);
    }

    private static Task<string> HandAsync(TravelWorld world, CurrentAccount by, Guid caseId, Guid region, Guid? coordinator) =>
        world.RefusedAsync<RegionHandOver>(
            by,
            caseId,
            (s, h) =>
                s.HandAsync(
                    h,
                    world.NewId(),
                    new HandOverRequest(
                        region,
                        coordinator,
                        true,
                        ConsentForm.Oral,
                        "sv",
                        null,
                        false,
                        DateOnly.FromDateTime(world.Time.GetUtcNow().UtcDateTime)
                    )
                )
        );

    private static Task NarrowAsync(TravelWorld world, Guid caseId, Guid consentId, Compartment left) =>
        world.ActAsync<ConsentNarrowing>(
            world.Coordinator,
            caseId,
            (s, h) => s.NarrowAsync(h, world.NewId(), consentId, new WhatIsLeft([TravelWorld.IomFinland], left, null))
        );

    private static Task<Guid> LiveAsync(TravelWorld world, Guid caseId, ConsentPurpose purpose) =>
        world.ReadAsync(db =>
            db.Set<Consent>().Where(c => c.CaseId == caseId && c.Purpose == purpose && c.WithdrawnAt == null).Select(c => c.Id).SingleAsync()
        );

    private static Task<Guid> PartAsync(TravelWorld world, Guid caseId, CurrentAccount account) =>
        world.ReadAsync(db =>
            db.Set<CaseParticipant>().Where(p => p.CaseId == caseId && p.AccountId == account.Id && p.Until == null).Select(p => p.Id).SingleAsync()
        );
}
