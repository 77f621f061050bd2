using System.Globalization;
using System.Net;
using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Hemvag.Web.Formatting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Cases;

/// <summary>What the pages of a case show of the journey and of those who take part, by who reads.</summary>
public sealed class SightPagesTests
{
    private const string Booked = "c06";

    private static readonly Guid Almvik = DemoPeople.OrganisationIdOf(DemoPeople.SocialServices);

    [Fact]
    public async Task Whoever_may_not_see_the_journey_sees_neither_its_day_nor_the_country()
    {
        await using var world = await WalkWorld.StartAsync();
        var caseId = world.Cases[Booked];
        var file = await world.WithDbAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId));
        var day = Dates.Iso(file.NextDueOn!.Value);
        await NameAlmvikAsync(world);
        var social = await world.AsAsync("social-1");
        foreach (var path in new[] { $"/cases/{caseId}", $"/cases/{caseId}/person", $"/cases/{caseId}/consent" })
        {
            (await social.GetAsync(path)).ShouldBeOk().ShouldNotContain("Thailand").ShouldNotContain("Siriporn").ShouldNotContain(day);
        }

        // On these pages too nothing of the case has a day: nothing waits for the reader.
        (await social.GetAsync("/cases"))
            .ShouldBeOk()
            .ShouldShow(file.NeutralName)
            .ShouldNotContain(day);
        (await social.GetAsync("/")).ShouldBeOk().ShouldNotContain($"{file.NeutralName},");
        var coordinator = (await (await world.AsAsync("stockholm-1")).GetAsync($"/cases/{caseId}")).ShouldBeOk();
        coordinator.Body.ShouldContain(day);
        coordinator.ShouldShow("Thailand");
    }

    [Fact]
    public async Task Abroad_nobody_is_shown_who_helps_in_Sweden()
    {
        await using var world = await WalkWorld.StartAsync();
        var caseId = world.Cases[Booked];
        await NameAlmvikAsync(world);
        var abroad = (await (await world.AsAsync("thailand-1")).GetAsync($"/cases/{caseId}")).ShouldBeOk();
        abroad.ShouldNotContain("Almvik").ShouldNotContain("Törnefalk").ShouldShow("A worker in Sweden").ShouldShow("IOM Finland");
        (await (await world.AsAsync("thailand-1")).GetAsync("/cases")).ShouldBeOk().ShouldNotContain("Törnefalk");

        // At home the list says what the consent gives, not what the role could see.
        var home = (await (await world.AsAsync("stockholm-1")).GetAsync($"/cases/{caseId}")).ShouldBeOk();
        var row = home.Document.QuerySelectorAll(".seers li").Single(li => li.TextContent.Contains("Almvik", StringComparison.Ordinal));
        row.TextContent.ShouldContain("Kontakt.");
        row.TextContent.ShouldNotContain("Skydd");
    }

    [Fact]
    public async Task A_consent_names_whom_it_lets_in_and_no_other_region()
    {
        await using var world = await WalkWorld.StartAsync();
        var caseId = world.Cases[Booked];
        var client = await world.AsAsync("stockholm-1");
        var page = (await client.GetAsync(Give(caseId))).ShouldBeOk();
        var other = StableId.Of("region:vast").ToString("D");
        page.Document.QuerySelector($"[value='{other}']").ShouldBeNull();
        page.Document.QuerySelector($"[value='{StableId.Of("region:stockholm"):D}']").ShouldNotBeNull();
        (await Filled(world, page, other).SubmitAsync()).ShouldRefuse("ConsentRecipientMissing");
        (await (await world.AsAsync("vast-2")).GetAsync($"/cases/{caseId}")).ShouldBeHidden();
    }

    [Fact]
    public async Task A_closed_case_shows_its_consents_as_ended_and_each_can_be_withdrawn()
    {
        await using var world = await WalkWorld.StartAsync();
        var caseId = world.Cases["c01"];
        foreach (var code in new[] { "iom-1", "approver-1", "romania-1" })
        {
            (await (await world.AsAsync(code)).GetAsync($"/cases/{caseId}")).ShouldBeHidden();
        }

        var client = await world.AsAsync("vast-1");
        var page = (await client.GetAsync($"/cases/{caseId}/consent")).ShouldBeOk().ShouldShow("Upphörde");
        var links = page.Document.QuerySelectorAll("a[href$='/withdraw']").Select(a => a.GetAttribute("href")!).ToList();
        links.ShouldNotBeEmpty();
        var asked = (await client.GetAsync(links[0])).ShouldBeOk().ShouldShow("ingen ser det längre genom samtycket");
        (await asked.Form("main form .actions button").SubmitAsync()).ShouldBeOk().ShouldShow("Taget tillbaka");
    }

    private static string Give(Guid caseId) => $"/cases/{caseId}/consent/give/{ConsentPurpose.ExchangeBetweenSwedishAuthorities}";

    private static async Task NameAlmvikAsync(WalkWorld world)
    {
        var client = await world.AsAsync("stockholm-1");
        var page = (await client.GetAsync(Give(world.Cases[Booked]))).ShouldBeOk();
        (await Filled(world, page, Almvik.ToString("D")).SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await (await world.AsAsync("social-1")).GetAsync($"/cases/{world.Cases[Booked]}")).ShouldBeOk();
    }

    private static PageForm Filled(WalkWorld world, PageAnswer page, string recipient) =>
        page.Form("[name='Input.Recipients']")
            .Choose("Input.Recipients", recipient)
            .Choose("Input.Compartments", "Contact")
            .Choose(
                "Input.Prompts",
                [.. Enum.GetValues<ConsentPrompts>().Where(p => p is not (ConsentPrompts.None or ConsentPrompts.Needed)).Select(p => p.ToString())]
            )
            .Choose("Input.GivenAs", "Written")
            .Fill(
                "Input.StartsOn",
                world.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
}
