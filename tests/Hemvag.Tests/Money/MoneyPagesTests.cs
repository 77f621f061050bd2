using System.Net;
using Hemvag.Modules.Money.Payments;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Hemvag.Tests.Money;

/// <summary>Every page of plan and money: who comes in, what a wrong form says, what a right one does.</summary>
public sealed class MoneyPagesTests
{
    private const string Secret = "Symaskin Kanariefågel";
    private const string Account = "MD24AG000225100013104168";

    [Theory, OnBothDatabases("sv"), OnBothDatabases("en")]
    public async Task From_plan_to_receipt_with_three_different_people(DatabaseKind kind, string language)
    {
        await using var site = await MoneySite.CreateAsync(kind, language);
        await site.OpenEntitlementsAsync();
        using var requester = await site.SignInAsync("office-1");
        using var approver = await site.SignInAsync("approver");
        using var payer = await site.SignInAsync("office-2");
        var asked = await (await requester.GetAsync($"{site.Money}/request?category=Subsistence"))
            .ShouldBeOk()
            .Form("[name='Input.Mode']")
            .Fill("Input.Mode", "CashAtOffice")
            .SubmitAsync("all");
        asked.ShouldBeOk().ShouldNotRefuse();
        Assert.Equal(6, (await site.PaymentsAsync()).Count);
        var rows = (await approver.GetAsync($"{site.Money}/approve")).ShouldBeOk().Form("[name='Rows[0].Choice']");
        for (var i = 0; i < 6; i++)
        {
            rows = rows.Fill($"Rows[{i}].Choice", i == 5 ? "Leave" : "Approve");
        }

        (await rows.SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        Assert.Equal(5, (await site.EventsAsync()).Count(e => e == nameof(PaymentApproved)));
        var first = (await site.PaymentsAsync())[0];
        var page = $"{site.Money}/payments/{first.Id:D}";
        (await (await payer.GetAsync(page)).ShouldBeOk().Form("#pay").SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        (await (await payer.GetAsync(page)).ShouldBeOk().Form("#receipt").Choose("Receipt.CashReceiptSigned", "true").SubmitAsync())
            .ShouldBeOk()
            .ShouldNotRefuse();
        Assert.Equal(PaymentState.Receipted, (await site.PaymentsAsync())[0].State);
        var money = (await requester.GetAsync(site.Money)).ShouldBeOk();
        money.ShouldShow(language == "sv" ? "150 + 600 + 150 + 3 100 = 4 000" : "150 + 600 + 150 + 3,100 = 4,000");
        (await requester.GetAsync($"{site.Money}?category=Subsistence&state=Paid"))
            .ShouldBeOk()
            .ShouldNotContain($"payments/{(await site.PaymentsAsync())[1].Id:D}");
    }

    [Fact]
    public async Task Who_comes_in_where()
    {
        await using var site = await MoneySite.CreateAsync();
        await site.OpenEntitlementsAsync();
        using (var office = await site.SignInAsync("office-1"))
        {
            await RequestGrantAsync(site, office);
        }

        var payment = (await site.PaymentsAsync())[0].Id;
        var expected = new (string Path, string[] In)[]
        {
            (site.Money, ["coordinator", "caseworker", "approver", "office-1"]),
            (site.Plan, ["coordinator", "caseworker", "approver", "office-1"]),
            ($"{site.Money}/payments/{payment:D}", ["coordinator", "caseworker", "approver", "office-1"]),
            ($"{site.Money}/approve", ["approver"]),
            ($"{site.Money}/open", ["caseworker"]),
            ($"{site.Money}/request", ["caseworker", "office-1"]),
            ($"{site.Plan}/items", ["caseworker"]),
            ($"{site.Plan}/agree/Person", ["coordinator", "caseworker"]),
            ($"{site.Plan}/agree/LocalOffice", ["office-1"]),
        };
        foreach (var who in new[] { "coordinator", "caseworker", "approver", "office-1", "stranger", "elsewhere" })
        {
            using var client = await site.SignInAsync(who);
            foreach (var (path, inside) in expected)
            {
                var code =
                    inside.Contains(who) ? HttpStatusCode.OK
                    : who is "stranger" or "elsewhere" ? HttpStatusCode.NotFound
                    : HttpStatusCode.Forbidden;
                Assert.Equal((who, path, code), (who, path, (await client.GetAsync(path)).Status));
            }
        }
    }

    [Fact]
    public async Task Another_cases_child_and_unknown_words_lead_nowhere()
    {
        await using var site = await MoneySite.CreateAsync();
        await site.OpenEntitlementsAsync();
        using var office = await site.SignInAsync("office-1");
        using var caseworker = await site.SignInAsync("caseworker");
        await RequestGrantAsync(site, office);
        var payment = (await site.PaymentsAsync())[0].Id;
        var item = await site.ReadAsync(db => db.Set<Hemvag.Modules.Reintegration.Plans.PlanItem>().Select(i => i.Id).FirstAsync());
        var other = await site.OpenCaseAsync();
        (await office.GetAsync($"/cases/{other:D}/money/payments/{payment:D}")).ShouldBeHidden();
        (await caseworker.GetAsync($"/cases/{other:D}/plan/items/{item:D}")).ShouldBeHidden();
        (await caseworker.GetAsync($"{site.Plan}/items/{item:D}")).ShouldBeOk();
        (await caseworker.GetAsync($"{site.Plan}/agree/Nobody")).ShouldBeHidden();
        (await office.GetAsync($"{site.Money}/request?category=Housing")).ShouldBeHidden();
        foreach (var query in new[] { "state=everything", "state=1", "category=0", "category=health" })
        {
            Assert.Equal((query, HttpStatusCode.BadRequest), (query, (await office.GetAsync($"{site.Money}?{query}")).Status));
        }
    }

    [Fact]
    public async Task A_wrong_request_says_so_keeps_what_was_typed_and_saves_nothing()
    {
        await using var site = await MoneySite.CreateAsync();
        await site.OpenEntitlementsAsync();
        using var office = await site.SignInAsync("office-1");
        foreach (
            var (amount, purpose, refusal) in new[]
            {
                ("2 800,01", "Education", "CeilingExceeded"),
                ("0", "Education", "AmountMissing"),
                ("-5", "Education", "Invalid"),
                ("", "Education", "AmountMissing"),
                ("9999999999999999999999", "Education", "Invalid"),
                ("tolv", "Education", "Invalid"),
                ("10", "", "PurposeNotAllowed"),
            }
        )
        {
            var answer = await (await office.GetAsync($"{site.Money}/request?category=Reintegration"))
                .Form("[name='Input.What']")
                .Fill("Input.Amount", amount)
                .Fill("Input.Purpose", purpose)
                .Fill("Input.Mode", "DirectToProvider")
                .Fill("Input.What", Secret)
                .SubmitAsync();
            answer.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse(refusal);
            Assert.Contains(Secret, WebUtility.HtmlDecode(answer.Body), StringComparison.Ordinal);
        }

        Assert.Empty(await site.PaymentsAsync());
    }

    [Fact]
    public async Task What_is_bought_and_where_money_goes_stay_closed_until_opened()
    {
        await using var site = await MoneySite.CreateAsync();
        await site.OpenEntitlementsAsync();
        using var office = await site.SignInAsync("office-1");
        using var approver = await site.SignInAsync("approver");
        using var coordinator = await site.SignInAsync("coordinator");
        await RequestGrantAsync(site, office);
        var page = $"{site.Money}/payments/{(await site.PaymentsAsync())[0].Id:D}";
        foreach (var path in new[] { site.Money, page, $"{site.Money}/approve" })
        {
            var closed = (await approver.GetAsync(path)).ShouldBeOk();
            closed.ShouldNotContain(Account);
            Assert.DoesNotContain(Secret, WebUtility.HtmlDecode(closed.Body), StringComparison.Ordinal);
        }

        await (await approver.GetAsync(page)).Form("[name='Compartments']").SubmitAsync();
        (await approver.GetAsync(page)).ShouldShow(Secret).ShouldShow(Account);
        (await approver.GetAsync(site.Money)).ShouldShow(Secret);
        Assert.Empty((await coordinator.GetAsync(page)).Document.QuerySelectorAll("[name='Compartments']"));
    }

    [Fact]
    public async Task Sending_back_needs_a_reason_and_comes_back_as_a_new_round()
    {
        await using var site = await MoneySite.CreateAsync();
        await site.OpenEntitlementsAsync();
        using var office = await site.SignInAsync("office-1");
        using var approver = await site.SignInAsync("approver");
        await RequestGrantAsync(site, office);
        var page = $"{site.Money}/payments/{(await site.PaymentsAsync())[0].Id:D}";
        (await (await approver.GetAsync(page)).Form("#send-back [name='Reason.Text']").SubmitAsync()).ShouldRefuse("ReasonMissing");
        (await (await approver.GetAsync(page)).Form("#send-back [name='Reason.Text']").Fill("Reason.Text", "Which contract?").SubmitAsync())
            .ShouldBeOk()
            .ShouldNotRefuse();
        (await (await office.GetAsync(page)).Form("#again").Fill("Input.Amount", "500").SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        var again = (await site.PaymentsAsync())[0];
        Assert.Equal((PaymentState.Requested, 2, 50000), (again.State, again.Round, again.AmountMinor));
        (await (await office.GetAsync(page)).Form("#cancel [name='Reason.Text']").Fill("Reason.Text", "Not needed").SubmitAsync()).ShouldNotRefuse();
        Assert.Equal(PaymentState.Cancelled, (await site.PaymentsAsync())[0].State);
    }

    [Fact]
    public async Task Hostile_words_are_kept_or_refused_and_never_break_a_page()
    {
        await using var site = await MoneySite.CreateAsync();
        await site.OpenEntitlementsAsync();
        using var office = await site.SignInAsync("office-1");
        foreach (var hostile in HostileInputs.All.Where(h => h.Value is not null))
        {
            var form = (await office.GetAsync($"{site.Money}/request?category=Health")).Form("[name='Input.What']");
            var answer = await form.Fill("Input.Amount", "0.01")
                .Fill("Input.Purpose", "Medicine")
                .Fill("Input.Mode", "DirectToProvider")
                .Forge("Input.What", hostile.Value)
                .SubmitAsync();
            answer.ShouldNotBreak();
        }
    }

    private static async Task RequestGrantAsync(MoneySite site, Hemvag.TestKit.Pages.PageClient office)
    {
        var answer = await (await office.GetAsync($"{site.Money}/request?category=Reintegration"))
            .ShouldBeOk()
            .Form("[name='Input.What']")
            .Fill("Input.Amount", "650")
            .Fill("Input.Purpose", "SmallBusinessEquipment")
            .Fill("Input.Mode", "DirectToProvider")
            .Fill("Input.What", Secret)
            .Fill("Input.PayTo", Account)
            .SubmitAsync();
        answer.ShouldBeOk().ShouldNotRefuse();
    }
}
