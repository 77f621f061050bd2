namespace Hemvag.EndToEndTests.Journeys.Stages;

/// <summary>The coordinator refers; IOM Finland confirms and answers which support there is.</summary>
internal static class Referral
{
    public static async Task WalkAsync(Journey journey)
    {
        await using (var coordinator = await journey.AsAsync("vast-1"))
        {
            await coordinator.GoAsync(journey.To("referral"));
            await coordinator.FillAsync("Letter.Text", "Personen vill resa när det är möjligt.");
            await coordinator.SendAsync("Letter.Text");
        }

        await using var iom = await journey.AsAsync("iom-1");
        await iom.GoAsync(journey.To("referral"));
        await iom.FillAsync("Receipt.ReceivedOn", journey.Today);
        await iom.FillAsync("Receipt.Text", "We have received the referral.");
        await iom.SendAsync("Receipt.Text");
        await iom.GoAsync(journey.To("referral/support"));
        await iom.ShouldHeadAsync("Vilket stöd som finns", "Which support is available");
        foreach (var row in await iom.Page.Locator("main input[type=radio][value=Available]").AllAsync())
        {
            await row.CheckAsync();
        }

        await iom.PressAsync("main form[novalidate] .actions button");
        await iom.ShouldBeTakenAsync();
    }
}
