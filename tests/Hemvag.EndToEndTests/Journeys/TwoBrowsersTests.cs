using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.EndToEndTests.Journeys;

/// <summary>The coordinator takes the person's consent back in one browser; in another the caseworker of IOM Finland stands in the case.</summary>
public sealed class TwoBrowsersTests
{
    [Fact]
    public async Task After_a_withdrawal_the_next_click_is_the_404_page_and_a_new_consent_opens_the_case_again()
    {
        await using var town = await DemoTown.StartAsync(cases: true);
        var walk = new Walk();
        var caseId = await PlannedAsync(town);
        await using var coordinator = await town.SignInAsync("vast-1", "sv", walk);
        await using var caseworker = await town.SignInAsync("iom-1", "en", walk);
        await caseworker.GoAsync(CaseLinks.To(caseId, CaseLinks.Plan));
        // A form with something typed in it stands open too.
        var form = await caseworker.NewTabAsync();
        await form.GoAsync(CaseLinks.To(caseId, "plan/items"));
        await form.FillAsync("Input.Amount", "125");

        await WithdrawAsync(town, coordinator, caseId);

        await caseworker.PressAsync("main a[href$='/travel']");
        await ShouldBeGoneAsync(caseworker);
        await form.PressAsync("main form:has([name='Input.Amount']) button:not([formaction])");
        await ShouldBeGoneAsync(form);
        // Neither does the way back show it, nor the list.
        await caseworker.Page.GoBackAsync();
        await ShouldBeGoneAsync(caseworker);
        await caseworker.GoAsync("/cases");
        (await caseworker.Page.Locator($"main a[href*='{caseId}']").CountAsync()).ShouldBe(0);

        await GiveAsync(town, coordinator, caseId);
        await caseworker.GoAsync(CaseLinks.To(caseId, CaseLinks.Plan));
        await caseworker.PressAsync("main a[href$='/travel']");
        await caseworker.ShouldBeTakenAsync();
        walk.ShouldBeClean();
    }

    private static async Task<Guid> PlannedAsync(DemoTown town)
    {
        var cases = DemoPersons.Cases.OrderByDescending(c => c.StartedDaysAgo).Zip(await town.CasesAsync());
        return cases.Single(c => c.First is { Stage: DemoStage.Planned, Coordinator: "vast-1" }).Second;
    }

    private static async Task WithdrawAsync(DemoTown town, Worker coordinator, Guid caseId)
    {
        Guid consentId;
        await using (var db = await town.Services.GetRequiredService<IDbContextFactory<HemvagDbContext>>().CreateDbContextAsync())
        {
            consentId = await db.Set<Consent>()
                .Where(c => c.CaseId == caseId && c.Purpose == ConsentPurpose.ExchangeWithIom && c.WithdrawnAt == null)
                .Select(c => c.Id)
                .SingleAsync();
        }

        await coordinator.GoAsync(CaseLinks.To(caseId, CaseLinks.Consent));
        await coordinator.PressAsync($"main a[href$='/{consentId}/withdraw']");
        await coordinator.ShouldBeTakenAsync();
        await coordinator.PressAsync("main .form-narrow form button");
        await coordinator.ShouldBeTakenAsync();
    }

    private static async Task GiveAsync(DemoTown town, Worker coordinator, Guid caseId)
    {
        await coordinator.GoAsync(CaseLinks.To(caseId, $"consent/give/{ConsentPurpose.ExchangeWithIom}"));
        await coordinator.PickAllAsync("Input.Recipients");
        await coordinator.PickAllAsync("Input.Compartments");
        await coordinator.PickAllAsync("Input.Prompts");
        await coordinator.FillAsync("Input.Language", "en");
        await coordinator.PickAsync("Input.GivenAs", "Written");
        await coordinator.FillAsync("Input.StartsOn", town.Today);
        await coordinator.SendAsync("Input.GivenAs");
    }

    private static async Task ShouldBeGoneAsync(Worker worker)
    {
        worker.Status.ShouldBe(404, worker.Page.Url);
        await worker.ShouldHeadAsync("Sidan finns inte", "There is no such page");
        await worker.LookAsync();
    }
}
