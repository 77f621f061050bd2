using System.Net;
using System.Text;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Applications;

public sealed class ApplicationPagesTests
{
    private static readonly string[] Seen = ["application", "application/person", "application/print", "referral"];
    private static readonly string[] Own = ["application/check", "application/certificate"];

    [Theory, OnBothDatabases]
    public async Task Each_role_gets_what_its_task_needs_and_no_more(DatabaseKind kind)
    {
        await using var pages = await ApplicationPages.StartAsync(kind);
        await pages.World.PrepareReferralAsync();
        await pages.World.ReferAsync();
        await pages.AddAsync(ApplicationPeople.Approver);
        using var coordinator = await pages.SignInAsync(ApplicationPeople.Coordinator);
        using var caseworker = await pages.SignInAsync(ApplicationPeople.Caseworker);
        using var neighbour = await pages.SignInAsync(ApplicationPeople.Neighbour);
        using var donor = await pages.SignInAsync(ApplicationPeople.Donor);
        using var approver = await pages.SignInAsync(ApplicationPeople.Approver);

        foreach (var path in Seen.Concat(Own).Select(p => $"{pages.Root}/{p}"))
        {
            (await coordinator.GetAsync(path)).ShouldBeOk();
            (await neighbour.GetAsync(path)).ShouldBeHidden();
            (await donor.GetAsync(path)).ShouldBeHidden();
            (await approver.GetAsync(path)).ShouldBe(HttpStatusCode.Forbidden);
        }

        foreach (var path in Seen)
        {
            (await caseworker.GetAsync($"{pages.Root}/{path}")).ShouldBeOk();
        }

        foreach (var path in Own)
        {
            (await caseworker.GetAsync($"{pages.Root}/{path}")).ShouldBe(HttpStatusCode.Forbidden);
        }

        (await coordinator.GetAsync($"{pages.Root}/referral/support")).ShouldBe(HttpStatusCode.Forbidden);
        (await coordinator.GetAsync($"{pages.Root}/application/nothing")).ShouldBeHidden();
    }

    [Theory]
    [OnBothDatabases("sv", "Den 30 februari finns inte.", "Ett svar kunde inte sparas. Allt annat är sparat.")]
    [OnBothDatabases("en", "30 February does not exist.", "One answer could not be saved. Everything else is saved.")]
    public async Task A_wrong_answer_is_said_and_all_the_others_are_saved(DatabaseKind kind, string language, string sentence, string summary)
    {
        await using var pages = await ApplicationPages.StartAsync(kind);
        using var client = await pages.SignInAsync(ApplicationPeople.Coordinator);
        var page = await client.GetAsync($"{pages.Root}/application/return");
        if (language == "en")
        {
            page = await page.Form("[value=en]").SubmitAsync("en");
            page = await client.GetAsync($"{pages.Root}/application/return");
        }

        var answer = await page.Form("[name='f.place']")
            .Fill("f.place", ApplicationWorld.Secret)
            .Fill("f.document-valid-until", "2026-02-30")
            .Choose("f.reception", "no")
            .SubmitAsync();

        answer.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.ShouldRefuse("Invalid");
        answer.ShouldShow(sentence);
        answer.ShouldShow(summary);
        answer.Document.QuerySelector("[name='f.document-valid-until']")!.GetAttribute("value").ShouldBe("2026-02-30");
        answer.Document.QuerySelector("[name='f.place']")!.GetAttribute("value").ShouldBe(ApplicationWorld.Secret);
        (await VersionAsync(pages, "return")).ShouldBe(1);

        var next = await answer.Form("[name='f.place']").Fill("f.document-valid-until", "2027-02-28").SubmitOnceAsync();
        next.RedirectsTo.ShouldBe($"{pages.Root}/application/home");
        (await VersionAsync(pages, "return")).ShouldBe(2);
        (await client.GetAsync($"{pages.Root}/application/return")).ShouldNotContain(ApplicationWorld.Secret);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_filled_in_is_shown_only_when_opened(DatabaseKind kind)
    {
        await using var pages = await ApplicationPages.StartAsync(kind);
        await pages.World.SaveAsync("person", 0, ("called", ApplicationWorld.Secret));
        using var client = await pages.SignInAsync(ApplicationPeople.Coordinator);

        var closed = await client.GetAsync($"{pages.Root}/application/person");
        closed.ShouldNotContain(ApplicationWorld.Secret);
        var opened = await closed.Form("[name=Compartments]").SubmitAsync();

        opened.ShouldBeOk();
        opened.Document.QuerySelector("[name='f.called']")!.GetAttribute("value").ShouldBe(ApplicationWorld.Secret);
    }

    [Theory, OnBothDatabases]
    public async Task Who_interpreted_at_the_certificate_is_shown_only_when_opened(DatabaseKind kind)
    {
        await using var pages = await ApplicationPages.StartAsync(kind);
        var certificate = pages.World.Certificate() with { Language = "th", Interpreter = ApplicationWorld.Secret, InterpreterAccepted = true };
        await pages.World.CertifyAsync(certificate, ApplicationWorld.Sheet);
        using var client = await pages.SignInAsync(ApplicationPeople.Coordinator);

        var closed = (await client.GetAsync($"{pages.Root}/application")).ShouldBeOk().ShouldNotContain(ApplicationWorld.Secret);

        (await closed.Form("[name=Compartments]").SubmitAsync()).ShouldBeOk().ShouldShow(ApplicationWorld.Secret);
    }

    [Theory, OnBothDatabases]
    public async Task Two_people_in_one_section_see_both_versions(DatabaseKind kind)
    {
        await using var pages = await ApplicationPages.StartAsync(kind);
        using var client = await pages.SignInAsync(ApplicationPeople.Coordinator);
        var mine = (await client.GetAsync($"{pages.Root}/application/home")).Form("[name='f.family']").Fill("f.family", "mine");
        await pages.World.SaveAsync("home", 0, ("family", "theirs"));

        var refused = await mine.SubmitAsync();
        refused.ShouldRefuse("SectionChanged");
        refused.ShouldNotContain("theirs");
        var beside = await refused.Form("[name='f.family']").SubmitAsync("Öppna facket och jämför");
        beside.ShouldBeOk();
        beside.ShouldShow("theirs");
        beside.ShouldShow("mine");

        (await beside.Form("[name='f.family']").SubmitOnceAsync()).RedirectsTo.ShouldNotBeNull();
        (await VersionAsync(pages, "home")).ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_hostile_breaks_the_form()
    {
        await using var pages = await ApplicationPages.StartAsync();
        using var client = await pages.SignInAsync(ApplicationPeople.Coordinator);
        foreach (var input in HostileInputs.All)
        {
            var page = await client.GetAsync($"{pages.Root}/application/work");
            if (page.Document.QuerySelector("[name='f.skills']") is null)
            {
                page = await page.Form("[name=Compartments]").SubmitAsync();
            }

            var form = page.Form("[name='f.skills']");
            foreach (var field in new[] { "f.skills", "f.skills.state", "f.education", "f.work-history", "SectionVersion" })
            {
                form.Forge(field, input.Value ?? "");
            }

            (await form.SubmitOnceAsync()).ShouldNotBreak();
        }

        await pages.World.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_date_of_birth_of_a_child_brings_in_the_rules_for_a_child_who_returns_alone(DatabaseKind kind)
    {
        await using var pages = await ApplicationPages.StartAsync(kind);
        using var client = await pages.SignInAsync(ApplicationPeople.Coordinator);
        var form = (await client.GetAsync($"{pages.Root}/application/person")).Form("[name='f.called']");

        var answer = await form.Fill("f.called", "Lo").Fill("f.birth-date", $"{pages.World.Today.Year - 10}-01-01").SubmitAsync();

        answer.ShouldBeOk().ShouldNotRefuse();
        (await VersionAsync(pages, "person")).ShouldBe(1);
        (await client.GetAsync(pages.Root)).ShouldBeOk().Document.Body!.TextContent.ShouldContain("Socialtjänsten i Sverige ansvarar");
        (await client.GetAsync($"{pages.Root}/minor")).ShouldBeOk();
    }

    [Theory, OnBothDatabases]
    public async Task From_signature_to_the_persons_new_decision(DatabaseKind kind)
    {
        await using var pages = await ApplicationPages.StartAsync(kind);
        await pages.World.SaveAsync("person", 0, ("called", ApplicationWorld.Secret));
        using var coordinator = await pages.SignInAsync(ApplicationPeople.Coordinator);
        using var caseworker = await pages.SignInAsync(ApplicationPeople.Caseworker);

        var check = await (await coordinator.GetAsync($"{pages.Root}/application/check")).Form("[name=Compartments]").SubmitAsync();
        check.ShouldShow(ApplicationWorld.Secret);
        (await check.Form("[name=shown]").SubmitAsync()).ShouldNotRefuse();

        var certificate = (await coordinator.GetAsync($"{pages.Root}/application/certificate")).Form("[name='Input.Language']");
        var incomplete = await certificate
            .Fill("Input.CertifiedOn", pages.World.Today.ToString("yyyy-MM-dd"))
            .Fill("Input.Language", "ar")
            .SubmitAsync();
        incomplete.ShouldRefuse("TextNotReviewed");
        var recorded = await incomplete
            .Form("[name='Input.Language']")
            .Fill("Input.Language", "sv")
            .Choose("Input.Declarations", "voluntary")
            .Attach("Input.Sheet", "intyg.pdf", "application/pdf", Encoding.ASCII.GetBytes("%PDF-1.7"))
            .SubmitAsync();
        recorded.ShouldNotRefuse();
        recorded.ShouldShow("Intygat");

        await pages.World.ConsentAsync();
        (await caseworker.GetAsync($"{pages.Root}/referral")).ShouldBeHidden();
        var sent = await (await coordinator.GetAsync($"{pages.Root}/referral"))
            .Form("[name='Letter.Text']")
            .Fill("Letter.Text", "Selmas brev")
            .SubmitAsync();
        sent.ShouldBeOk();
        sent.ShouldNotContain("Selmas brev");

        var receipt = (await caseworker.GetAsync($"{pages.Root}/referral")).Form("[name='Receipt.Text']");
        (await receipt.SubmitAsync()).ShouldRefuse("Invalid");
        var confirmed = await receipt
            .Fill("Receipt.ReceivedOn", pages.World.Today.ToString("yyyy-MM-dd"))
            .Fill("Receipt.Text", "Tack, mottaget.")
            .SubmitAsync();
        confirmed.ShouldNotRefuse();
        var read = await (await coordinator.GetAsync($"{pages.Root}/referral")).Form("[name=Compartments]").SubmitAsync();
        read.ShouldShow("Tack, mottaget.");

        var support = (await caseworker.GetAsync($"{pages.Root}/referral/support")).Form("[name='Rows[TravelDocuments].Reasons']");
        foreach (var one in Enum.GetNames<SupportKind>())
        {
            support.Choose($"Rows[{one}].Availability", "Available");
        }

        support.Choose("Rows[AccessToServices].Availability", "NotAvailable").Fill("Rows[AccessToServices].Reasons", "Stängt");
        var bare = await support.SubmitAsync();
        bare.ShouldRefuse("AlternativesMissing");
        bare.ShouldShow("Stängt");
        (
            await bare.Form("[name='Rows[TravelDocuments].Reasons']").Fill("Rows[AccessToServices].Alternatives", "I huvudstaden").SubmitAsync()
        ).ShouldNotRefuse();

        var decided = await (await coordinator.GetAsync($"{pages.Root}/referral"))
            .Form("[name='Decision.DecidedOn']")
            .Choose("Decision.GoesOn", "true")
            .Fill("Decision.DecidedOn", pages.World.Today.ToString("yyyy-MM-dd"))
            .SubmitAsync();
        decided.ShouldNotRefuse();
        (await pages.World.GateAsync(GateKind.SupportAvailable)).Met.ShouldBeTrue();
        await pages.World.VerifyAsync();
    }

    [Fact]
    public async Task A_held_case_can_be_read_and_cared_for_and_is_not_referred()
    {
        await using var pages = await ApplicationPages.StartAsync();
        await pages.World.PrepareReferralAsync();
        using var client = await pages.SignInAsync(ApplicationPeople.Coordinator);
        var send = (await client.GetAsync($"{pages.Root}/referral")).Form("[name='Letter.Text']");
        await pages.World.DoAsync<Hemvag.Modules.Cases.Stopping.StopService>(
            ApplicationPeople.Coordinator,
            (stop, handle) => stop.StopAsync(handle, pages.World.NewId())
        );

        (await send.SubmitAsync()).ShouldRefuse("CaseHeld");
        await pages.World.SaveAsync("home", 0, ("family", "x"));
    }

    private static Task<int> VersionAsync(ApplicationPages pages, string section) =>
        pages.World.ReadAsync(async db =>
            await db.Set<SealedRecord>().Where(r => r.Subject == "form.application." + section).MaxAsync(r => (int?)r.Version) ?? 0
        );
}
