using Shouldly;

namespace Hemvag.EndToEndTests.Journeys.Stages;

/// <summary>A talk after the return, a note for the coordinator, and the end.</summary>
internal static class Ending
{
    private const string Progress = "Kursen har börjat.";

    public static async Task WalkAsync(Journey journey)
    {
        await using (var office = await journey.AsAsync("moldova-1"))
        {
            await TalkAsync(journey, office);
            await EndAsync(journey, office, taken: false);
        }

        await using (var coordinator = await journey.AsAsync("vast-1"))
        {
            await Decision.ConsentAsync(coordinator, journey, "ProgressNotesToSwedishPartners");
            await using var iom = await journey.AsAsync("iom-1");
            await WriteAsync(journey, iom);
            await ReadAsync(journey, coordinator);
        }

        journey.Town.PassMonths(6);
        await Money.PayTheRestAsync(journey);
        await using (var office = await journey.AsAsync("moldova-1"))
        {
            await EndAsync(journey, office, taken: true);
        }

        await CloseAsync(journey);
    }

    private static async Task CloseAsync(Journey journey)
    {
        await using var coordinator = await journey.AsAsync("vast-1");
        await coordinator.GoAsync(journey.To("close"));
        await coordinator.ShouldHeadAsync("Avsluta ärendet", "Close the case");
        await coordinator.PickAsync("Input.Ground", "Completed");
        await coordinator.PickAllAsync("Input.SeenOpen");
        await coordinator.SendAsync("Input.Ground");
        await coordinator.GoAsync(journey.To());
        (await coordinator.Page.Locator("form[action$='/stop']").CountAsync()).ShouldBe(0);
        await coordinator.GoAsync(journey.To("seen"));
        await coordinator.GoAsync("/notices");
        await coordinator.GoAsync("/cases");
    }

    private static async Task TalkAsync(Journey journey, Worker office)
    {
        await office.GoAsync(journey.To("follow-up"));
        if (await office.Page.Locator("main form[action*='handler=Plan'] button").CountAsync() > 0)
        {
            await office.PressAsync("main form[action*='handler=Plan'] button");
            await office.ShouldBeTakenAsync();
        }

        await office.PressAsync("main a[href*='/follow-up/contacts/']");
        await office.LookAsync();
        await office.FillAsync("Held.HeldOn", journey.Today);
        await office.Page.Locator("main input[name='Held.Way']").First.CheckAsync();
        await office.FillAsync("Held.Safety", "Känner sig trygg.");
        await office.SendAsync("Held.HeldOn");
    }

    /// <summary>IOM Finland keeps the Swedish partners informed, those a consent names.</summary>
    private static async Task WriteAsync(Journey journey, Worker iom)
    {
        await iom.GoAsync(journey.To("follow-up/notes"));
        await iom.ShouldHeadAsync("Lägesanteckningar", "Progress notes");
        await iom.FillAsync("Note.NotedOn", journey.Today);
        await iom.PickAllAsync("Note.Recipients");
        await iom.FillAsync("Note.Text", Progress);
        await iom.SendAsync("Note.Text");
    }

    private static async Task ReadAsync(Journey journey, Worker coordinator)
    {
        await coordinator.GoAsync(journey.To("follow-up/notes"));
        await coordinator.OpenSealedAsync();
        (await coordinator.TextAsync()).ShouldContain(Progress);
    }

    /// <summary>The programme's months have to be over, and a person says so.</summary>
    private static async Task EndAsync(Journey journey, Worker office, bool taken)
    {
        await office.GoAsync(journey.To("follow-up/end"));
        await office.PickAsync("End.Ground", "MonthsOver");
        await office.FillAsync("End.EndedOn", journey.Today);
        await office.PickAllAsync("End.SeenOpen");
        await office.PressAsync("main form:has([name='End.Ground']) button:not([formaction])");
        office.Refused.ShouldBe(taken ? null : "MonthsNotOver");
    }
}
