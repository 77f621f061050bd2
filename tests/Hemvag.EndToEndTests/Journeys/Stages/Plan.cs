namespace Hemvag.EndToEndTests.Journeys.Stages;

/// <summary>The local office comes in, needs and health are assessed, and three parties agree on a plan.</summary>
internal static class Plan
{
    public static async Task WalkAsync(Journey journey)
    {
        await using var coordinator = await journey.AsAsync("vast-1");
        await Decision.ConsentAsync(coordinator, journey, "ContactWithLocalOffice", "Mold");
        await Decision.ConsentAsync(coordinator, journey, "ContactAfterReturn", "Mold");
        await using var iom = await journey.AsAsync("iom-1");
        await iom.GoAsync(journey.To("travel/office"));
        await iom.ChooseFirstAsync("Input.OrganisationId", "Mold");
        await iom.SendAsync("Input.OrganisationId");
        await AssessAsync(journey, iom, coordinator);
        await DraftAsync(journey, iom);
        await AgreeAsync(journey, coordinator, "Person");
        await AgreeAsync(journey, iom, "IomFinland");
        await using var office = await journey.AsAsync("moldova-1");
        await AgreeAsync(journey, office, "LocalOffice");
        await iom.GoAsync(journey.To("plan"));
        await iom.PressAsync("main form[action*='onclude'] button");
        await iom.ShouldBeTakenAsync();
    }

    private static async Task AssessAsync(Journey journey, Worker iom, Worker coordinator)
    {
        await Decision.FillFormAsync(iom, journey, "needs", ["housing"]);
        await iom.GoAsync(journey.To("needs"));
        await iom.PickAsync("Input.Outcome", "Assessed");
        await iom.FillAsync("Input.ConcludedOn", journey.Today);
        await iom.SendAsync("Input.Outcome");
        await Decision.FillFormAsync(iom, journey, "health", ["assessment"]);
        await iom.GoAsync(journey.To("health"));
        await iom.PickAsync("Input.Outcome", "Assessed");
        await iom.PickAsync("Input.Fitness", "Yes");
        await iom.FillAsync("Input.ConcludedOn", journey.Today);
        await iom.SendAsync("Input.Outcome");
        await coordinator.GoAsync(journey.To("investigation"));
        await coordinator.PickAsync("Input.Investigation", "No");
        await coordinator.FillAsync("Input.AskedOn", journey.Today);
        await coordinator.SendAsync("Input.Investigation");
    }

    private static async Task DraftAsync(Journey journey, Worker iom)
    {
        foreach (var (purpose, amount) in new[] { ("VocationalTraining", "900"), ("SmallBusinessEquipment", "650") })
        {
            await iom.GoAsync(journey.To("plan/items"));
            await iom.ShouldHeadAsync("Insats i planen", "Plan item");
            await iom.OpenSealedAsync();
            await iom.FillAsync("Input.Purpose", purpose);
            await iom.FillAsync("Input.Amount", amount);
            await iom.FillAsync("Input.Month", "2");
            await iom.PickAsync("Input.Responsible", "LocalOfficeWorker");
            await iom.FillAsync("Input.DrawnUpOn", journey.Today);
            if (await iom.Page.Locator("main [name='Input.Goal']").CountAsync() > 0)
            {
                await iom.FillAsync("Input.Goal", "Kurs i sömnad");
            }

            await iom.SendAsync("Input.Purpose");
        }
    }

    private static async Task AgreeAsync(Journey journey, Worker worker, string party)
    {
        await worker.GoAsync(journey.To($"plan/agree/{party}"));
        await worker.FillAsync("Yes.On", journey.Today);
        if (party == "Person")
        {
            await worker.FillAsync("Yes.Language", "en");
        }

        await worker.SendAsync("Yes.On");
    }
}
