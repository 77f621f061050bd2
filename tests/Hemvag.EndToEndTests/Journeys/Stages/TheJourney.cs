namespace Hemvag.EndToEndTests.Journeys.Stages;

/// <summary>Everything around the journey is arranged, the person is asked again, and travels today.</summary>
internal static class TheJourney
{
    private static readonly (string Kind, string Need)[] Arrangements =
    [
        ("TravelDocuments", "NotNeeded"),
        ("Flights", "Needed"),
        ("AirportAssistance", "Needed"),
        ("Escort", "NotNeeded"),
        ("Reception", "Needed"),
        ("OnwardTransport", "Needed"),
    ];

    private static readonly string[] Checks = ["TransitVisa", "UnaccompaniedMinor", "MedicalClearance", "PassportValidity", "EscortPapers"];

    public static async Task WalkAsync(Journey journey)
    {
        await using var iom = await journey.AsAsync("iom-1");
        await using var office = await journey.AsAsync("moldova-1");
        await using var coordinator = await journey.AsAsync("vast-1");
        await PlanAsync(journey, iom);
        foreach (var (kind, need) in Arrangements)
        {
            var byOffice = kind is "Reception" or "OnwardTransport";
            await ArrangeAsync(journey, iom, kind, need, byOffice);
            if (need == "Needed")
            {
                await AnswerAsync(journey, byOffice ? office : iom, kind);
            }
        }

        foreach (var check in Checks)
        {
            await iom.GoAsync(journey.To($"travel/checks/{check}"));
            await iom.PickAsync("Input.Outcome", "NotNeeded");
            await iom.SendAsync("Input.Outcome");
        }

        await AskWillAsync(journey, coordinator);
        await ReachAsync(journey, iom, "Booked");
        await ReachAsync(journey, iom, "ReadyToTravel");
        await ReachAsync(journey, coordinator, "Departed");
        await ReachAsync(journey, office, "MetOnArrival");
        await ReachAsync(journey, office, "OnwardJourneyDone");
        await iom.GoAsync(journey.To("travel"));
    }

    private static async Task PlanAsync(Journey journey, Worker iom)
    {
        await iom.GoAsync(journey.To("travel/journey"));
        await iom.ShouldHeadAsync("Den planerade resan", "The planned journey");
        await iom.FillAsync("Input.DepartsOn", journey.Today);
        await iom.FillAsync("Input.DepartsAt", "11:40");
        await iom.FillAsync("Input.DepartureZone", "Europe/Stockholm");
        await iom.FillAsync("Input.ArrivesOn", journey.Today);
        await iom.FillAsync("Input.ArrivesAt", "19:05");
        await iom.FillAsync("Input.ArrivalZone", "Europe/Chisinau");
        await iom.FillAsync("Input.Route", "Via Wien");
        await iom.FillAsync("Input.MeetingPlace", "Utgång 2, gul skylt");
        await iom.SendAsync("Input.DepartsOn");
    }

    private static async Task ArrangeAsync(Journey journey, Worker iom, string kind, string need, bool byOffice)
    {
        await iom.GoAsync(journey.To($"travel/arrangements/{kind}"));
        await iom.PickAsync("Decision.Need", need);
        if (need == "Needed")
        {
            var who = iom.Page.Locator("input[name='Decision.OrganisationId']");
            await iom.Page.Locator("main label").Filter(new() { Has = who, HasText = byOffice ? "Mold" : "Finland" }).First.ClickAsync();
        }

        await iom.SendAsync("Decision.Need");
    }

    private static async Task AnswerAsync(Journey journey, Worker worker, string kind)
    {
        await worker.GoAsync(journey.To($"travel/arrangements/{kind}"));
        await worker.PickAsync("Answer.Confirmed", "true");
        await worker.SendAsync("Answer.Confirmed");
    }

    private static async Task AskWillAsync(Journey journey, Worker coordinator)
    {
        await coordinator.GoAsync(journey.To("travel/will"));
        await coordinator.PickAsync("Input.Word", "Yes");
        await coordinator.FillAsync("Input.AskedOn", journey.Today);
        await coordinator.PickAsync("Input.How", "InPerson");
        await coordinator.FillAsync("Input.Language", "en");
        await coordinator.SendAsync("Input.Word");
    }

    private static async Task ReachAsync(Journey journey, Worker worker, string milestone)
    {
        await worker.GoAsync(journey.To($"travel/milestones/{milestone}"));
        await worker.FillAsync("OccurredOn", journey.Today);
        await worker.SendAsync("OccurredOn");
    }
}
