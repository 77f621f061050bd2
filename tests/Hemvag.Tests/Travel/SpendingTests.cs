using System.Net;
using Hemvag.Data;
using Hemvag.Modules.Travel.Costs;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Travel;

/// <summary>What those who pay for the programme see of the costs of journeys: sums of finished years, and nothing of a case.</summary>
public sealed class SpendingTests
{
    private const long Each = 123_456;

    [Theory, OnBothDatabases]
    public async Task A_year_is_shown_when_it_is_over_rounded_and_never_of_few_cases(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        for (var n = 0; n < SpendingQueries.LeastCases; n++)
        {
            var caseId = await world.PlannedCaseAsync();
            await PaidAsync(world, caseId, "SEK", Each);
            if (n == 0)
            {
                // A currency that stands for one case alone, and what was not needed.
                await PaidAsync(world, caseId, "EUR", 20_000);
                await PaidAsync(world, caseId, "SEK", 900_000, cancelled: true);
            }
        }

        var year = world.Today().Year;
        (await LinesAsync(world, new DateOnly(year + 1, 1, 31))).ShouldBeEmpty();
        var lines = await LinesAsync(world, new DateOnly(year + 1, 2, 1));
        lines.ShouldBe([
            new SpendingLine("amp-2018", year, "EUR", null),
            // Five times 1 234.56 are 6 172.80.
            new SpendingLine("amp-2018", year, "SEK", new SpendingSum(new Amount(600_000, "SEK"), new Amount(600_000, "SEK"))),
        ]);

        world.Time.Advance(new DateTime(year + 1, 2, 2, 9, 0, 0, DateTimeKind.Utc) - world.Time.GetUtcNow().UtcDateTime);
        using var client = await world.SignInAsync(world.Approver);
        var page = (await client.GetAsync("/travel-costs")).ShouldBeOk();
        page.ShouldShow("EUR: visas inte, färre än 5 ärenden").ShouldNotContain("6 172").ShouldNotContain("200,00");
        page.Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_but_the_donor_and_those_who_approve_sees_it_in_both_languages()
    {
        await using var world = await WalkWorld.StartAsync();
        foreach (var code in new[] { "iom-1", "vast-1", "thailand-1", "admin-1", "auditor-1", "dpo-1" })
        {
            (await (await world.AsAsync(code)).GetAsync("/travel-costs")).Status.ShouldBe(HttpStatusCode.Forbidden, code);
        }

        // What the demo's journeys cost lies in a year that is not over.
        (await (await world.AsAsync("national-1")).GetAsync("/travel-costs"))
            .ShouldBeOk()
            .ShouldShow("Inget avslutat år ännu");
        (await (await world.AsAsync("approver-1")).GetAsync("/travel-costs")).ShouldBeOk().ShouldShow("No finished year yet");
    }

    private static Task<IReadOnlyList<SpendingLine>> LinesAsync(TravelWorld world, DateOnly today) =>
        world.DoAsync<SpendingQueries, IReadOnlyList<SpendingLine>>(q => q.LoadAsync(today));

    private static async Task PaidAsync(TravelWorld world, Guid caseId, string currency, long minor, bool cancelled = false)
    {
        await world.ActAsync<TravelSpending>(
            world.Caseworker,
            caseId,
            (s, h) => s.RequestAsync(h, world.NewId(), new TravelCostWanted(TravelCostKind.Leg, null, new Amount(minor, currency)))
        );
        var cost = await world.ReadAsync(db =>
            db.Set<TravelCost>().Where(c => c.CaseId == caseId && c.Currency == currency && c.EstimateMinor == minor).Select(c => c.Id).SingleAsync()
        );
        if (cancelled)
        {
            await world.ActAsync<TravelSpending>(world.Caseworker, caseId, (s, h) => s.CancelAsync(h, world.NewId(), cost));
            return;
        }

        await world.ActAsync<TravelSpending>(world.Approver, caseId, (s, h) => s.ApproveAsync(h, world.NewId(), cost, minor));
        await world.ActAsync<TravelSpending>(world.Caseworker, caseId, (s, h) => s.InvoiceAsync(h, world.NewId(), cost, minor, null));
    }
}
