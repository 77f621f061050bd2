using System.Net;
using Hemvag.Modules.Money.Payments;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Money;

/// <summary>Approving many rows: what is left, what was taken meanwhile, and what is sent twice.</summary>
public sealed class ApprovalPagesTests
{
    [Theory]
    [InlineData("sv", "Ingen rad är vald")]
    [InlineData("en", "No row is chosen")]
    public async Task With_no_row_chosen_the_page_says_so(string language, string sentence)
    {
        await using var site = await MoneySite.CreateAsync(language: language);
        await RequestAsync(site, 1, 2);
        using var approver = await site.SignInAsync("approver");
        var form = (await approver.GetAsync($"{site.Money}/approve")).ShouldBeOk().Form("[name='Rows[0].Choice']");

        (await form.SubmitAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("NoRowChosen").ShouldShow(sentence);
        (await form.Forge("Rows.Index", null).Forge("Rows", "a").SubmitAsync()).ShouldRefuse("NoRowChosen");
    }

    [Fact]
    public async Task Rows_that_no_longer_wait_are_named_with_their_reason()
    {
        await using var site = await MoneySite.CreateAsync();
        await RequestAsync(site, 1, 2);
        using var first = await site.SignInAsync("approver");
        using var second = await site.SignInAsync("approver");
        var late = Approving(await second.GetAsync($"{site.Money}/approve"), 2);
        (await Approving(await first.GetAsync($"{site.Money}/approve"), 2).SubmitAsync()).ShouldBeOk().ShouldNotRefuse();

        var answer = (await late.SubmitAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("NotWaitingForApproval");

        var gone = answer.Document.QuerySelectorAll("section[aria-labelledby=gone] li").Select(l => l.TextContent).ToList();
        gone.Count.ShouldBe(2);
        gone[0].ShouldContain("månad 1");
        gone[0].ShouldContain("Godkänd");
        gone[0].ShouldContain("Betalningen väntar inte");
        answer.ShouldShow("Ingen betalning väntar på godkännande.");
    }

    [Fact]
    public async Task A_row_named_twice_is_a_bad_request_and_answers_nothing()
    {
        await using var site = await MoneySite.CreateAsync();
        await RequestAsync(site, 1, 2);
        using var approver = await site.SignInAsync("approver");
        var form = Approving(await approver.GetAsync($"{site.Money}/approve"), 2);

        (await form.Fill("Rows[1].PaymentId", form["Rows[0].PaymentId"]).SubmitAsync()).ShouldBe(HttpStatusCode.BadRequest);

        (await site.PaymentsAsync()).ShouldAllBe(p => p.State == PaymentState.Requested);
    }

    [Theory, OnBothDatabases]
    public async Task The_id_of_a_first_payments_form_on_a_second_pays_the_second_too_and_each_once(DatabaseKind kind)
    {
        await using var site = await MoneySite.CreateAsync(kind);
        await site.OpenEntitlementsAsync();
        using var office = await site.SignInAsync("office-1");
        using var approver = await site.SignInAsync("approver");
        using var payer = await site.SignInAsync("office-2");
        foreach (var purpose in new[] { "Education", "SmallBusinessEquipment" })
        {
            var request = (await office.GetAsync($"{site.Money}/request?category=Reintegration")).Form("[name='Input.What']");
            request = request.Fill("Input.Amount", "100").Fill("Input.Purpose", purpose).Fill("Input.Mode", "DirectToProvider");
            (await request.SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        }

        (await Approving(await approver.GetAsync($"{site.Money}/approve"), 2).SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        var pages = (await site.PaymentsAsync()).Select(p => $"{site.Money}/payments/{p.Id:D}").ToList();
        var first = (await payer.GetAsync(pages[0])).Form("#pay");
        (await first.SubmitOnceAsync()).RedirectsTo.ShouldBe(pages[0]);
        (await first.SubmitOnceAsync()).RedirectsTo.ShouldBe(pages[0]);

        var second = (await payer.GetAsync(pages[1])).Form("#pay").Forge("OperationId", first["OperationId"]);
        (await second.SubmitOnceAsync()).RedirectsTo.ShouldBe(pages[1]);

        (await site.PaymentsAsync()).ShouldAllBe(p => p.State == PaymentState.Paid);
        (await payer.GetAsync(site.Money)).ShouldShow("200");
    }

    [Fact]
    public async Task A_month_that_has_not_begun_says_when_it_does()
    {
        await using var site = await MoneySite.CreateAsync();
        await RequestAsync(site, 1, 2);
        using var approver = await site.SignInAsync("approver");
        using var payer = await site.SignInAsync("office-2");
        (await Approving(await approver.GetAsync($"{site.Money}/approve"), 2).SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        var month = (await site.PaymentsAsync())[1];

        var answer = await (await payer.GetAsync($"{site.Money}/payments/{month.Id:D}")).Form("#pay").SubmitAsync();

        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("InstalmentTooEarly").ShouldShow("Månad 2 börjar den");
        answer.Form("#pay")["Paid.Amount"].ShouldNotBeNullOrEmpty();
    }

    private static PageForm Approving(PageAnswer page, int rows)
    {
        var form = page.ShouldBeOk().Form("[name='Rows[0].Choice']");
        for (var i = 0; i < rows; i++)
        {
            form = form.Fill($"Rows[{i}].Choice", "Approve");
        }

        return form;
    }

    private static async Task RequestAsync(MoneySite site, params int[] months)
    {
        await site.OpenEntitlementsAsync();
        using var office = await site.SignInAsync("office-1");
        var form = (await office.GetAsync($"{site.Money}/request?category=Subsistence")).ShouldBeOk().Form("[name='Input.Mode']");
        form = form.Fill("Input.Mode", "CashAtOffice").Choose("Input.Months", [.. months.Select(m => $"{m}")]);
        (await form.SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
    }
}
