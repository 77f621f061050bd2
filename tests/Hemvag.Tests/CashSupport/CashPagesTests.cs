using System.Net;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Hemvag.Tests.CashSupport.CashPageSteps;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.CashSupport;

/// <summary>The pages of cash support: who comes in, the way from the receipt to the payment, the notice.</summary>
public sealed class CashPagesTests
{
    private static readonly string[] Pages =
    [
        "cash",
        "cash/notice",
        "cash/receipt",
        "cash/presented",
        "cash/pay",
        "cash/end",
        "cash/recovery",
        "",
        "consent",
        "person",
        "notes",
        "colleagues",
    ];

    [Theory, OnBothDatabases]
    public async Task Who_comes_in_where(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var id = await CaseAsync(world, MilestoneKind.CashPaid);
        var inside = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["migration-1"] = ["cash", "cash/notice", "cash/end", "cash/recovery", "", "consent", "person", "notes", "colleagues"],
            ["iom-1"] = ["cash", "cash/notice", "cash/receipt", "cash/end", "cash/recovery", "", "consent", "person", "notes", "colleagues"],
            ["iraq-1"] = ["cash", "cash/notice", "cash/presented", "cash/pay", "cash/recovery", "", "person", "notes", "colleagues"],
        };
        foreach (var who in new[] { "migration-1", "iom-1", "iraq-1", "migration-2", "approver-1", "moldova-1", "vast-1", "social-1", "national-1" })
        {
            var client = await world.AsAsync(who);
            foreach (var page in Pages)
            {
                var status =
                    !inside.TryGetValue(who, out var mine) ? HttpStatusCode.NotFound
                    : mine.Contains(page) ? HttpStatusCode.OK
                    : HttpStatusCode.Forbidden;
                (who, page, (await client.GetAsync(PathOf(id, page))).Status).ShouldBe((who, page, status));
            }

            var desk = inside.ContainsKey(who) || who == "migration-2" || who == "moldova-1" ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            (who, (await client.GetAsync("/cash-support")).Status).ShouldBe((who, desk));
            var enters = who.StartsWith("migration", StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            (who, (await client.GetAsync("/cash-support/new")).Status).ShouldBe((who, enters));
        }
    }

    [Theory]
    [InlineData("migration-1", "Återetableringsstöd")]
    [InlineData("iom-1", "Reintegration cash support")]
    public async Task Each_reads_it_in_their_own_language_and_the_list_says_no_name(string who, string title)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync(who);
        foreach (var stage in Enum.GetNames<Modules.CashSupport.Desk.CashStage>())
        {
            var answer = (await client.GetAsync($"/cash-support?stage={stage}")).ShouldBeOk();
            answer.Document.QuerySelector("h1")!.TextContent.ShouldContain(title);
            answer.ShouldNotContain("Barzan").ShouldNotContain("Samarrai").ShouldNotContain("Hanna");
        }

        (await client.GetAsync("/cash-support?stage=nobody")).ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync("/cash-support?pageNumber=0")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task From_the_receipt_to_the_payment_by_the_pages()
    {
        await using var world = await WalkWorld.StartAsync();
        var id = await CaseAsync(world, MilestoneKind.ReceiptConfirmed);
        var iom = await world.AsAsync("iom-1");
        await DoneAsync((await iom.GetAsync(PathOf(id, "cash/receipt"))).ShouldBeOk().Form(".form-narrow form"));
        var local = await world.AsAsync("iraq-1");
        (await local.GetAsync(PathOf(id, "cash/presented"))).ShouldBeOk().Document.QuerySelector("[name='Input.Recognised']").ShouldBeNull();
        await OpenIdentityAsync(local, id);
        var members = await world.WithDbAsync(db => db.Set<CashFamilyMember>().Where(m => m.CaseId == id).OrderBy(m => m.Ordinal).ToListAsync());
        var presented = (await local.GetAsync(PathOf(id, "cash/presented"))).ShouldBeOk().ShouldShow("Hanna").Form(".form-narrow form");
        var nobody = await presented.Fill("Input.Document", "Passport").Fill("Input.Recognised", "true").SubmitOnceAsync();
        nobody.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("NobodyChosen");
        presented = (await local.GetAsync(PathOf(id, "cash/presented"))).ShouldBeOk().Form(".form-narrow form");
        await DoneAsync(presented.Fill("Input.Document", "Passport").Fill("Input.Recognised", "true").Choose("Input.Came", members[0].Id.ToString()));
        (await world.WithDbAsync(db => db.Set<CashVisit>().CountAsync(v => v.CaseId == id && v.Recognised))).ShouldBe(1);
        var pay = (await local.GetAsync(PathOf(id, "cash/pay"))).ShouldBeOk().Form("form:has([name='Paid.Mode'])");
        await DoneAsync(
            pay.Fill("Paid.Mode", "CashAtOffice")
                .Fill("Paid.ReceiptSigned", "true")
                .Choose("Paid.Members", members[0].Id.ToString(), members[1].Id.ToString())
        );
        (await world.WithDbAsync(db => db.Set<Case>().SingleAsync(c => c.Id == id))).Next.ShouldBe(MilestoneKind.Closed);
        (await local.GetAsync("/cash-support/close")).ShouldBe(HttpStatusCode.Forbidden);
        (await (await world.AsAsync("migration-2")).GetAsync("/cash-support/close")).ShouldBeOk().ShouldShow("Inga utbetalda beslut väntar");
        (await iom.GetAsync("/cash-support")).ShouldBeOk().ShouldShow("Close several");
        var many = (await iom.GetAsync("/cash-support/close")).ShouldBeOk().ShouldNotContain("Hanna").Form("input[name=Marked]");
        (await many.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("NobodyMarked");
        (await many.Choose("Marked", id.ToString()).SubmitOnceAsync()).ShouldBe(HttpStatusCode.OK).ShouldShow("1 of 1 closed");
        (await world.WithDbAsync(db => db.Set<Case>().SingleAsync(c => c.Id == id))).ClosingGround.ShouldBe(ClosingGround.SupportPaid);
    }

    [Theory, OnBothDatabases]
    public async Task Each_visit_in_doubt_is_settled_by_itself_by_the_page(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var id = await CaseAsync(world, MilestoneKind.PresentedHerself);
        var member = await world.WithDbAsync(db => db.Set<CashFamilyMember>().Where(m => m.CaseId == id).Select(m => m.Id).SingleAsync());
        var local = await world.AsAsync("iraq-1");
        await OpenIdentityAsync(local, id);
        // By the number alone, and by the office alone.
        foreach (var (number, recognised) in new[] { ("X999", "true"), ("G1921205", "false") })
        {
            var presented = (await local.GetAsync(PathOf(id, "cash/presented"))).ShouldBeOk().Form(".form-narrow form");
            await DoneAsync(
                presented
                    .Fill("Input.Document", "Passport")
                    .Fill("Input.DocumentNumber", number)
                    .Fill("Input.Recognised", recognised)
                    .Choose("Input.Came", member.ToString())
            );
        }

        var visits = await world.WithDbAsync(db => db.Set<CashVisit>().Where(v => v.CaseId == id).OrderBy(v => v.Id).ToListAsync());
        (await local.GetAsync(PathOf(id, "cash"))).ShouldBeOk().Document.QuerySelector("[name=visitId]").ShouldBeNull();
        (await (await world.AsAsync("migration-1")).GetAsync(PathOf(id, "cash")))
            .ShouldBeOk()
            .ShouldShow("Det är inte utrett vem som kom")
            .ShouldShow("Tveksamt tills IOM Finland har tagit reda på vem det var")
            .ShouldShow("Kontoret var osäkert");
        var iom = await world.AsAsync("iom-1");
        var page = (await iom.GetAsync(PathOf(id, "cash"))).ShouldBeOk().ShouldNotContain("Nadia");
        page.Document.QuerySelectorAll("form:has([name=visitId]) > p")
            .Select(p =>
                (
                    p.TextContent.Contains("The number is not the decision's", StringComparison.Ordinal),
                    p.TextContent.Contains("Applicant", StringComparison.Ordinal)
                )
            )
            .ShouldBe([(true, true), (false, true)], ignoreOrder: true);
        var before = await world.OperationsAsync();
        var form = page.Form($"form:has([value='{visits[0].Id}'])");
        (await form.SubmitToAsync($"{PathOf(id, "cash")}?handler=Settle")).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("NobodyChosen");
        var unknown = page.Form($"form:has([value='{visits[0].Id}'])").Forge("visitId", $"{Guid.CreateVersion7()}");
        (await unknown.SubmitOnceAsync("SamePerson")).ShouldBe(HttpStatusCode.NotFound);
        (await world.OperationsAsync()).ShouldBe(before);
        (await form.SubmitOnceAsync("SamePerson")).RedirectsTo.ShouldBe(PathOf(id, "cash"));
        (await world.LastEventsAsync()).ShouldBe([nameof(CashDoubtSettled)]);
        (await form.Forge("OperationId", $"{Guid.CreateVersion7()}").SubmitOnceAsync("AnotherPerson")).ShouldRefuse("NoDoubtOpen");
        page = (await iom.GetAsync(PathOf(id, "cash"))).ShouldBeOk();
        page.Document.QuerySelectorAll("[name=visitId]").Length.ShouldBe(1);
        await page.Form("[name=visitId]").SubmitOnceAsync("AnotherPerson");
        (await iom.GetAsync(PathOf(id, "cash")))
            .ShouldBeOk()
            .ShouldNotContain("It is not clear who came")
            .Document.QuerySelector("[name=visitId]")
            .ShouldBeNull();
        var found = await world.WithDbAsync(db =>
            db.Set<CashVisit>().Where(v => v.CaseId == id).OrderBy(v => v.Id).Select(v => v.Doubt).ToListAsync()
        );
        found.ShouldBe([DoubtOutcome.SamePerson, DoubtOutcome.AnotherPerson]);
    }

    [Theory]
    [InlineData(nameof(CombinationAnswer.Waits))]
    [InlineData(nameof(CombinationAnswer.MayNot))]
    [InlineData(nameof(CombinationAnswer.MayBeCombined))]
    public async Task Nobody_who_does_not_work_on_the_other_case_reads_of_it_anywhere(string given)
    {
        CombinationAnswer? answer = Enum.Parse<CombinationAnswer>(given);
        await using var world = await WalkWorld.StartAsync();
        var id = await CaseAsync(world, MilestoneKind.ReceiptConfirmed);
        var iom = await world.AsAsync("iom-1");
        var later = (await iom.GetAsync(PathOf(id, "cash/receipt"))).ShouldBeOk().Form("button[name='Later']");
        (await later.SubmitOnceAsync("true")).ShouldBe(HttpStatusCode.Redirect);
        await world.WithDbAsync(db =>
            db.Set<CashDecision>().Where(d => d.CaseId == id).ExecuteUpdateAsync(s => s.SetProperty(d => d.Combination, answer))
        );
        foreach (var who in new[] { "migration-1", "iraq-1", "iom-1" })
        {
            var client = await world.AsAsync(who);
            foreach (var page in new[] { "cash", "", "summary/cash", "seen" })
            {
                var shown = await client.GetAsync(PathOf(id, page));
                shown.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Forbidden);
                foreach (
                    var word in new[]
                    {
                        "ombiner",
                        "ombin",
                        "återvändandeprogram",
                        "return programme",
                        "ÅMP",
                        "får inte ges",
                        "may not be given",
                        "inget svar",
                    }
                )
                {
                    shown.ShouldNotContain(word);
                }
            }

            (await client.GetAsync(PathOf(id, "cash"))).ShouldBeOk();
            (await client.GetAsync(PathOf(id, "summary/cash"))).ShouldBeOk();
        }

        var auditor = (await (await world.AsAsync("auditor-1")).GetAsync("/trail")).ShouldBeOk();
        auditor.ShouldNotContain("ombination").ShouldNotContain("kombineras");
        (await (await world.AsAsync("migration-1")).GetAsync(PathOf(id, ""))).ShouldBeOk().ShouldShow("Mottagandet gicks igenom");
    }

    [Fact]
    public async Task The_page_of_a_payment_has_its_receipt_and_no_way_to_pay()
    {
        await using var world = await WalkWorld.StartAsync();
        var id = await CaseAsync(world, MilestoneKind.CashPaid);
        var local = await world.AsAsync("iraq-1");
        var payments = await world.WithDbAsync(db =>
            db.Set<Modules.Money.Payments.Payment>().Where(p => p.CaseId == id).OrderBy(p => p.ShareOrdinal).Select(p => p.Id).ToListAsync()
        );
        var page = PathOf(id, $"money/payments/{payments[1]}");
        var shown = (await local.GetAsync(page)).ShouldBeOk().ShouldShow("person 2");
        shown.Document.QuerySelector("form#pay").ShouldBeNull();
        var before = await world.OperationsAsync();
        using var forged = new HttpRequestMessage(HttpMethod.Post, $"{page}?handler=Pay")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["OperationId"] = $"{Guid.CreateVersion7()}",
                    ["__form"] = await AccessWalkTests.TokenAsync(local),
                    ["Paid.On"] = Day(DateOnly.FromDateTime(new FakeTime().GetUtcNow().UtcDateTime)),
                    ["Paid.Mode"] = "CashAtOffice",
                    ["Paid.Amount"] = "1",
                }
            ),
        };
        (await local.SendOnceAsync(forged)).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("PaidAtTheDesk");
        (await world.OperationsAsync()).ShouldBe(before);
        (await local.GetAsync(PathOf(id, "money"))).ShouldBeOk().Document.QuerySelector("form[action*='Pay']").ShouldBeNull();
    }

    [Fact]
    public async Task The_notice_is_shown_open_in_both_languages_with_the_office_and_the_helpline()
    {
        await using var world = await WalkWorld.StartAsync();
        var id = await CaseAsync(world, MilestoneKind.PresentedHerself);
        var client = await world.AsAsync("migration-1");
        (await client.GetAsync(PathOf(id, "cash/notice"))).ShouldBeOk().ShouldNotContain("Samarrai");
        await OpenIdentityAsync(client, id);
        // Nobody has said how the office is reached: the officer is told, and the paper says whom to ask.
        (await client.GetAsync("/cash-support/new"))
            .ShouldBeOk()
            .ShouldShow("IOM Irak (kontaktuppgifter saknas)");
        (await client.GetAsync(PathOf(id, "cash/notice")))
            .ShouldBeOk()
            .ShouldShow("Kontoret har inga kontaktuppgifter i Hemväg")
            .ShouldShow("Contact IOM Finland")
            .ShouldShow("+358 9 684 11 50");
        var admin = await world.AsAsync("admin-1");
        var office = StableId.Of("office:iom-iq");
        var contacts = (await admin.GetAsync($"/admin/organisations/contacts?of={office}")).ShouldBeOk().Form("form:has([name='Input.Phone'])");
        await DoneAsync(contacts.Fill("Input.Phone", "+964 1 555 01 00").Fill("Input.Address", "Testgatan 1, Erbil"));
        (await client.GetAsync("/cash-support/new")).ShouldBeOk().ShouldNotContain("IOM Irak (kontaktuppgifter saknas)");
        var notice = (await client.GetAsync(PathOf(id, "cash/notice"))).ShouldBeOk();
        notice.ShouldNotContain("Kontoret har inga kontaktuppgifter").ShouldNotContain("Contact IOM Finland, who");
        foreach (
            var word in new[]
            {
                "IOM Irak",
                "IOM Iraq",
                "+964 1 555 01 00",
                "Testgatan 1, Erbil",
                "Klagomål tas alltid emot",
                "Complaints are always received",
                "Samarrai",
                "2-900103",
                "+358 40 628 1182",
                "Besked om återetableringsstöd",
                "Notice of reintegration cash support",
                "kan inte överklagas",
                "can always complain",
            }
        )
        {
            notice.ShouldShow(word);
        }
    }

    [Fact]
    public async Task What_is_renounced_and_what_is_paid_back_by_the_pages()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("migration-1");
        var expected = await CaseAsync(world, MilestoneKind.PresentedHerself);
        var end = (await client.GetAsync(PathOf(expected, "cash/end"))).ShouldBeOk().Form(".form-narrow form");
        (await end.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("EndGroundNotYours");
        await DoneAsync(
            (await client.GetAsync(PathOf(expected, "cash/end"))).Form(".form-narrow form").Fill("Ground", nameof(ClosingGround.Renounced))
        );
        (await (await world.AsAsync("iraq-1")).GetAsync(PathOf(expected, "cash"))).ShouldBe(HttpStatusCode.NotFound);
        var paid = await world.WithDbAsync(db =>
            db.Set<Case>()
                .Where(c => c.Kind == ProgrammeKind.CashSupport && c.ClosingGround == ClosingGround.SupportPaid)
                .Select(c => c.Id)
                .SingleAsync()
        );
        var decide = (await client.GetAsync(PathOf(paid, "cash/recovery"))).ShouldBeOk().Form("form:has([name='Input.Ground'])");
        var much = await decide.Fill("Input.Ground", "ReenteredIllegally").Fill("Input.Amount", "30001").SubmitOnceAsync();
        much.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("RecoveryAbovePaid");
        decide = (await client.GetAsync(PathOf(paid, "cash/recovery"))).Form("form:has([name='Input.Ground'])");
        await DoneAsync(decide.Fill("Input.Ground", "ReenteredIllegally").Fill("Input.Amount", "10000"));
        var recovery = await world.WithDbAsync(db => db.Set<Modules.CashSupport.Recovery.CashRecovery>().Select(r => r.Id).SingleAsync());
        var repaid = (await client.GetAsync(PathOf(paid, "cash/recovery"))).ShouldBeOk().Form("form:has([name='Repaid.Recovery'])");
        await DoneAsync(repaid.Fill("Repaid.Recovery", recovery.ToString()).Fill("Repaid.Amount", "4000"));
        var left = (await client.GetAsync(PathOf(paid, "cash/recovery"))).ShouldBeOk().ShouldShow("6 000,00");
        var withdraw = left.Form("form:has([name='Withdrawn.Recovery'])");
        (await withdraw.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity);
        await DoneAsync(withdraw.Fill("Withdrawn.Recovery", recovery.ToString()).Fill("Withdrawn.Reason", "WronglyRecorded"));
        (await client.GetAsync(PathOf(paid, "cash/recovery"))).ShouldBeOk().ShouldShow("Krävs inte längre");
    }

    private static async Task OpenIdentityAsync(PageClient client, Guid id)
    {
        var form = (await client.GetAsync(PathOf(id, "person"))).ShouldBeOk().Form("form[action$='/open']:has([value='Identity'])");
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
    }

    private static Task<Guid> CaseAsync(WalkWorld world, MilestoneKind next) =>
        world.WithDbAsync(db =>
            db.Set<Case>().Where(c => c.Kind == ProgrammeKind.CashSupport && c.ClosedAt == null && c.Next == next).Select(c => c.Id).SingleAsync()
        );
}
