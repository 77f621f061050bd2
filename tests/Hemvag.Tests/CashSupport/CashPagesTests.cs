using System.Net;
using Hemvag.Auditing;
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
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.CashSupport;

/// <summary>The pages of cash support over the demo's four decisions: everyone who comes in, what is refused and kept, what is done.</summary>
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
    public async Task A_decision_is_entered_once_with_its_proposed_amounts()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("migration-1");
        var form = await FormAsync(client);
        var answer = (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        await form.SubmitOnceAsync();
        var decision = await world.WithDbAsync(db => db.Set<CashDecision>().OrderByDescending(d => d.EnteredAt).FirstAsync());
        decision.TotalMinor.ShouldBe(45_000_00);
        answer.RedirectsTo.ShouldBe(PathOf(decision.CaseId, "cash"));
        (await world.WithDbAsync(db => db.Set<CashDecision>().CountAsync())).ShouldBe(5);
        (await world.WithDbAsync(db => db.Set<OperationEvent>().CountAsync(e => e.Kind == nameof(CashDecisionEntered)))).ShouldBe(5);
        (await client.GetAsync(PathOf(decision.CaseId, "cash"))).ShouldBeOk().ShouldNotContain("Testsson");
    }

    [Theory]
    [InlineData("Input.DecisionNumber", "", "Invalid")]
    [InlineData("Input.DecidedOn", "2026-02-30", "Invalid")]
    [InlineData("Input.CountryCode", "AF", "CountryNotOnList")]
    [InlineData("Input.Family[0].Citizenship", "SE", "SwedishCitizen")]
    [InlineData("Input.Family[0].Amount", "30001", "AmountAboveMaximum")]
    [InlineData("Input.Family[0].DocumentNumber", "G1890621", "AlreadySupported")]
    public async Task What_is_wrong_is_said_and_the_rest_kept(string field, string value, string refusal)
    {
        await using var world = await WalkWorld.StartAsync();
        var form = await FormAsync(await world.AsAsync("migration-1"));
        var before = await world.OperationsAsync();
        var answer = await form.Forge(field, value).SubmitOnceAsync();
        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse(refusal);
        answer.Document.QuerySelector("[name='Input.Family[0].FamilyName']")!.GetAttribute("value").ShouldBe("Testsson");
        (await world.OperationsAsync()).ShouldBe(before);
        // Nothing of the other case.
        answer.ShouldNotContain("ÅES").ShouldNotContain("Barzan");
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
            db.Set<Modules.Reintegration.Payments.Payment>().Where(p => p.CaseId == id).OrderBy(p => p.ShareOrdinal).Select(p => p.Id).ToListAsync()
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
    public async Task A_decision_of_someone_like_another_asks_on_that_line_alone()
    {
        await using var world = await WalkWorld.StartAsync();
        var form = await FormAsync(await world.AsAsync("migration-1"));
        var like = form.Fill("Input.Family[0].GivenNames", "Nadia")
            .Fill("Input.Family[0].FamilyName", "Al-Samarrai")
            .Fill("Input.Family[0].BirthDate", "1992-03-03");
        var asked = (await like.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("MaybeSupported");
        asked.Document.QuerySelectorAll("[name$='.NotSame']").ShouldHaveSingleItem().GetAttribute("name").ShouldBe("Input.Family[0].NotSame");
        await DoneAsync(asked.Form("form:has([name='Input.DecisionNumber'])").Fill("Input.Family[0].NotSame", "OtherBirthDate"));
        var id = await world.WithDbAsync(db => db.Set<CashDecision>().OrderByDescending(d => d.EnteredAt).Select(d => d.CaseId).FirstAsync());
        (await (await world.AsAsync("migration-1")).GetAsync(PathOf(id, "cash")))
            .ShouldBeOk()
            .ShouldShow("liknar person 1")
            .ShouldShow("Annat födelsedatum");
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

    [Theory, OnBothDatabases]
    public async Task A_large_family_fits_and_a_refused_form_keeps_it(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        using var client = await world.AsAsync("migration-1");
        (await client.GetAsync("/cash-support/new")).ShouldBeOk().Document.QuerySelectorAll("details[open]").ShouldBeEmpty();
        var form = (await FormAsync(client)).Fill("Input.DecisionNumber", "2-888888").Fill("Input.ConsentedOn", "2019-01-01");
        for (var i = 2; i < 9; i++)
        {
            form = form.Fill($"Input.Family[{i}].Relation", "Child")
                .Fill($"Input.Family[{i}].GivenNames", new string((char)('a' + i), 4))
                .Fill($"Input.Family[{i}].FamilyName", "Testsson")
                .Fill($"Input.Family[{i}].BirthDate", "2017-01-01")
                .Fill($"Input.Family[{i}].Citizenship", "IQ");
        }

        var refused = await form.Fill("Input.Family[8].GivenNames", "مريم").SubmitOnceAsync();
        refused.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("ConsentTooOld");
        refused.Document.QuerySelectorAll("details[open] [value='مريم']").ShouldHaveSingleItem();
        await DoneAsync(refused.Form("form:has([name='Input.DecisionNumber'])").Fill("Input.ConsentedOn", ""));
        (await world.WithDbAsync(db => db.Set<CashFamilyMember>().MaxAsync(m => m.Ordinal))).ShouldBe(9);
    }

    private static async Task<PageForm> FormAsync(PageClient client)
    {
        var today = DateOnly.FromDateTime(new FakeTime().GetUtcNow().UtcDateTime);
        var office = StableId.Of("office:iom-iq").ToString();
        return (await client.GetAsync("/cash-support/new"))
            .ShouldBeOk()
            .Form("form:has([name='Input.DecisionNumber'])")
            .Fill("Input.DecisionNumber", "2-777777")
            .Fill("Input.DecidedOn", Day(today.AddDays(-2)))
            .Fill("Input.Outcome", "Refused")
            .Fill("Input.OutcomeOn", Day(today.AddDays(-30)))
            .Fill("Input.AppliedOn", Day(today.AddDays(-10)))
            .Fill("Input.ReturnsWithAssistance", "true")
            .Fill("Input.AppliedInSweden", "true")
            .Fill("Input.CountryCode", "IQ")
            .Fill("Input.OfficeId", office)
            .Fill("Input.ConsentsToIom", "true")
            .Fill("Input.ConsentsToOffice", "true")
            .Fill("Input.ConsentLanguage", "sv")
            .Fill("Input.Family[0].GivenNames", "Tilda")
            .Fill("Input.Family[0].FamilyName", "Testsson")
            .Fill("Input.Family[0].BirthDate", "1991-01-01")
            .Fill("Input.Family[0].Citizenship", "IQ")
            .Fill("Input.Family[1].Relation", "Child")
            .Fill("Input.Family[1].GivenNames", "Timmy")
            .Fill("Input.Family[1].FamilyName", "Testsson")
            .Fill("Input.Family[1].BirthDate", "2016-01-01")
            .Fill("Input.Family[1].Citizenship", "IQ");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task OpenIdentityAsync(PageClient client, Guid id)
    {
        var form = (await client.GetAsync(PathOf(id, "person"))).ShouldBeOk().Form("form[action$='/open']:has([value='Identity'])");
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task DoneAsync(PageForm form) => (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);

    private static Task<Guid> CaseAsync(WalkWorld world, MilestoneKind next) =>
        world.WithDbAsync(db =>
            db.Set<Case>().Where(c => c.Kind == ProgrammeKind.CashSupport && c.ClosedAt == null && c.Next == next).Select(c => c.Id).SingleAsync()
        );

    private static string PathOf(Guid id, string page) => CaseLinks.To(id, page);
}
