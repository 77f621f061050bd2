using System.Net;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Cases.ProtectedIdentity;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Travel;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>Protected identity at its borders: never more than two named at an organisation, and no other way out for who the person is.</summary>
public sealed class ProtectedIdentityTests
{
    private const string Phone = "+373 69 000 222";
    private const string CodeWord = "Silverlönn";
    private static readonly byte[] Paper = "%PDF-1.4 pass Doina-Canary"u8.ToArray();

    [Theory, OnBothDatabases]
    public async Task Two_who_name_at_once_never_make_it_three_at_an_organisation(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        await world.ActAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.TakeOnAsync(h, world.NewId()));
        var mika = await world.AnotherCaseworkerAsync("mika");
        var second = await world.AnotherCoordinatorAsync("henrik");
        await world.ActAsync<ColleagueService>(world.Coordinator, caseId, (s, h) => s.ShareAsync(h, world.NewId(), second.Id));
        foreach (var one in new[] { world.EnglishCaseworker.Id, mika.Id })
        {
            await world.ActAsync<ColleagueService>(world.Caseworker, caseId, (s, h) => s.ShareAsync(h, world.NewId(), one));
        }

        var parts = await PartsAsync(world, caseId);
        Guid[] Named(params CurrentAccount[] accounts) => [.. accounts.Select(a => parts[a.Id])];

        for (var round = 0; round < 4; round++)
        {
            await world.ActAsync<IdentityProtecting>(
                world.Coordinator,
                caseId,
                async (s, h) => await s.SetAsync(h, world.NewId(), await ShownAsync(world, caseId), null, [])
            );
            var shown = await ShownAsync(world, caseId);
            var operations = new[] { world.NewId(), world.NewId() };
            var refusals = await Task.WhenAll(
                world.RefusedAsync<IdentityProtecting>(
                    world.Coordinator,
                    caseId,
                    (s, h) =>
                        s.SetAsync(
                            h,
                            operations[0],
                            shown,
                            IdentityProtection.ProtectedRegistration,
                            Named(world.Coordinator, world.Caseworker, world.EnglishCaseworker)
                        )
                ),
                world.RefusedAsync<IdentityProtecting>(
                    second,
                    caseId,
                    (s, h) =>
                        s.SetAsync(h, operations[1], shown, IdentityProtection.ConfidentialityMark, Named(second, mika, world.EnglishCaseworker))
                )
            );

            // The one who came second is told, and nothing of the two is merged.
            refusals.Order(StringComparer.Ordinal).ShouldBe(["", "SectionChanged"]);
            var readers = await ReadersAsync(world, caseId);
            readers.Count(r => r.OrganisationId == TravelWorld.IomFinland).ShouldBe(2);
            readers.Count(r => r.OrganisationId == TravelWorld.Region).ShouldBe(1);
        }

        // Two are let in, three are not; at each organisation for itself.
        var now = await ShownAsync(world, caseId);
        var three = Named(world.Coordinator, world.Caseworker, world.EnglishCaseworker, mika);
        (await NameAsync(world, caseId, now, three)).ShouldBe("TooManyReaders");
        (await NameAsync(world, caseId, now, Named(world.Coordinator, second, world.Caseworker, mika))).ShouldBe("");
        (await ReadersAsync(world, caseId)).Count.ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_about_who_the_person_is_is_taken_out_by_those_who_are_named_alone(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        using var coordinator = await world.SignInAsync(world.Coordinator);
        using var caseworker = await world.SignInAsync(world.Caseworker);
        var page = (await coordinator.GetAsync($"/cases/{caseId}/documents")).ShouldBeOk();
        (
            await page.Form("[name='Input.File']")
                .Fill("Input.Compartment", "Identity")
                .Attach("Input.File", "pass.pdf", "application/pdf", Paper)
                .SubmitAsync()
        ).ShouldBeOk();
        await OpenAsync(coordinator, caseId);
        await OpenAsync(caseworker, caseId);
        var before = (await caseworker.GetAsync($"/cases/{caseId}/documents")).ShouldBeOk().ShouldShow("pass.pdf");
        var download = before.Form("form[action*='Download']");

        (await NameAsync(world, caseId, null, [(await PartsAsync(world, caseId))[world.Coordinator.Id]])).ShouldBe("");

        (await download.SubmitOnceAsync()).ShouldBe(HttpStatusCode.NotFound);
        (await caseworker.GetAsync($"/cases/{caseId}/documents")).ShouldBeOk().ShouldNotContain("pass.pdf");
        var own = (await coordinator.GetAsync($"/cases/{caseId}/documents")).ShouldBeOk().Form("form[action*='Download']");
        (await own.SubmitOnceAsync()).ShouldBeOk();
        var taken = await world.ReadAsync(db =>
            db.Set<Disclosure>().Where(d => d.CaseId == caseId && d.Kind == CrossingKind.Downloaded).ToListAsync()
        );
        taken.ShouldHaveSingleItem().By.ShouldBe(world.Coordinator.Id);
    }

    [Theory, OnBothDatabases]
    public async Task The_minimum_view_keeps_the_meeting_and_not_how_the_person_is_reached(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await world.ActAsync<PersonService>(
            world.Coordinator,
            caseId,
            (s, h) => s.SaveContactAsync(h, world.NewId(), new ContactPayload(Phone, null, null, CodeWord, null, "ro", null), 0)
        );
        (await NameAsync(world, caseId, null, [(await PartsAsync(world, caseId))[world.Coordinator.Id]])).ShouldBe("");
        await world.AsSystemAsync(caseId, [MilestoneKind.Departed]);
        var consent = await world.ReadAsync(db =>
            db.Set<Consent>().Where(c => c.CaseId == caseId && c.Purpose == ConsentPurpose.ContactWithLocalOffice).Select(c => c.Id).SingleAsync()
        );
        await world.ActAsync<ConsentService>(world.Coordinator, caseId, (s, h) => s.WithdrawAsync(h, world.NewId(), consent));

        using var local = await world.SignInAsync(world.Local);
        var minimum = (await local.GetAsync($"/cases/{caseId}/minimum")).ShouldBeOk();
        (await minimum.Form("form[action$='/open']").Forge("Compartments", "Contact").SubmitAsync()).ShouldBe(HttpStatusCode.Forbidden);
        (await minimum.Form("form[action$='/open']").SubmitAsync()).ShouldBeOk().ShouldNotContain(CodeWord).ShouldNotContain(Phone);
        (await world.ReadAsync(db => db.Set<Disclosure>().Where(d => d.CaseId == caseId).ToListAsync())).ShouldAllBe(d =>
            (d.Compartments & IdentityProtecting.Guarded) == Compartment.None
        );
    }

    /// <summary>The sheets to be filled in by hand carry no answer, so they are no crossing.</summary>
    [Fact]
    public async Task The_empty_sheets_of_the_application_hold_nothing_of_the_person()
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.CaseAsync();
        await world.ActAsync<PersonService>(
            world.Coordinator,
            caseId,
            (s, h) => s.SaveIdentityAsync(h, world.NewId(), new IdentityPayload(null, "Doina-Canary", "Rusu-Canary", null, "MD", null), 0)
        );
        using var coordinator = await world.SignInAsync(world.Coordinator);
        await OpenAsync(coordinator, caseId);
        (await coordinator.GetAsync($"/cases/{caseId}/application/print")).ShouldBeOk().ShouldNotContain("Canary");
        (await world.ReadAsync(db => db.Set<Disclosure>().CountAsync(d => d.CaseId == caseId))).ShouldBe(0);
    }

    private static Task<string> NameAsync(TravelWorld world, Guid caseId, string? shown, IReadOnlyCollection<Guid> readers) =>
        world.RefusedAsync<IdentityProtecting>(
            world.Coordinator,
            caseId,
            (s, h) => s.SetAsync(h, world.NewId(), shown, IdentityProtection.ProtectedRegistration, readers)
        );

    private static Task<List<CaseParticipant>> ReadersAsync(TravelWorld world, Guid caseId) =>
        world.ReadAsync(db =>
            db.Set<CaseParticipant>().AsNoTracking().Where(p => p.CaseId == caseId && p.ReadsProtected && p.Until == null).ToListAsync()
        );

    private static async Task<string> ShownAsync(TravelWorld world, Guid caseId)
    {
        var mark = await world.ReadAsync(db =>
            db.Set<Hemvag.Modules.Cases.Case>().Where(c => c.Id == caseId).Select(c => c.IdentityProtection).SingleAsync()
        );
        return IdentityProtecting.StateOf(mark, (await ReadersAsync(world, caseId)).Select(p => p.Id));
    }

    private static Task<Dictionary<Guid, Guid>> PartsAsync(TravelWorld world, Guid caseId) =>
        world.ReadAsync(db =>
            db.Set<CaseParticipant>()
                .Where(p => p.CaseId == caseId && p.AccountId != null && p.Until == null)
                .ToDictionaryAsync(p => p.AccountId!.Value, p => p.Id)
        );

    private static async Task OpenAsync(PageClient client, Guid caseId)
    {
        var page = (await client.GetAsync($"/cases/{caseId}/person")).ShouldBeOk();
        (await page.Form("form[action$='/open']:has([value=Identity])").SubmitAsync()).ShouldBeOk();
    }
}
