using Shouldly;

namespace Hemvag.EndToEndTests.Journeys.Stages;

/// <summary>Whether the person can take part, what they were told, and the application with its risks, signature and certificate.</summary>
internal static class Decision
{
    public static readonly byte[] Pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();

    public static async Task WalkAsync(Journey journey)
    {
        await using var worker = await journey.AsAsync("vast-1");
        await worker.GoAsync(journey.To("eligibility"));
        await worker.ShouldHeadAsync("Deltagande", "Taking part");
        for (var i = 0; await worker.Page.Locator($"input[name='Input.Criteria[{i}].Id']").CountAsync() > 0; i++)
        {
            await worker.PickAsync($"Input.Criteria[{i}].Answer", "Met");
        }

        await worker.PickAsync("Input.Destination", "HomeCountry");
        await worker.FillAsync("Input.Reasons", "Villkoren är uppfyllda.");
        await worker.PickAsync("Input.CanTakePart", "true");
        await worker.FillAsync("Input.DecidedOn", journey.Today);
        await worker.SendAsync("Input.Reasons");
        await worker.GoAsync(journey.To("information"));
        await worker.FillAsync("Input.HeldOn", journey.Today);
        await worker.PickAllAsync("Input.Topics");
        await worker.FillAsync("Input.Language", "en");
        await worker.PickAsync("Input.Reading", "ReviewedText");
        await worker.SendAsync("Input.Topics");
        await ConsentAsync(worker, journey, "ExchangeWithIom");
        await FillFormAsync(worker, journey, "application", ["person", "contact", "ground"]);
        await AddRiskAsync(worker, journey);
        await SignAsync(worker, journey);
        await CertifyAsync(worker, journey);
    }

    public static async Task ConsentAsync(Worker worker, Journey journey, string purpose, string? office = null)
    {
        await worker.GoAsync(journey.To("consent"));
        await worker.ShouldHeadAsync("Samtycken", "Consents");
        await worker.PressAsync($"main a[href$='/consent/give/{purpose}']");
        await worker.LookAsync();
        if (office is not null)
        {
            await worker.ChooseFirstAsync("Input.Office", office);
        }

        await worker.PickAllAsync("Input.Recipients");
        await worker.PickAllAsync("Input.Compartments");
        await worker.PickAllAsync("Input.Prompts");
        await worker.FillAsync("Input.Language", "en");
        await worker.PickAsync("Input.GivenAs", "Written");
        await worker.FillAsync("Input.StartsOn", journey.Today);
        await worker.SendAsync("Input.GivenAs");
    }

    public static async Task FillFormAsync(Worker worker, Journey journey, string form, IReadOnlyList<string> sections)
    {
        await worker.GoAsync(journey.To(form));
        foreach (var section in sections)
        {
            await worker.GoAsync(journey.To($"{form}/{section}"));
            await worker.OpenSealedAsync();
            var text = worker.Page.Locator("main form[novalidate] textarea");
            if (await text.CountAsync() > 0)
            {
                await text.First.FillAsync("Talar gärna om det här på eget språk.");
            }

            await worker.SendAsync("SectionVersion", ".actions button");
        }
    }

    private static async Task AddRiskAsync(Worker worker, Journey journey)
    {
        await worker.GoAsync(journey.To("risks/new"));
        foreach (var list in (string[])["Input.Phase", "Input.Category", "Input.Owner"])
        {
            await worker.ChooseFirstAsync(list);
        }

        foreach (var scale in (string[])["Input.Likelihood", "Input.Consequence"])
        {
            await worker.Page.Locator($"main input[name='{scale}']").First.CheckAsync();
        }

        await worker.FillAsync("Input.Description", "Okända personer kan vänta vid ankomsten.");
        await worker.FillAsync("Input.Measure", "Möte av lokalkontoret vid grinden.");
        await worker.FillAsync("Input.DueOn", journey.Today);
        await worker.SendAsync("Input.Phase");
        await worker.GoAsync(journey.To("risks"));
    }

    private static async Task SignAsync(Worker worker, Journey journey)
    {
        await worker.GoAsync(journey.To("application/check"));
        await worker.ShouldHeadAsync("Kontrollera och skriv under", "Check and sign");
        await worker.OpenSealedAsync();
        await worker.SendAsync("shown", "button");
    }

    private static async Task CertifyAsync(Worker worker, Journey journey)
    {
        await worker.GoAsync(journey.To("application/print"));
        await worker.GoAsync(journey.To("application/certificate"));
        await worker.FillAsync("Input.CertifiedOn", journey.Today);
        await worker.FillAsync("Input.Language", "en");
        await worker.PickAllAsync("Input.Declarations");
        await worker.AttachAsync("Input.Sheet", "intyg.pdf", "application/pdf", Pdf);
        await worker.SendAsync("Input.CertifiedOn");
        new Uri(worker.Page.Url).AbsolutePath.ShouldBe(journey.To("application"));
    }
}
