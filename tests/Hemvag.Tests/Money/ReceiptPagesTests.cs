using Hemvag.Modules.Money.Payments;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Money;

/// <summary>A receipt is read from its payment by the office that paid, the approver and IOM's caseworker, under an opening.</summary>
public sealed class ReceiptPagesTests
{
    private const string Marks = "%PDF-1.7\nKvitto Kanariefagel";

    [Theory, OnBothDatabases]
    public async Task Whoever_holds_the_compartment_opens_the_receipt_and_nobody_else(DatabaseKind kind)
    {
        await using var site = await MoneySite.CreateAsync(kind);
        var page = await PaidWithReceiptAsync(site);
        foreach (var who in new[] { "office-1", "approver", "caseworker" })
        {
            using var client = await site.SignInAsync(who);
            var closed = (await client.GetAsync(page)).ShouldBeOk().ShouldShow("Förseglad fil");
            closed.Document.QuerySelector("#download").ShouldBeNull(who);
            (await PostAsync(client, closed, page)).ShouldBeHidden();

            var opened = await closed.Form("[name='Compartments']").SubmitAsync();

            var file = await opened.Form("#download button").SubmitOnceAsync();
            file.ShouldBeOk().Body.ShouldBe(Marks, who);
            file.Headers["Content-Disposition"].ShouldStartWith("attachment");
        }

        using var coordinator = await site.SignInAsync("coordinator");
        var without = (await coordinator.GetAsync(page)).ShouldBeOk();
        without.Document.QuerySelector("#download").ShouldBeNull();
        (await PostAsync(coordinator, without, page)).ShouldBeHidden();
    }

    [Fact]
    public async Task The_receipt_of_another_case_is_not_there_and_the_list_names_its_payment()
    {
        await using var site = await MoneySite.CreateAsync();
        var page = await PaidWithReceiptAsync(site);
        using var caseworker = await site.SignInAsync("caseworker");
        var opened = await (await caseworker.GetAsync(page)).Form("[name='Compartments']").SubmitAsync();
        var other = await site.OpenCaseAsync();
        (await PostAsync(caseworker, opened, page.Replace($"{site.CaseId:D}", $"{other:D}", StringComparison.Ordinal))).ShouldBeHidden();

        var list = (await caseworker.GetAsync($"/cases/{site.CaseId:D}/documents")).ShouldBeOk();

        list.Document.QuerySelector($"main li a[href='{page}']")!.TextContent.ShouldStartWith("Kvitto till Försörjning, månad 1, 150");
        list.ShouldShow("kvitto-utan-namn.pdf");
    }

    private static async Task<string> PaidWithReceiptAsync(MoneySite site)
    {
        await site.OpenEntitlementsAsync();
        using var requester = await site.SignInAsync("office-1");
        using var approver = await site.SignInAsync("approver");
        using var payer = await site.SignInAsync("office-2");
        var form = (await requester.GetAsync($"{site.Money}/request?category=Subsistence")).Form("[name='Input.Mode']");
        (await form.Fill("Input.Mode", "CashAtOffice").Choose("Input.Months", "1").SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        var page = $"{site.Money}/payments/{(await site.PaymentsAsync()).Single().Id:D}";
        (await (await approver.GetAsync($"{site.Money}/approve")).Form("[name='Rows[0].Choice']").Fill("Rows[0].Choice", "Approve").SubmitAsync())
            .ShouldBeOk()
            .ShouldNotRefuse();
        (await (await payer.GetAsync(page)).Form("#pay").SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        var receipt = (await payer.GetAsync(page))
            .Form("#receipt")
            .Attach("Receipt.File", "kvitto-utan-namn.pdf", "application/pdf", System.Text.Encoding.ASCII.GetBytes(Marks));
        (await receipt.SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        (await site.PaymentsAsync()).Single().State.ShouldBe(PaymentState.Receipted);
        return page;
    }

    private static Task<PageAnswer> PostAsync(PageClient client, PageAnswer from, string page)
    {
        var token = from.Document.QuerySelector("[name=__form]")!.GetAttribute("value")!;
        return client.SendOnceAsync(
            new HttpRequestMessage(HttpMethod.Post, $"{page}?handler=Download") { Content = new FormUrlEncodedContent([new("__form", token)]) }
        );
    }
}
