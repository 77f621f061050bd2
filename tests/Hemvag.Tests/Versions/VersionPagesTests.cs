using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Sandbox;
using Hemvag.Modules.Versions.Drafts;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Versions;

/// <summary>The pages of the programme versions, used as people would.</summary>
public sealed class VersionPagesTests
{
    [Fact]
    public async Task Everyone_signed_in_reads_a_version_and_what_it_changed()
    {
        await using var world = await WalkWorld.StartAsync();
        foreach (var code in new[] { "vast-1", "social-1", "iom-1", "thailand-1", "admin-1", "auditor-1" })
        {
            var client = await world.AsAsync(code);
            (await client.GetAsync("/programmes")).ShouldBeOk().Document.QuerySelector("a[href='/programmes/drafts/new']").ShouldBeNull(code);
            (await client.GetAsync("/programmes/amp-2018")).ShouldBeOk();
            (await client.GetAsync("/programmes/amp-2018/changes")).ShouldBeOk();
            (await client.GetAsync("/programmes/drafts/new")).Status.ShouldBe(HttpStatusCode.Forbidden, code);
            (await client.GetAsync("/programmes/drafts/" + await DraftIdAsync(world))).Status.ShouldBe(HttpStatusCode.Forbidden, code);
        }

        var swedish = await world.AsAsync("vast-1");
        (await swedish.GetAsync("/programmes/amp-2018")).ShouldShow("Överlämnat till IOM Finland").ShouldShow("4 000").ShouldShow("S1.65");
        (await swedish.GetAsync("/programmes/amp-2018/changes?With=amp-2014")).ShouldShow("Uppföljning › Månader").ShouldShow("Tillagt");
        var english = await world.AsAsync("iom-1");
        (await english.GetAsync("/programmes/amp-2018")).ShouldShow("Referred to IOM Finland").ShouldShow("4,000").ShouldShow("At least 6 months");
        (await english.GetAsync("/programmes/amp-2018/changes?With=nowhere")).ShouldBeOk().ShouldShow("No version to compare with");
        (await english.GetAsync("/programmes/nowhere")).ShouldBeHidden();
        (await english.GetAsync("/programmes/nowhere/changes")).ShouldBeHidden();
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_by_name_and_many_errors_are_shown_in_part()
    {
        await using var world = await WalkWorld.StartAsync();
        var owner = await world.AsAsync("national-1");
        async Task<PageForm> NewAsync() => (await owner.GetAsync("/programmes/drafts/new")).ShouldBeOk().Form("[name='Input.Content']");
        var text = VersionTexts.Of("amp-next", Today(world).AddDays(30));
        var latin = System.Text.Encoding.Latin1.GetBytes(text.Replace("name", "n\u00E4mn", StringComparison.Ordinal));
        (await (await NewAsync()).Attach("Input.File", "amp-next.json", "application/json", latin).SubmitOnceAsync()).ShouldRefuse("DraftNotUtf8");

        var many = VersionTexts.Of(
            "amp-next",
            Today(world).AddDays(30),
            root =>
            {
                foreach (var field in root["forms"]!.AsArray().SelectMany(f => f!["sections"]!.AsArray()).SelectMany(s => s!["fields"]!.AsArray()))
                {
                    field!["label"]!["en"] = " ";
                }
            }
        );
        var answer = (await (await NewAsync()).Fill("Input.Content", many).SubmitOnceAsync()).ShouldRefuse("DraftInvalid");
        answer.Document.QuerySelectorAll("section[aria-labelledby=errors] li").Length.ShouldBe(DraftNewModel.MostShown);
        answer.ShouldShow("Rätta de här först");
    }

    [Fact]
    public async Task What_is_pasted_beside_a_file_stays_and_it_is_said_that_the_file_counts()
    {
        await using var world = await WalkWorld.StartAsync();
        var owner = await world.AsAsync("national-1");
        var pasted = VersionTexts.Of("amp-pasted", Today(world).AddDays(30));
        var broken = VersionTexts.Of("amp-file", Today(world).AddDays(30), root => root["followUp"]!["months"] = 0);
        const string says = "Det var filen som kontrollerades";

        var alone = (await SendAsync(null, Bytes(broken))).ShouldRefuse("DraftInvalid").ShouldNotContain(says);
        Pasted(alone).ShouldBe(broken);
        var both = (await SendAsync(pasted, Bytes(broken))).ShouldRefuse("DraftInvalid").ShouldShow("$.followUp.months").ShouldShow(says);
        Pasted(both).ShouldBe(pasted);
        var latin = (await SendAsync(pasted, [0xE4])).ShouldRefuse("DraftNotUtf8").ShouldShow(says);
        Pasted(latin).ShouldBe(pasted);

        await (await owner.GetAsync("/programmes")).Form("form.languages").SubmitOnceAsync("en");
        both = (await SendAsync(pasted, Bytes(broken))).ShouldRefuse("DraftInvalid").ShouldShow("It was the file that was checked");
        // Sent without a file, what was pasted is what counts.
        (await both.Form("[name='Input.Content']").SubmitAsync())
            .ShouldBeOk()
            .ShouldShow("Version amp-pasted");

        async Task<PageAnswer> SendAsync(string? text, byte[] file)
        {
            var form = (await owner.GetAsync("/programmes/drafts/new")).ShouldBeOk().Form("[name='Input.Content']");
            return await form.Fill("Input.Content", text ?? "").Attach("Input.File", "amp-file.json", "application/json", file).SubmitOnceAsync();
        }

        static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
        static string? Pasted(PageAnswer answer) => answer.Form("[name='Input.Content']")["Input.Content"];
    }

    [Fact]
    public async Task A_text_that_is_no_JSON_is_told_its_line_and_character_in_the_readers_language()
    {
        await using var world = await WalkWorld.StartAsync();
        var owner = await world.AsAsync("national-1");
        var form = (await owner.GetAsync("/programmes/drafts/new")).ShouldBeOk().Form("[name='Input.Content']");
        form = form.Fill("Input.Content", "{\n  \"id\": \"\u00E5\" x");
        var refused = (await form.SubmitOnceAsync()).ShouldRefuse("DraftInvalid");
        refused.ShouldShow("inte att läsa som JSON från rad 2, tecken 13.").ShouldNotContain("is invalid");
        await (await owner.GetAsync("/programmes")).Form("form.languages").SubmitOnceAsync("en");
        (await form.SubmitOnceAsync()).ShouldRefuse("DraftInvalid").ShouldShow("cannot be read as JSON from line 2, character 13.");
    }

    [Fact]
    public async Task A_version_is_uploaded_tried_and_published_by_a_second_person()
    {
        await using var world = await WalkWorld.StartAsync();
        var owner = await world.AsAsync("national-1");
        var text = VersionTexts.Of("amp-next", Today(world).AddDays(30), root => root["followUp"]!["months"] = 8);
        var form = (await owner.GetAsync("/programmes/drafts/new")).ShouldBeOk().Form("[name='Input.Content']");
        (await form.SubmitOnceAsync()).ShouldRefuse("DraftMissing");
        var broken = VersionTexts.Of(
            "amp-next",
            Today(world).AddDays(30),
            root =>
            {
                root["followUp"]!["months"] = 0;
                root["entitlements"]!["adultTotalMinor"] = 1;
            }
        );
        var refused = (await form.Fill("Input.Content", broken).SubmitOnceAsync()).ShouldRefuse("DraftInvalid");
        refused.ShouldShow("$.followUp.months").ShouldShow("$.entitlements.adultTotalMinor");
        refused.Form("[name='Input.Content']")["Input.Content"].ShouldBe(broken);
        (await form.Fill("Input.Content", "{").SubmitOnceAsync()).ShouldRefuse("DraftInvalid").ShouldShow("$");
        (await form.Fill("Input.Content", VersionTexts.Of("amp-2018", Today(world).AddDays(30))).SubmitOnceAsync())
            .ShouldRefuse("DraftInvalid")
            .ShouldShow("no version has yet");
        var draft = (await form.Fill("Input.Content", text).SubmitAsync()).ShouldBeOk().ShouldShow("Version amp-next");
        var id = await world.WithDbAsync(db => db.Set<ProgrammeDraft>().Where(d => d.ProgrammeId == "amp-next").Select(d => d.Id).SingleAsync());
        (await owner.GetAsync($"/programmes/drafts/{id}/changes")).ShouldBeOk().ShouldShow("Uppföljning › Månader");
        draft.Document.QuerySelector("form[action*='Publish']").ShouldBeNull();

        var approver = await world.AsAsync("approver-1");
        (await approver.GetAsync($"/programmes/drafts/{id}")).ShouldBeOk().Document.QuerySelector("form[action*='Publish']").ShouldBeNull();
        (await approver.GetAsync($"/programmes/drafts/{id}/sandbox")).Status.ShouldBe(HttpStatusCode.Forbidden);
        await CarryAsync(owner, id, VersionTexts.Carried(ProgrammeFile.ReadDraft(text).File!));
        var toPublish = (await approver.GetAsync($"/programmes/drafts/{id}")).ShouldBeOk().Form("form[action*='Publish'] button");
        (await toPublish.SubmitAsync()).ShouldBeOk().ShouldShow("Version amp-next");
        (await toPublish.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await toPublish.Forge("OperationId", $"{Guid.CreateVersion7()}").SubmitOnceAsync()).ShouldRefuse("DraftEnded");
        (await (await world.AsAsync("vast-1")).GetAsync("/programmes")).ShouldShow("Version amp-next").ShouldShow("Kommande");
    }

    [Fact]
    public async Task The_invented_case_shows_what_waits_and_keeps_nothing()
    {
        await using var world = await WalkWorld.StartAsync();
        var owner = await world.AsAsync("national-1");
        var id = await DraftIdAsync(world);
        var before = await world.OperationsAsync();
        var page = (await owner.GetAsync($"/programmes/drafts/{id}/sandbox")).ShouldBeOk().ShouldShow("Väntar på: Ärendet mottaget av koordinator");
        page = await MoveAsync(page, "set:FirstContact:ReferringProfessional");
        page = await MoveAsync(page.ShouldBeOk(), "set:MatterTaken:RegionalCoordinator");
        page.ShouldBeOk().Document.QuerySelector("button[value='set:EligibilityDecided:RegionalCoordinator']").ShouldBeNull();
        page = await MoveAsync(page, "tick:ContactConsent");
        page.ShouldBeOk().Document.QuerySelector("button[value='set:EligibilityDecided:RegionalCoordinator']").ShouldNotBeNull();
        page.Form("[name=Moves]")["Moves"].ShouldBe("set:FirstContact:ReferringProfessional.set:MatterTaken:RegionalCoordinator.tick:ContactConsent");

        (await MoveAsync(page, "set:Closed:RegionalCoordinator")).ShouldRefuse("SandboxTooEarly");
        (await MoveAsync(page, "note:Anna")).ShouldRefuse("SandboxUnreadable");
        var forged = await page.Form("[name=Moves]").Forge("Moves", "set:Closed:Nobody").Forge("Move", "tick:IomConsent").SubmitOnceAsync();
        forged.ShouldRefuse("SandboxUnreadable");
        (await world.OperationsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_draft_that_can_no_longer_be_read_is_shown_and_taken_back()
    {
        await using var world = await WalkWorld.StartAsync();
        var owner = await world.AsAsync("national-1");
        var mine = await world.WithDbAsync(db =>
            db.Set<ProgrammeDraft>().Where(d => d.ProgrammeId == DemoDraft.Id).Select(d => d.OwnerId).SingleAsync()
        );
        var id = await StoreUnreadableAsync(world, mine);
        var page = (await owner.GetAsync($"/programmes/drafts/{id}")).ShouldBeOk().ShouldShow("amp-alien").ShouldShow("kan inte längre läsas");
        page.Document.QuerySelector("a[href$='/sandbox'], a[href$='/changes'], form[action*='Publish']").ShouldBeNull();
        (await (await world.AsAsync("approver-1")).GetAsync($"/programmes/drafts/{id}")).ShouldBeOk().ShouldShow("can no longer be read");
        (await owner.GetAsync($"/programmes/drafts/{id}/changes")).ShouldBeHidden();
        (await owner.GetAsync($"/programmes/drafts/{id}/sandbox")).ShouldBeHidden();

        (await page.Form("form[action*='Withdraw'] button").SubmitAsync()).ShouldBeOk();

        (await world.WithDbAsync(db => db.Set<ProgrammeDraft>().Where(d => d.Id == id).Select(d => d.State).SingleAsync())).ShouldBe(
            DraftState.Withdrawn
        );
    }

    [Fact]
    public async Task A_case_is_moved_after_a_look_at_what_changes()
    {
        await using var world = await WalkWorld.StartAsync();
        world
            .Services.GetRequiredService<ProgrammeCatalogue>()
            .Include([VersionTexts.File("amp-other", new DateOnly(2017, 1, 1), root => root["followUp"]!["months"] = 9)]);
        var caseId = world.Cases["c10"];
        var path = CaseLinks.To(caseId, "programme");
        var client = await world.AsAsync("vast-1");
        (await client.GetAsync(path + "?Target=nowhere")).ShouldBeOk().Document.QuerySelector("[name='Input.Seen']").ShouldBeNull();
        var page = (await client.GetAsync(path + "?Target=amp-other")).ShouldBeOk().ShouldShow("Månader med uppföljning");
        var form = page.Form("[name='Input.Seen']");
        (await form.SubmitOnceAsync()).ShouldRefuse("Invalid");
        var filled = form.Fill("Input.Reason", "VersionEnds");
        (await filled.SubmitOnceAsync()).ShouldRefuse("MoveNotSeen").Form("[name='Input.Seen']")["Input.Reason"].ShouldBe("VersionEnds");
        (await filled.Fill("Input.Seen", "true").SubmitAsync()).ShouldBeOk().ShouldShow("Flyttat till en annan programversion");
        (await world.WithDbAsync(db => db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.ProgrammeId).SingleAsync())).ShouldBe("amp-other");
        foreach (var code in new[] { "iom-1", "thailand-1", "approver-1" })
        {
            (await (await world.AsAsync(code)).GetAsync(CaseLinks.To(world.Cases["c04"], "programme"))).Status.ShouldBeOneOf(
                HttpStatusCode.Forbidden,
                HttpStatusCode.NotFound
            );
        }
    }

    // As one that another version of the program has stored.
    private static async Task<Guid> StoreUnreadableAsync(WalkWorld world, Guid owner)
    {
        var id = Guid.CreateVersion7();
        await using var scope = world.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<Operations>()
            .RunAsync(
                id,
                Streams.Programmes,
                "Test",
                Actor.System("test"),
                work =>
                {
                    work.Db.Add(
                        new ProgrammeDraft
                        {
                            Id = id,
                            ProgrammeId = "amp-alien",
                            Sha256 = "0",
                            Content = "{}",
                            OwnerId = owner,
                            UploadedAt = work.Now,
                        }
                    );
                    work.Record(new ProgrammeDraftUploaded(id, "amp-alien", "0"));
                    return Task.CompletedTask;
                }
            );
        return id;
    }

    private static async Task CarryAsync(PageClient owner, Guid id, IReadOnlyList<SandboxMove> moves)
    {
        var page = (await owner.GetAsync($"/programmes/drafts/{id}/sandbox")).ShouldBeOk();
        // All but the last are brought in one form, as the form itself carries them.
        var carried = page.Form("[name=Moves]").Forge("Moves", SandboxMove.Write(moves.SkipLast(1))).Forge("Move", moves[^1].Word);
        var closed = (await carried.SubmitAsync()).ShouldBeOk().ShouldShow("Ärendet är fört till sitt avslut");
        var submit = closed.Form("form[action*='Submit'] button");
        (await submit.Forge("Moves", SandboxMove.Write(moves.SkipLast(1))).SubmitOnceAsync()).ShouldRefuse("DraftNotCarried");
        (await submit.Forge("Moves", SandboxMove.Write(moves)).SubmitAsync()).ShouldBeOk().ShouldShow("Väntar på en andra person");
    }

    private static Task<PageAnswer> MoveAsync(PageAnswer page, string move) =>
        page.Form("form[action*='Move'] [name=Moves]").Forge("Move", move).SubmitAsync();

    private static Task<Guid> DraftIdAsync(WalkWorld world) =>
        world.WithDbAsync(db => db.Set<ProgrammeDraft>().Where(d => d.ProgrammeId == DemoDraft.Id).Select(d => d.Id).SingleAsync());

    private static DateOnly Today(WalkWorld world) =>
        DateOnly.FromDateTime(world.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
}
