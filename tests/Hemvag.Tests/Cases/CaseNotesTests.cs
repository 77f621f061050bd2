using System.Net;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.FollowUp.Notes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Travel;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>What stands under Notes is read by the organisation that wrote it and those it was written to, though others may open the compartment.</summary>
public sealed class CaseNotesTests
{
    private const string Words = "Ringer alltid från en granne. \"مريم\" <b>inte</b> sonen.";

    [Theory, OnBothDatabases]
    public async Task A_note_is_read_by_the_organisation_that_wrote_it_alone(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        foreach (var writer in new[] { world.Coordinator, world.Caseworker, world.Local })
        {
            using var client = await world.SignInAsync(writer);
            var form = (await client.GetAsync($"/cases/{caseId}/notes")).ShouldBeOk().Form("form:has([name=Text])").Fill("Text", Words + writer.Id);
            (await form.SubmitAsync()).ShouldBeOk().ShouldNotContain("granne");
            (await world.EventsAsync(caseId)).ShouldBe(["OwnNoteWritten"]);
            // The back button, and the same form once more.
            (await form.SubmitAsync()).ShouldBeOk();
        }

        (await world.ReadAsync(db => db.Set<NoteReader>().CountAsync(r => r.CaseId == caseId))).ShouldBe(3);
        foreach (var reader in new[] { world.Coordinator, world.Caseworker, world.Local })
        {
            using var client = await world.SignInAsync(reader);
            var sealedPage = (await client.GetAsync($"/cases/{caseId}/notes")).ShouldBeOk().ShouldNotContain("granne");
            var open = (await sealedPage.Form("form[action$='/open']").SubmitAsync()).ShouldBeOk().ShouldShow(Words + reader.Id);
            open.Document.QuerySelectorAll(".preserve-lines").Length.ShouldBe(1);
            // The other pages that open Notes show none of it either.
            (await client.GetAsync($"/cases/{caseId}/questions"))
                .ShouldBeOk()
                .ShouldNotContain("granne");
        }
    }

    [Theory, OnBothDatabases]
    public async Task It_is_hidden_from_strangers_and_closed_to_the_payers_approver_and_to_who_may_not_open_notes(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync();
        using var approver = await world.SignInAsync(world.Approver);
        (await approver.GetAsync($"/cases/{caseId}/notes")).ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await world.SignInAsync(world.Stranger);
        (await stranger.GetAsync($"/cases/{caseId}/notes")).ShouldBeHidden();

        var consent = await world.ReadAsync(db => db.Set<Consent>().SingleAsync(c => c.CaseId == caseId));
        await world.ActAsync<ConsentNarrowing>(
            world.Coordinator,
            caseId,
            (s, h) => s.NarrowAsync(h, world.NewId(), consent.Id, new([TravelWorld.IomFinland], Compartments.All & ~Compartment.Notes, null))
        );
        using var caseworker = await world.SignInAsync(world.Caseworker);
        (await caseworker.GetAsync($"/cases/{caseId}/notes")).ShouldBe(HttpStatusCode.Forbidden);
        (await caseworker.GetAsync($"/cases/{caseId}")).ShouldBeOk().Document.QuerySelector($"a[href='/cases/{caseId}/notes']").ShouldBeNull();
    }

    [Fact]
    public async Task An_empty_or_endless_note_is_refused_beside_its_field_in_both_languages()
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.CaseAsync();
        foreach (var (account, said) in new[] { (world.Coordinator, "tecken"), (world.EnglishCaseworker, "characters") })
        {
            using var client = await world.SignInAsync(account);
            var page = (await client.GetAsync($"/cases/{caseId}/notes")).ShouldBeOk();
            (await page.Form("form:has([name=Text])").SubmitAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity);
            var tooLong = await page.Form("form:has([name=Text])").Fill("Text", new string('å', OwnNote.MaxLength + 1)).SubmitAsync();
            tooLong.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldShow(said).ShouldShow("ååå");
        }

        (await world.ReadAsync(db => db.Set<NoteReader>().CountAsync())).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_text_is_opened_for_those_it_was_written_to_and_nobody_else_with_the_key(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        const string Subject = ProgressNote.SubjectPrefix + "test";
        await world.ActAsync<CaseOperations>(
            world.Caseworker,
            caseId,
            (operations, handle) =>
                operations.RunAsync(
                    handle,
                    world.NewId(),
                    "test",
                    OperationNature.Fact,
                    async work =>
                    {
                        var record = await CaseNotes.SealAsync(work, Subject, new ProgressNotePayload(Words), TravelWorld.Region);
                        work.Record(new OwnNoteWritten(record.Id));
                    }
                )
        );
        foreach (var (reader, reads) in new[] { (world.Coordinator, true), (world.Caseworker, true), (world.Local, false) })
        {
            (await ReadAsync(world, reader, caseId)).ShouldBe(reads ? new[] { Words } : [], reader.Name);
        }
    }

    [Fact]
    public async Task A_file_cannot_be_laid_among_the_notes()
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        var caseId = await world.CaseAsync();
        using var client = await world.SignInAsync(world.Coordinator);
        var page = (await client.GetAsync($"/cases/{caseId}/documents")).ShouldBeOk();
        page.Document.QuerySelectorAll("[name='Input.Compartment'] option[value=Notes]").ShouldBeEmpty();
        var form = page.Form("form:has([name='Input.Compartment'])").Forge("Input.Compartment", "Notes");
        (await form.SubmitAsync()).ShouldRefuse("CompartmentNotYours");
    }

    private static async Task<string[]> ReadAsync(TravelWorld world, CurrentAccount account, Guid caseId)
    {
        await world.ActAsync<CaseOpenings>(account, caseId, (s, h) => s.OpenAsync(h, world.NewId(), Compartment.Notes, CaseLinks.Notes));
        IReadOnlyList<Unsealed<ProgressNotePayload>> read = [];
        await world.ActAsync<CaseNotes>(
            account,
            caseId,
            async (s, h) => read = await s.ReadAsync<ProgressNotePayload>(h, ProgressNote.SubjectPrefix)
        );
        return [.. read.Select(r => r.Value.Text)];
    }
}
