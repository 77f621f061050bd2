using System.Net;
using Hemvag.Auditing;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Travel.Costs;
using Hemvag.Modules.Travel.Papers;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Travel;

/// <summary>An answer that was lost, a button pressed twice: every form of the journey is sent a second time and is done once.</summary>
public sealed class TravelTwiceTests
{
    [Theory, OnBothDatabases]
    public async Task Documents_and_embassies(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await world.OpenTravelAsync(world.Caseworker, caseId);
        using var client = await world.SignInAsync(world.Caseworker);
        var papers = $"/cases/{caseId}/travel/papers";
        var check = await client.GetAsync($"/cases/{caseId}/travel/checks/TransitVisa");
        await TwiceAsync(world, check.Form("[name='Input.Note']").Choose("Input.Outcome", "Needed"));
        await TwiceAsync(
            world,
            (await client.GetAsync(papers)).Form("[name='Paper.Kind']").Fill("Paper.Kind", "Passport").Choose("Paper.State", "Missing")
        );
        await TwiceAsync(world, (await client.GetAsync(papers)).Form("[name='Embassy.Name']").Fill("Embassy.Name", "Ambassaden"));
        var paper = await world.ReadAsync(db => db.Set<TravelPaper>().Where(p => p.CaseId == caseId).Select(p => p.Id).SingleAsync());
        await TwiceAsync(world, (await client.GetAsync($"{papers}/{paper}")).Form("[name='Input.Number']").Choose("Input.State", "Has"));
        var embassy = await world.ReadAsync(db => db.Set<Embassy>().Where(e => e.CaseId == caseId).Select(e => e.Id).SingleAsync());
        var at = $"/cases/{caseId}/travel/embassies/{embassy}";
        await TwiceAsync(world, (await client.GetAsync(at)).Form("[name='Agreed.SaidOn']").Choose("Agreed.How", "ByPhone"));
        await TwiceAsync(world, (await client.GetAsync(at)).Form("[name='Step.On']").Choose("Step.Kind", "Booked"));
        await TwiceAsync(world, (await client.GetAsync(at)).Form("form[action$='handler=Withdraw'] button"));
        (await world.OpenItemsAsync(caseId, WorkItemKind.EndEmbassyContact)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Costs(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        using var client = await world.SignInAsync(world.Caseworker);
        using var approver = await world.SignInAsync(world.Approver);
        var at = $"/cases/{caseId}/money/travel-costs";
        var pages = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            await TwiceAsync(
                world,
                (await client.GetAsync(at))
                    .Form("[name='Input.Estimate']")
                    .Fill("Input.Kind", "Leg")
                    .Fill("Input.Estimate", $"{i + 1}00")
                    .Fill("Input.Currency", "SEK")
            );
        }

        var costs = await world.ReadAsync(db =>
            db.Set<TravelCost>().Where(c => c.CaseId == caseId).OrderBy(c => c.EstimateMinor).Select(c => c.Id).ToListAsync()
        );
        pages.AddRange(costs.Select(c => $"{at}/{c}"));
        await TwiceAsync(world, (await approver.GetAsync(pages[0])).Form("form[action$='handler=Refuse'] button"));
        await TwiceAsync(world, (await client.GetAsync(pages[1])).Form("form[action$='handler=Cancel'] button"));
        await TwiceAsync(world, (await approver.GetAsync(pages[2])).Form("form[action$='handler=Approve'] button"));
        await TwiceAsync(world, (await client.GetAsync(pages[2])).Form("[name='Actual.Amount']").Fill("Actual.Amount", "250"));
        await TwiceAsync(world, (await client.GetAsync(pages[2])).Form("[name='Refund.Amount']").Fill("Refund.Amount", "50"));
        var sum = (await world.DoAsync<TravelCostQueries, IReadOnlyList<TravelCostSum>>(q => q.OfVersionAsync("amp-2018"))).Single();
        (sum.Estimate.Minor, sum.Actual.Minor, sum.Refund.Minor, sum.Spent.Minor).ShouldBe((300_00, 250_00, 50_00, 200_00));
    }

    [Theory, OnBothDatabases]
    public async Task Legs_and_the_day_of_travel(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.ReadyCaseAsync();
        await world.AddLegsAsync(
            caseId,
            LegWorldActs.Flight(world.Today(), "09:10-11:25"),
            LegWorldActs.Flight(world.Today(), "13:00-17:30", "Europe/Vienna-Europe/Chisinau")
        );
        await world.OpenTravelAsync(world.Caseworker, caseId);
        using var client = await world.SignInAsync(world.Caseworker);
        using var local = await world.SignInAsync(world.Local);
        var today = $"/cases/{caseId}/travel/today";
        foreach (var handler in new[] { "Departed", "Heard", "Landed" })
        {
            await TwiceAsync(world, (await client.GetAsync(today)).Form($"form[action$='handler={handler}'] button"));
        }

        var onward = (await world.LegsAsync(caseId))[1].Id;
        await TwiceAsync(world, (await client.GetAsync($"/cases/{caseId}/travel/legs/{onward}")).Form("form[action$='handler=Cancel'] button"));
        await TwiceAsync(world, (await local.GetAsync($"/cases/{caseId}/travel/legs")).Form("form[action$='handler=Seen'] button"));
        await TwiceAsync(world, (await local.GetAsync(today)).Form("form[action$='handler=Stop'] button"));
        await TwiceAsync(world, (await client.GetAsync(today)).Form("[name='Safe.Where']").Fill("Safe.Where", "Hotellet"));
        // On a stopped case that the person has been met is said on a page of its own.
        await TwiceAsync(world, (await local.GetAsync($"/cases/{caseId}/travel/milestones/MetOnArrival")).Form("[name='OccurredOn']"));
        (await world.OpenItemsAsync(caseId, WorkItemKind.StoppedOnTheWay)).ShouldBeEmpty();
    }

    private static async Task TwiceAsync(TravelWorld world, PageForm form)
    {
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        var done = await world.ReadAsync(db => db.Set<Operation>().CountAsync());
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await world.ReadAsync(db => db.Set<Operation>().CountAsync())).ShouldBe(done);
    }
}
