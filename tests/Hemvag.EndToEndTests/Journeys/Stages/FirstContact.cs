using Shouldly;

namespace Hemvag.EndToEndTests.Journeys.Stages;

/// <summary>Someone tells of a person, and a coordinator takes the matter.</summary>
internal static class FirstContact
{
    public static async Task<Journey> WalkAsync(DemoTown town, string language, Walk walk)
    {
        await using (var social = await town.SignInAsync("social-1", language, walk))
        {
            await social.GoAsync("/matters/new");
            await social.ChooseFirstAsync("Input.RegionId", "Väst");
            await FillAsync(social, town.Today);
        }

        await using var coordinator = await town.SignInAsync("vast-1", language, walk);
        await coordinator.GoAsync("/matters/new");
        await coordinator.ShouldHeadAsync("Ny första kontakt", "New first contact");
        await FillAsync(coordinator, town.Today);
        await coordinator.GoAsync("/inbox");
        await coordinator.PressAsync("main ul.rows a");
        await coordinator.PressAsync("main form[action$='/take'] button");
        await coordinator.ShouldBeTakenAsync();
        var caseId = Guid.Parse(new Uri(coordinator.Page.Url).Segments[2].TrimEnd('/'));
        var journey = new Journey(town, language, walk, caseId);
        await coordinator.GoAsync(journey.To());
        (await coordinator.Page.Locator("h1").CountAsync()).ShouldBe(1);
        await coordinator.GoAsync(journey.To("person"));
        await coordinator.OpenSealedAsync();
        return journey;
    }

    private static async Task FillAsync(Worker worker, string today)
    {
        await worker.FillAsync("Input.OccurredOn", today);
        await worker.PickAsync("Input.Channel", "Phone");
        await worker.PickAsync("Input.ConsentsToContact", "true");
        await worker.PickAsync("Input.ConsentForm", "Oral");
        await worker.PickAsync("Input.IsAdult", "true");
        await worker.PickAsync("Input.ChildrenTravelAlong", "false");
        await worker.FillAsync("Input.Pseudonym", "Mira");
        await worker.FillAsync("Input.Phone", "070-174 06 70");
        await worker.FillAsync("Input.SafeTimes", "Vardagar 10–12");
        await worker.FillAsync("Input.Question", "Vill veta vilket stöd som finns.");
        var toInbox = "button[name='Input.TakeIt'][value=false]";
        var hasInbox = await worker.Page.Locator(toInbox).CountAsync() > 0;
        await worker.SendAsync("Input.OccurredOn", hasInbox ? toInbox : "button");
    }
}
