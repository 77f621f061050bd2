using Shouldly;

namespace Hemvag.EndToEndTests.Journeys.Stages;

/// <summary>A talk after the return, a note for the coordinator, and the end.</summary>
internal static class Ending
{
    public static async Task WalkAsync(Journey journey)
    {
        await using (var office = await journey.AsAsync("moldova-1"))
        {
            await TalkAsync(journey, office);
            await WriteAsync(journey, office);
            await office.GoAsync(journey.To("follow-up/end"));
            await office.PickAsync("End.Ground", "MonthsOver");
            await office.FillAsync("End.EndedOn", journey.Today);
            await office.PickAllAsync("End.SeenOpen");
            await office.SendAsync("End.Ground");
        }

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

    private static async Task WriteAsync(Journey journey, Worker office)
    {
        await office.GoAsync(journey.To("follow-up/notes"));
        await office.ShouldHeadAsync("Lägesanteckningar", "Progress notes");
        await office.FillAsync("Note.NotedOn", journey.Today);
        await office.PickAllAsync("Note.Recipients");
        await office.FillAsync("Note.Text", "Kursen har börjat.");
        await office.SendAsync("Note.Text");
    }
}
