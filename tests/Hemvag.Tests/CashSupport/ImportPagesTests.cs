using System.Net;
using System.Text;
using Hemvag.Auditing;
using Hemvag.Demo;
using Hemvag.Jobs;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Files;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.CashSupport;

/// <summary>The pages of imports and of confirming many, used as a person would.</summary>
public sealed class ImportPagesTests
{
    private const string List = "/cash-support/import";

    [Theory, OnBothDatabases]
    public async Task A_file_is_read_looked_at_entered_and_the_bad_row_comes_back(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var officer = await world.AsAsync("migration-1");
        var today = ImportWorld.Today;
        var random = new Random(21);
        var decisions = Enumerable.Range(800, 4).Select(n => DecisionRows.Decision(random, today, n, 2)).ToList();
        decisions[2][1][DecisionRows.At("belopp_sek")] = "45000";
        var page = (await officer.GetAsync(List)).ShouldBeOk().ShouldShow("Läs in beslut från fil");
        var file = DecisionRows.Csv(decisions.SelectMany(d => d));
        var sent = page.Form("form[enctype]").Attach("Upload", "beslut.csv", "text/csv", file);
        var address = (await sent.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect).RedirectsTo.ShouldNotBeNull();
        (await sent.SubmitOnceAsync()).RedirectsTo.ShouldBe(address);

        var shown = (await officer.GetAsync(address)).ShouldBeOk();
        shown.ShouldShow("Inget är inlagt än").ShouldShow("belopp_sek är högre").ShouldShow("Väntar på rad 7").ShouldNotContain("MV-00800");
        (await (await world.AsAsync("migration-2")).GetAsync(address)).ShouldBeHidden();
        (await (await world.AsAsync("iom-1")).GetAsync(address)).ShouldBe(HttpStatusCode.Forbidden);
        var opened = (await shown.Form("form[action$='handler=Open'] button").SubmitAsync()).ShouldBeOk();
        opened.ShouldShow("MV-00800").ShouldNotContain(decisions[0][0][DecisionRows.At("efternamn")]);

        (await opened.Form("form[action$='handler=Enter'] button").SubmitAsync())
            .ShouldBeOk()
            .ShouldShow("Besluten läggs in")
            .ShouldShow("2 av 8 rader");
        await world.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        var done = (await officer.GetAsync(address)).ShouldBeOk().ShouldShow("Det som gick att lägga in är inlagt").ShouldShow("ÅES");
        var download = done.Form("form[action$='handler=Bad'] button");
        var bad = await download.SubmitOnceAsync();
        bad.ShouldBe(HttpStatusCode.OK);
        // The same form again gives the file again: each stands in the trail by itself, apart from what was read on the page.
        (await download.SubmitOnceAsync()).ShouldBe(HttpStatusCode.OK);
        (await world.WithDbAsync(db => db.Set<Opening>().CountAsync(o => o.Purpose == "cash-import-download"))).ShouldBe(2);
        var text = bad.Body;
        text.ShouldContain("MV-00802");
        text.ShouldNotContain("MV-00801");
        text.ShouldContain("belopp_sek är högre");

        // Corrected, with the columns that were added to it, it is taken in whole.
        var again = (await officer.GetAsync(List))
            .Form("form[enctype]")
            .Attach("Upload", "rätt.csv", "text/csv", Encoding.UTF8.GetBytes(text.Replace("45000", "30000", StringComparison.Ordinal)));
        var second = (await again.SubmitAsync()).ShouldBeOk().ShouldNotContain("behöver rättas</h2>");
        await second.Form("form[action$='handler=Enter'] button").SubmitAsync();
        await world.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        (await officer.GetAsync(second.Url.AbsolutePath)).ShouldBeOk().ShouldShow("Avslutad");

        var end = (await officer.GetAsync(address)).ShouldBeOk();
        (await end.Form("form[action$='handler=End'] button").SubmitOnceAsync())
            .ShouldBe(HttpStatusCode.UnprocessableEntity)
            .ShouldRefuse("ImportEndNotConfirmed");
        (await end.Form("form[action$='handler=End'] button").Fill("Confirmed", "true").SubmitAsync()).ShouldBeOk().ShouldShow("Avslutad");
        (await end.Form("form[action$='handler=Bad'] button").SubmitOnceAsync()).ShouldBeHidden();
        (await shown.Form("form[action$='handler=Open'] button").SubmitOnceAsync()).ShouldBeHidden();
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_so_in_both_languages()
    {
        await using var world = await WalkWorld.StartAsync();
        var officer = await world.AsAsync("migration-1");
        var before = await world.OperationsAsync();
        var page = (await officer.GetAsync(List)).ShouldBeOk();
        (await page.Form("form[enctype]").SubmitOnceAsync()).ShouldRefuse("ImportFileMissing").ShouldShow("Välj en fil");
        foreach (
            var (content, refusal) in new[]
            {
                (new byte[] { 1, 0, 2 }, "ImportFileKindUnknown"),
                ("land;kontor\nx;y\n"u8.ToArray(), "ImportHeadingsMissing"),
            }
        )
        {
            (await page.Form("form[enctype]").Attach("Upload", "x.csv", "text/csv", content).SubmitOnceAsync())
                .ShouldBe(HttpStatusCode.UnprocessableEntity)
                .ShouldRefuse(refusal);
        }

        (await world.OperationsAsync()).ShouldBe(before);
        await English(officer);
        (await officer.GetAsync(List)).ShouldBeOk().ShouldShow("Import decisions from a file");
        var columns = (await officer.GetAsync($"{List}/columns")).ShouldBeOk().ShouldShow("decision_number").ShouldShow("One of the words: ");
        columns.ShouldShow("Template with English headings");
        (await officer.GetAsync($"{List}/columns?handler=Template&language=en")).ShouldBeOk().Body.ShouldContain("amount_sek");
        (await page.Form("form[enctype]").Attach("Upload", "x.csv", "text/csv", "land\nx\n"u8.ToArray()).SubmitOnceAsync())
            .ShouldRefuse("ImportHeadingsMissing")
            .ShouldShow("Headings are missing on the first row: decision_number");
    }

    [Fact]
    public async Task One_row_and_one_person_are_said_as_one()
    {
        await using var world = await WalkWorld.StartAsync();
        var officer = await world.AsAsync("migration-2");
        var random = new Random(23);
        var (good, bad, pair) = (Decision(850, 1), Decision(851, 1), Decision(852, 2));
        bad[0][DecisionRows.At("belopp_sek")] = "45000";

        var page = await UploadAsync(good);
        page.ShouldShow("1 person i 1 beslut").ShouldNotContain("1 personer");
        (await page.Form("form[action$='handler=Enter'] button").SubmitAsync()).ShouldBeOk().ShouldShow("0 av 1 rad är behandlad");
        await world.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        (await officer.GetAsync(List)).ShouldBeOk().ShouldShow("1 rad: 1 inlagd, 0 kan läggas in, 0 behöver rättas");
        (await UploadAsync(bad)).ShouldShow("1 rad behöver rättas");

        await English(officer);
        (await officer.GetAsync(List)).ShouldBeOk().ShouldShow("1 row: 0 entered, 0 can be entered, 1 needs correction");
        (await officer.GetAsync(page.Url.AbsolutePath)).ShouldBeOk().ShouldShow("1 person in 1 decision");
        (await UploadAsync(pair)).ShouldShow("2 persons in 1 decision");

        List<string[]> Decision(int number, int size) => DecisionRows.Decision(random, ImportWorld.Today, number, size);
        async Task<PageAnswer> UploadAsync(List<string[]> rows)
        {
            var form = (await officer.GetAsync(List)).ShouldBeOk().Form("form[enctype]");
            return (await form.Attach("Upload", "beslut.csv", "text/csv", DecisionRows.Csv(rows)).SubmitAsync()).ShouldBeOk();
        }
    }

    [Fact]
    public async Task Many_decisions_are_confirmed_each_checked_by_itself()
    {
        await using var world = await WalkWorld.StartAsync();
        var waiting = await world.WithDbAsync(db =>
            db.Set<Case>().Where(c => c.Kind == ProgrammeKind.CashSupport && c.Next == MilestoneKind.ReceiptConfirmed).Select(c => c.Id).ToListAsync()
        );
        waiting.Count.ShouldBe(1);
        var iom = await world.AsAsync("iom-1");
        var page = (await iom.GetAsync("/cash-support/confirm")).ShouldBeOk().ShouldShow("ÅES").ShouldNotContain("Hanna");
        (await page.Form("input[name=Marked]").SubmitOnceAsync()).ShouldRefuse("NobodyMarked").ShouldShow("Mark at least one");
        page.Document.QuerySelectorAll("input[name=Marked][checked]").Length.ShouldBe(0);
        page.Document.QuerySelectorAll("a[href='?all=true']").Length.ShouldBe(1);
        var all = (await iom.GetAsync("/cash-support/confirm?all=true")).ShouldBeOk();
        all.Document.QuerySelectorAll("a[href='?all=true']").Length.ShouldBe(0);
        all.Document.QuerySelectorAll("input[name=Marked][checked]").Length.ShouldBe(1);
        var ids = new[] { waiting[0], world.Cases["c10"], world.Cases["c02"], Guid.CreateVersion7() };
        var form = page.Form("input[name=Marked]").Choose("Marked", [.. ids.Select(i => i.ToString())]);
        var answered = (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.OK).ShouldShow("1 of 4 confirmed");
        // A stranger's case, one of another kind and one that does not exist are answered alike.
        answered.Text.Split("It does not exist, or you do not work on it.").Length.ShouldBe(4);
        var before = await world.OperationsAsync();
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.OK).ShouldShow("1 of 4 confirmed");
        (await world.OperationsAsync()).ShouldBe(before);
        (
            await page.Form("input[name=Marked]")
                .Choose("Marked", waiting[0].ToString())
                .Forge("OperationId", $"{Guid.CreateVersion7()}")
                .SubmitOnceAsync()
        )
            .ShouldBe(HttpStatusCode.OK)
            .ShouldShow("0 of 1 confirmed");
        (await world.OperationsAsync()).ShouldBe(before);
        (
            await page.Form("input[name=Marked]")
                .Choose("Marked", [.. Enumerable.Range(0, 201).Select(_ => $"{Guid.CreateVersion7()}")])
                .SubmitOnceAsync()
        ).ShouldRefuse("TooManyMarked");
        (await iom.GetAsync("/cash-support/confirm")).ShouldBeOk().ShouldShow("No decision waits");
        (await (await world.AsAsync("iraq-1")).GetAsync("/cash-support/confirm")).ShouldBe(HttpStatusCode.Forbidden);
        (await world.WithDbAsync(db => db.Set<CashDecision>().CountAsync())).ShouldBe(4);
    }

    [Fact]
    public async Task The_demos_import_waits_for_the_officer_and_nobody_else_knows_of_it()
    {
        await using var world = await WalkWorld.StartAsync();
        var id = await world.WithDbAsync(db => db.Set<CashImport>().Select(i => i.Id).SingleAsync());
        (await (await world.AsAsync("migration-1")).GetAsync(List)).ShouldBeOk().ShouldShow("5 rader: 0 inlagda, 4 kan läggas in, 1 behöver rättas");
        (await (await world.AsAsync("migration-2")).GetAsync(List)).ShouldBeOk().ShouldShow("Inga inläsningar");
        foreach (var handler in new[] { "Open", "Close", "Enter", "TakeOver", "End", "Bad" })
        {
            var stranger = await world.AsAsync("migration-2");
            using var post = AccessWalkTests.Post($"{List}/{id}?handler={handler}", await AccessWalkTests.TokenAsync(stranger));
            (await stranger.SendOnceAsync(post)).ShouldBeHidden();
        }

        foreach (var code in DemoPeople.Accounts.Where(a => !a.Roles.Contains(Role.MigrationOfficer)).Select(a => a.Code).Take(12))
        {
            (await (await world.AsAsync(code)).GetAsync(List)).Status.ShouldBe(HttpStatusCode.Forbidden, code);
        }
    }

    private static async Task English(PageClient client)
    {
        var page = await client.GetAsync("/");
        await page.Form("form[action*='language']").SubmitAsync("en");
    }
}
