using Shouldly;

namespace Hemvag.EndToEndTests.Journeys.Stages;

/// <summary>Entitlements open; six instalments are asked for, approved in one act, and the first is paid and receipted.</summary>
internal static class Money
{
    public static async Task WalkAsync(Journey journey)
    {
        await using (var iom = await journey.AsAsync("iom-1"))
        {
            await iom.GoAsync(journey.To("money/open"));
            await iom.ShouldHeadAsync("Öppna stödposterna", "Open the entitlements");
            await iom.FillAsync("Input.On", journey.Today);
            await iom.SendAsync("Input.On");
        }

        await using var office = await journey.AsAsync("moldova-1");
        await office.GoAsync(journey.To("money/request"));
        await office.GoAsync(journey.To("money/request?category=Subsistence"));
        await office.PickAllAsync("Input.Months");
        await office.PickAsync("Input.Mode", "CashAtOffice");
        await office.SendAsync("Input.Mode");
        // The case is hers; whoever pays there must see it too.
        await office.GoAsync(journey.To("colleagues"));
        await office.ChooseFirstAsync("ColleagueId");
        await office.PressAsync("main button[value=share]");
        await ApproveAsync(journey);
        await using var payer = await journey.AsAsync("moldova-2");
        await PayAsync(journey, payer, (await PaymentsAsync(journey, payer))[0]);
        await payer.GoAsync(journey.To("money"));
        (await payer.TextAsync("table.money tfoot")).ShouldContain("150");
    }

    private static async Task ApproveAsync(Journey journey)
    {
        await using var approver = await journey.AsAsync("approver-1");
        await approver.GoAsync(journey.To("money/approve"));
        for (var i = 0; i < 6; i++)
        {
            await approver.PickAsync($"Rows[{i}].Choice", "Approve");
        }

        await approver.SendAsync("Rows[0].Choice");
    }

    /// <summary>The months have come: what was approved for them is paid and receipted.</summary>
    public static async Task PayTheRestAsync(Journey journey)
    {
        await using var payer = await journey.AsAsync("moldova-2");
        foreach (var payment in await PaymentsAsync(journey, payer))
        {
            await payer.GoAsync(payment);
            if (await payer.Page.Locator("main [name='Paid.On']").CountAsync() > 0)
            {
                await PayAsync(journey, payer, payment);
            }
        }

        await payer.GoAsync(journey.To("money"));
        (await payer.TextAsync("table.money tfoot")).ShouldContain("900");
    }

    private static async Task<IReadOnlyList<string>> PaymentsAsync(Journey journey, Worker payer)
    {
        await payer.GoAsync(journey.To("money"));
        var links = await payer
            .Page.Locator("main a[href*='/money/payments/']")
            .EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        return [.. links.Distinct(StringComparer.Ordinal)];
    }

    private static async Task PayAsync(Journey journey, Worker payer, string payment)
    {
        await payer.GoAsync(payment);
        await payer.FillAsync("Paid.On", journey.Today);
        await payer.FillAsync("Paid.Amount", "150");
        await payer.PickAsync("Paid.Mode", "CashAtOffice");
        await payer.SendAsync("Paid.On");
        await payer.GoAsync(payment);
        await payer.FillAsync("Receipt.On", journey.Today);
        await payer.PickAsync("Receipt.CashReceiptSigned", "true");
        await payer.SendAsync("Receipt.On");
    }
}
