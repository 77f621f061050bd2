using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Hemvag.Auditing;
using Hemvag.Auditing.Verification;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Packages;
using Hemvag.Modules.Travel.Papers;
using Hemvag.Modules.Travel.Will;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Travel;

/// <summary>What those outside are handed: bounded by the version, once, revocable, and always a row of the disclosure ledger.</summary>
public sealed class PackageTests
{
    private const string Message = "<script>alert(1)</script> \u0645\u0631\u062D\u0628\u0627 Ring på porten";

    [Theory, OnBothDatabases]
    public async Task A_link_shows_its_recipient_what_is_in_it_once_and_every_reading_is_a_disclosure(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PackedCaseAsync();
        var made = await world.MakePackageAsync(caseId, world.Wanted(message: Message));
        using var outside = world.NewClient();
        var window = (await outside.TypeCodeAsync(made)).ShouldBeOk();
        window.Url.AbsolutePath.ShouldBe(PackagePlaces.Window);
        window.ShouldNotContain(PackageWorldActs.Given).ShouldNotContain("Arlanda");
        (await DisclosuresAsync(world, caseId)).ShouldBeEmpty();

        var shown = (await outside.PressAsync("Show")).ShouldBeOk().ShouldShow(PackageWorldActs.Given).ShouldShow("Arlanda");
        shown.ShouldShow("\u0645\u0631\u062D\u0628\u0627").ShouldShow("<script>alert(1)</script>");
        shown.Body.ShouldNotContain("<script>alert");
        shown.ShouldNotContain("123 456").ShouldNotContain("P 4711").ShouldNotContain("KX7T2Q").ShouldNotContain($"TEST {caseId:N}");
        shown.Document.QuerySelectorAll("dd p[dir=auto]").Length.ShouldBe(3);
        shown.Headers["Cache-Control"].ShouldContain("no-store");
        var row = (await DisclosuresAsync(world, caseId)).ShouldHaveSingleItem();
        (row.Kind, row.Ground, row.Recipient, row.Compartments, row.OrganisationId, row.By).ShouldBe(
            (
                CrossingKind.ByPackage,
                DisclosureGround.ContactYes,
                PackageRecipient.LocalActor,
                Compartment.Identity | Compartment.Travel,
                TravelWorld.IomFinland,
                world.Caseworker.Id
            )
        );
        var opening = await world.ReadAsync(db => db.Set<Opening>().SingleAsync(o => o.CaseId == caseId && o.Purpose == "package"));
        (opening.AccountId, opening.AccountName).ShouldBe((made.PackageId, PackageWindows.NamePrefix + world.Caseworker.Name));

        (await outside.PressAsync("Received")).ShouldBeOk().ShouldShow("Du har bekräftat");
        (await NoticesAsync(world)).ShouldContain(PackageWindows.Came);
        (await outside.PressAsync("Leave")).ShouldBeOk().ShouldShow("Tiden är slut").ShouldNotContain(PackageWorldActs.Given);
        (await outside.TypeCodeAsync(made)).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("PackageRefused");
        (await world.PackageAsync(made.PackageId)).StateAt(Now(world)).ShouldBe(PackageState.Received);

        using var coordinator = await world.SignInAsync(world.Coordinator);
        (await coordinator.GetAsync($"/cases/{caseId}/disclosures"))
            .ShouldBeOk()
            .ShouldShow("Lokal aktör")
            .ShouldShow("Personens ja till just den kontakten");
        await NowhereInClearAsync(world, "Mottagaren vid stationen", "Ring på porten", PackageWorldActs.Given, made.Code, made.Token!);
        (await FindingsAsync(world)).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task The_form_has_what_the_template_names_and_nothing_leaves_without_the_persons_yes(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PackedCaseAsync();
        using var client = await world.SignInAsync(world.Caseworker);
        var at = $"/cases/{caseId}/travel/packages/new/Landlord";
        var page = (await client.GetAsync(at)).ShouldBeOk();
        page.Document.QuerySelectorAll("[name='Input.Fields']")
            .Select(e => e.GetAttribute("value"))
            .ShouldBe(["Name", "Phone", "Language", "SafeContact", "Message"]);
        var form = page.Form("[name='Input.Name']").Fill("Input.Name", "Värden på Gatan 3").Choose("Input.Way", "Link");
        (await form.SubmitAsync()).ShouldRefuse("PackageFieldsMissing").Form("[name='Input.Name']")["Input.Name"].ShouldBe("Värden på Gatan 3");
        form.Choose("Input.Fields", "Name", "Phone");
        (await form.SubmitAsync()).ShouldRefuse("PackageYesMissing").ShouldShow("Fråga personen");
        form.Choose("Input.YesHow", "InPerson").Fill("Input.YesOn", Iso(world.Today().AddDays(5)));
        (await form.SubmitAsync()).ShouldRefuse("DateInFuture");
        form.Fill("Input.YesOn", Iso(world.Today())).Fill("Input.Days", "8");
        (await form.SubmitAsync()).ShouldRefuse("Invalid");
        form.Fill("Input.Days", "7").Choose("Input.Fields", "Name", "DocumentNumber");
        (await form.SubmitAsync()).ShouldRefuse("PackageFieldNotAllowed");
        (await world.ReadAsync(db => db.Set<Package>().CountAsync())).ShouldBe(0);

        form.Choose("Input.Fields", "Name", "Phone");
        var made = (await form.SubmitAsync()).ShouldBeOk();
        var code = made.Document.QuerySelector(".link-code")!.TextContent;
        // A second press shows the same, and makes no other.
        (await form.SubmitAsync())
            .ShouldBeOk()
            .Document.QuerySelector(".link-code")!
            .TextContent.ShouldBe(code);
        var package = await world.ReadAsync(db => db.Set<Package>().AsNoTracking().SingleAsync());
        (package.Recipient, package.Fields, package.YesHow).ShouldBe((PackageRecipient.Landlord, "Name,Phone", AskedHow.InPerson));
        using var english = await world.SignInAsync(world.EnglishCaseworker);
        (await english.GetAsync(at)).ShouldBeOk().ShouldShow("Landlord").ShouldShow("Who is the recipient?").ShouldNotContain(code);
        // Whoever posts the form of somebody else is shown nothing.
        var id = world.NewId();
        await world.ActAsync<PackageKeeping>(world.Caseworker, caseId, (s, h) => s.MakeAsync(h, id, world.Wanted()));
        (await world.RefusedAsync<PackageKeeping>(world.EnglishCaseworker, caseId, (s, h) => s.MakeAsync(h, id, world.Wanted()))).ShouldBe(
            "FormSentBefore"
        );
        var theirs = (await english.GetAsync(at)).Form("[name='Input.Name']").Fill("Input.Name", "Somebody").Choose("Input.Way", "Link");
        theirs.Choose("Input.Fields", "Name").Choose("Input.YesHow", "InPerson").Forge("OperationId", form["OperationId"]);
        // On the page somebody else's id is another operation: a package of their own, with a code of its own.
        (await theirs.SubmitOnceAsync())
            .ShouldBeOk()
            .ShouldNotContain(code)
            .ShouldNotContain("Värden på Gatan 3");
        (await world.ReadAsync(db => db.Set<Package>().CountAsync(p => p.MadeBy == world.EnglishCaseworker.Id))).ShouldBe(1);

        foreach (var nowhere in new[] { "0", "Nobody", "landlord1" })
        {
            (await client.GetAsync($"/cases/{caseId}/travel/packages/new/{nowhere}")).ShouldBeHidden();
        }

        (await client.GetAsync($"/cases/{caseId}/travel/packages/{Guid.CreateVersion7()}")).ShouldBeHidden();
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_handed_to_an_embassy_without_its_own_yes_and_taking_it_back_closes_the_window(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PackedCaseAsync();
        await world.ActAsync<EmbassyKeeping>(world.Caseworker, caseId, (s, h) => s.AddAsync(h, world.NewId(), new EmbassyWords("Ambassaden", null)));
        var embassy = await world.ReadAsync(db => db.Set<Embassy>().Select(e => e.Id).SingleAsync());
        var wanted = world.Wanted(recipient: PackageRecipient.Embassy, fields: [PackageField.Name, PackageField.DocumentNumber]) with
        {
            EmbassyId = embassy,
        };
        (await RefusedAsync(world, caseId, wanted with { EmbassyId = null })).ShouldBe("EmbassyConsentMissing");
        (await RefusedAsync(world, caseId, wanted)).ShouldBe("EmbassyConsentMissing");
        await world.ActAsync<EmbassyKeeping>(
            world.Coordinator,
            caseId,
            (s, h) => s.AgreeAsync(h, world.NewId(), embassy, world.Today(), AskedHow.ByPhone)
        );
        var made = await world.MakePackageAsync(caseId, wanted);
        using var outside = world.NewClient();
        await outside.TypeCodeAsync(made);
        (await outside.PressAsync("Show")).ShouldShow("P 4711");

        await world.ActAsync<EmbassyKeeping>(world.Coordinator, caseId, (s, h) => s.WithdrawAsync(h, world.NewId(), embassy));
        (await world.EventsAsync(caseId)).ShouldBe(["EmbassyNoLonger", "PackageRevoked"]);
        (await outside.GetAsync(PackagePlaces.Window)).ShouldBeOk().ShouldShow("Tiden är slut").ShouldNotContain("P 4711");
    }

    [Theory, OnBothDatabases]
    public async Task Whatever_is_wrong_is_answered_alike_and_five_wrong_codes_block_it(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PackedCaseAsync();
        var made = await world.MakePackageAsync(caseId, world.Wanted());
        using var outside = world.NewClient();
        var answers = new List<PageAnswer> { await outside.TypeCodeAsync(made with { Token = new string('A', 27) }) };
        for (var i = 0; i < Package.MostWrongCodes; i++)
        {
            answers.Add(await outside.TypeCodeAsync(made, "0000 0000"));
        }

        answers.Add(await outside.TypeCodeAsync(made));
        answers.Select(a => (a.Status, a.Refusal, a.Text)).Distinct().Count().ShouldBe(1);
        answers[0].ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("PackageRefused");
        (await world.PackageAsync(made.PackageId)).StateAt(Now(world)).ShouldBe(PackageState.Dead);
        (await NoticesAsync(world)).ShouldContain(PackageWindows.Died);
        // A file's link, which nobody was shown, opens no window.
        var file = await world.MakePackageAsync(caseId, world.Wanted(PackageWay.File));
        file.Token.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task When_its_time_is_out_it_opens_nothing_and_whoever_made_it_is_asked(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PackedCaseAsync();
        var made = await world.MakePackageAsync(caseId, world.Wanted());
        var told = await world.MakePackageAsync(caseId, world.Wanted());
        using var other = world.NewClient();
        await other.TypeCodeAsync(told);
        await other.PressAsync("Received");
        world.Time.Advance(TimeSpan.FromDays(3));
        using var outside = world.NewClient();
        (await outside.TypeCodeAsync(made)).ShouldRefuse("PackageRefused");
        await world.RunJobAsync(PackageWatch.JobKind, made.PackageId);
        await world.RunJobAsync(PackageWatch.JobKind, told.PackageId);
        var item = (await world.OpenItemsAsync(caseId, WorkItemKind.PackageSilent)).ShouldHaveSingleItem();
        (item.SubjectId, item.AccountId, item.Page).ShouldBe((made.PackageId, world.Caseworker.Id, $"travel/packages/{made.PackageId:D}"));

        using var client = await world.SignInAsync(world.Caseworker);
        (await client.GetAsync("/")).ShouldShow("Ett uppgiftspaket är inte bekräftat");
        var page = (await client.GetAsync($"/cases/{caseId}/{item.Page}")).ShouldBeOk().ShouldShow("Tiden har gått ut");
        (await page.Form("form[action$='handler=Revoke'] button").SubmitAsync()).ShouldBeOk().ShouldShow("Återkallat");
        (await world.OpenItemsAsync(caseId, WorkItemKind.PackageSilent)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task It_closes_when_it_is_revoked_and_when_whoever_made_it_may_no_longer_hand_anything_out(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        async Task<(PageClient Outside, Guid CaseId, PackageSecret Made)> OpenAsync()
        {
            var caseId = await world.PackedCaseAsync();
            var made = await world.MakePackageAsync(caseId, world.Wanted());
            var outside = world.NewClient();
            await outside.TypeCodeAsync(made);
            (await outside.PressAsync("Show")).ShouldShow(PackageWorldActs.Given);
            return (outside, caseId, made);
        }

        async Task ShouldBeClosedAsync(PageClient outside)
        {
            (await outside.GetAsync(PackagePlaces.Window)).ShouldBeOk().ShouldShow("Tiden är slut").ShouldNotContain(PackageWorldActs.Given);
            outside.Dispose();
        }

        var (revoked, first, secret) = await OpenAsync();
        await world.ActAsync<PackageKeeping>(world.Coordinator, first, (s, h) => s.RevokeAsync(h, world.NewId(), secret.PackageId));
        await ShouldBeClosedAsync(revoked);
        (await world.RefusedAsync<PackageKeeping>(world.Coordinator, first, (s, h) => s.RevokeAsync(h, world.NewId(), secret.PackageId))).ShouldBe(
            "PackageOver"
        );

        var (held, second, shut) = await OpenAsync();
        await world.HoldAsync(second);
        (await held.GetAsync(PackagePlaces.Window)).ShouldShow("Tiden är slut");
        (await RefusedAsync(world, second, world.Wanted())).ShouldBe("CaseHeld");
        await world.ReachPersonAsync(second);
        await world.ActAsync<StopService>(
            world.Coordinator,
            second,
            (s, h) => s.CloseAsync(h, world.NewId(), ClosingGround.StoppedByPerson, true, true, false)
        );
        await ShouldBeClosedAsync(held);
        (await world.PackageAsync(shut.PackageId)).RevokedAt.ShouldNotBeNull();

        var (withdrawn, third, gone) = await OpenAsync();
        var consent = await world.ReadAsync(db =>
            db.Set<Consent>().Where(c => c.CaseId == third && c.Purpose == ConsentPurpose.ExchangeWithIom).Select(c => c.Id).SingleAsync()
        );
        await world.ActAsync<ConsentService>(world.Coordinator, third, (s, h) => s.WithdrawAsync(h, world.NewId(), consent));
        await ShouldBeClosedAsync(withdrawn);
        (await world.PackageAsync(gone.PackageId)).RevokedAt.ShouldNotBeNull();

        var (left, _, still) = await OpenAsync();
        await world.DoAsync<AccountRegister>(r => r.CloseAsync(world.NewId(), Actor.System("test"), world.Caseworker.Id));
        await ShouldBeClosedAsync(left);
        (await world.PackageAsync(still.PackageId)).RevokedAt.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_file_opens_with_its_code_alone_and_each_fetch_is_a_disclosure(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PackedCaseAsync();
        PackageField[] fields = [PackageField.Name, PackageField.SafeContact, PackageField.Language, PackageField.Message];
        var made = await world.MakePackageAsync(caseId, world.Wanted(PackageWay.File, PackageRecipient.Clinic, Message, fields));
        using var client = await world.SignInAsync(world.Caseworker);
        var at = $"/cases/{caseId}/travel/packages/{made.PackageId}";
        var form = (await client.GetAsync(at)).ShouldBeOk().Form("form[action$='handler=Fetch'] button");
        var file = (await form.SubmitOnceAsync()).ShouldBeOk();
        file.Headers["Content-Disposition"].ShouldContain("attachment");
        file.Headers["Content-Disposition"].ShouldNotContain(caseId.ToString());
        file.Body.ShouldNotContain(PackageWorldActs.Given);
        file.Body.ShouldNotContain("alert(1)");
        file.Body.ShouldContain("Skriv koden");
        var text = Decrypt(file.Body, made.Code.ToLowerInvariant());
        text.ShouldContain($"{PackageWorldActs.Given} Testperson");
        text.ShouldContain(Message);
        text.ShouldContain("Säkra tider: Efter 18");
        text.ShouldContain("Behöver tolk");
        text.ShouldNotContain("123 456");
        Should.Throw<AuthenticationTagMismatchException>(() => Decrypt(file.Body, "AAAA AAAA AAAA AAAA"));
        // The page stays behind the file, and its form fetches it once more: recorded too.
        Decrypt((await form.SubmitOnceAsync()).ShouldBeOk().Body, made.Code).ShouldBe(text);
        var rows = (await DisclosuresAsync(world, caseId)).Where(d => d.Kind == CrossingKind.HandedOut).ToList();
        rows.Count.ShouldBe(2);
        rows.ShouldAllBe(r =>
            r.Recipient == PackageRecipient.Clinic && r.Compartments == (Compartment.Identity | Compartment.Contact | Compartment.Health)
        );

        using var english = await world.SignInAsync(world.EnglishCaseworker);
        var theirs = await (await english.GetAsync(at))
            .ShouldBeOk()
            .ShouldShow("Fetch the file")
            .Form("form[action$='handler=Fetch'] button")
            .SubmitOnceAsync();
        theirs.ShouldBeOk().Body.ShouldContain("Type the code");
        Decrypt(theirs.Body, made.Code).ShouldContain("Safe times: Efter 18");

        // That there is a clinic tells of health.
        using var local = await world.SignInAsync(world.Local);
        (await local.GetAsync(at)).ShouldBeHidden();
        (await local.GetAsync($"/cases/{caseId}/travel/packages")).ShouldBeOk().ShouldNotContain("Klinik");

        (await (await client.GetAsync(at)).Form("form[action$='handler=Confirm'] button").SubmitAsync()).ShouldShow("Bekräftat av mottagaren");
        (await form.SubmitOnceAsync()).ShouldRefuse("PackageOver");
        await NowhereInClearAsync(world, "Mottagaren vid stationen", "Ring på porten", PackageWorldActs.Given, made.Code);
        (await FindingsAsync(world)).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_press_twice_opens_one_window_and_the_pages_are_in_both_languages(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PackedCaseAsync();
        var made = await world.MakePackageAsync(caseId, world.Wanted());
        using var outside = world.NewClient();
        var form = (await outside.GetAsync(PackagePlaces.To(made.Token!))).Form("[name=Code]").Fill("Code", made.Code);
        (await form.SubmitOnceAsync()).RedirectsTo.ShouldBe(PackagePlaces.Window);
        (await form.SubmitOnceAsync()).RedirectsTo.ShouldBe(PackagePlaces.Window);
        using var thief = world.NewClient();
        (await thief.TypeCodeAsync(made)).ShouldRefuse("PackageRefused");
        (await thief.GetAsync(PackagePlaces.Window)).ShouldShow("Tiden är slut");
        world.Time.Advance(Package.WindowLasts);
        (await outside.GetAsync(PackagePlaces.Window)).ShouldShow("Tiden är slut");

        using var english = await world.SignInAsync(world.EnglishCaseworker);
        (await english.GetAsync($"/cases/{caseId}/travel/packages"))
            .ShouldBeOk()
            .ShouldShow("Hand-over packages")
            .ShouldShow("Opened, not confirmed");
        await world.OpenTravelAsync(world.EnglishCaseworker, caseId);
        (await english.GetAsync($"/cases/{caseId}/travel/packages")).ShouldShow("Mottagaren vid stationen");
        (await english.GetAsync($"/cases/{caseId}/travel/packages/{made.PackageId}"))
            .ShouldShow("Mottagaren vid stationen")
            .ShouldShow("One-time link");
        (await english.GetAsync(PackagePlaces.To(made.Token!))).ShouldShow("The link works once");
        (await english.GetAsync(PackagePlaces.Window)).ShouldShow("The time is over");
    }

    private static string Decrypt(string page, string code)
    {
        byte[] Part(string pattern) =>
            Convert.FromBase64String(Regex.Match(page, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);
        var content = Part("""of\("([^"]+)"\)\)\);""");
        var plain = new byte[content.Length - 16];
        using var aes = new AesGcm(PackageFile.KeyOf(code, Part("""salt: of\("([^"]+)"\)""")), 16);
        aes.Decrypt(Part("""iv: of\("([^"]+)"\)"""), content.AsSpan(0, plain.Length), content.AsSpan(plain.Length), plain);
        return Encoding.UTF8.GetString(plain);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime Now(TravelWorld world) => world.Time.GetUtcNow().UtcDateTime;

    private static Task<string> RefusedAsync(TravelWorld world, Guid caseId, PackageWanted wanted) =>
        world.RefusedAsync<PackageKeeping>(world.Caseworker, caseId, (s, h) => s.MakeAsync(h, world.NewId(), wanted));

    private static Task<List<Disclosure>> DisclosuresAsync(TravelWorld world, Guid caseId) =>
        world.ReadAsync(db => db.Set<Disclosure>().AsNoTracking().Where(d => d.CaseId == caseId && d.Recipient != null).ToListAsync());

    private static Task<List<string>> NoticesAsync(TravelWorld world) =>
        world.ReadAsync(db => db.Set<Notice>().Where(n => n.AccountId == world.Caseworker.Id).Select(n => n.Kind).ToListAsync());

    private static Task<int> FindingsAsync(TravelWorld world) =>
        world.ReadAsync(db => world.DoAsync<Verifier, int>(async verifier => (await verifier.RunAsync(db, CancellationToken.None)).Findings.Count));

    // Neither in what happened, nor in what is asked of anyone, nor in the rows of packages themselves.
    private static async Task NowhereInClearAsync(TravelWorld world, params string[] words)
    {
        var clear = await world.ReadAsync(async db =>
            string.Join(
                '\n',
                [
                    .. await db.Set<OperationEvent>().Select(e => e.Data).ToListAsync(),
                    .. await db.Set<Operation>().Select(o => o.Kind + o.ActorName).ToListAsync(),
                    .. await db.Set<WorkItem>().Select(w => w.Page).ToListAsync(),
                    .. await db.Set<Job>().Select(j => j.DedupeKey).ToListAsync(),
                    .. await db.Set<Package>().Select(p => p.Fields + p.LinkDigest + p.CodeDigest + p.WindowDigest).ToListAsync(),
                ]
            )
        );
        clear.Length.ShouldBeGreaterThan(1000);
        foreach (var word in words)
        {
            clear.ShouldNotContain(word);
        }
    }
}
