using System.Net;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Costs;
using Hemvag.Modules.Travel.Papers;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Travel;

/// <summary>Costs of the journey: approved in advance by another person, exact, and outside the entitlements.</summary>
public sealed class TravelCostTests
{
    [Theory, OnBothDatabases]
    public async Task A_cost_goes_from_estimate_to_refund_and_more_than_approved_waits_anew(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await RequestAsync(world, caseId, 500_000);
        var cost = await CostAsync(world, caseId);
        (await world.OpenItemsAsync(caseId, WorkItemKind.ApproveTravelCost)).Single().Role.ShouldBe(Role.IomApprover);
        (await ApproveAsync(world, caseId, cost.Id, 499_999)).ShouldBe("CostChanged");
        (await ApproveAsync(world, caseId, cost.Id, 500_000)).ShouldBe("");
        (await ApproveAsync(world, caseId, cost.Id, 500_000)).ShouldBe("CostNotWaiting");
        (await world.OpenItemsAsync(caseId, WorkItemKind.ApproveTravelCost)).ShouldBeEmpty();
        (await RefusedAsync(world, caseId, (s, h) => s.RefundAsync(h, world.NewId(), cost.Id, 0, 1))).ShouldBe("CostNotSpent");

        (await RefusedAsync(world, caseId, (s, h) => s.InvoiceAsync(h, world.NewId(), cost.Id, 510_000, null))).ShouldBe("");
        (await CostAsync(world, caseId)).State.ShouldBe(TravelCostState.Exceeded);
        (await world.RefusedAsync<TravelSpending>(world.Approver, caseId, (s, h) => s.RefuseAsync(h, world.NewId(), cost.Id, 510_000))).ShouldBe(
            "CostSpent"
        );
        (await ApproveAsync(world, caseId, cost.Id, 510_000)).ShouldBe("");
        (await RefusedAsync(world, caseId, (s, h) => s.RefundAsync(h, world.NewId(), cost.Id, 0, 510_001))).ShouldBe("RefundTooLarge");
        (await RefusedAsync(world, caseId, (s, h) => s.RefundAsync(h, world.NewId(), cost.Id, 0, 10_000))).ShouldBe("");
        (await world.EventsAsync(caseId)).ShouldBe(["TravelCostMoved"]);
        // A colleague writes the same refund from the page as it stood before.
        (await RefusedAsync(world, caseId, (s, h) => s.RefundAsync(h, world.NewId(), cost.Id, 0, 10_000))).ShouldBe("CostChanged");

        // It was mistyped: more than was approved waits anew, less does not.
        (await RefusedAsync(world, caseId, (s, h) => s.CorrectAsync(h, world.NewId(), cost.Id, 510_000, 9_999))).ShouldBe("RefundTooLarge");
        (await RefusedAsync(world, caseId, (s, h) => s.CorrectAsync(h, world.NewId(), cost.Id, 510_001, 520_000))).ShouldBe("CostChanged");
        (await RefusedAsync(world, caseId, (s, h) => s.CorrectAsync(h, world.NewId(), cost.Id, 510_000, 520_000))).ShouldBe("");
        (await CostAsync(world, caseId)).State.ShouldBe(TravelCostState.Exceeded);
        (await world.OpenItemsAsync(caseId, WorkItemKind.ApproveTravelCost)).Count.ShouldBe(1);
        (await RefusedAsync(world, caseId, (s, h) => s.CorrectAsync(h, world.NewId(), cost.Id, 520_000, 510_000))).ShouldBe("");
        (await CostAsync(world, caseId)).State.ShouldBe(TravelCostState.Settled);
        (await world.OpenItemsAsync(caseId, WorkItemKind.ApproveTravelCost)).ShouldBeEmpty();

        await RequestAsync(world, caseId, 7_000);
        var second = await world.ReadAsync(db =>
            db.Set<TravelCost>().AsNoTracking().SingleAsync(c => c.CaseId == caseId && c.EstimateMinor == 7_000)
        );
        (await world.RefusedAsync<TravelSpending>(world.Approver, caseId, (s, h) => s.RefuseAsync(h, world.NewId(), second.Id, 7_000))).ShouldBe("");
        (await world.OpenItemsAsync(caseId, WorkItemKind.TravelCostRefused)).Single().AccountId.ShouldBe(world.Caseworker.Id);
        // Refused, it is ended by whoever asked for it.
        (await RefusedAsync(world, caseId, (s, h) => s.CancelAsync(h, world.NewId(), second.Id))).ShouldBe("");
        (await world.OpenItemsAsync(caseId, WorkItemKind.TravelCostRefused)).ShouldBeEmpty();
        var sums = await world.DoAsync<TravelCostQueries, IReadOnlyList<TravelCostSum>>(q => q.OfVersionAsync("amp-2018"));
        var sum = sums.Single();
        (sum.Estimate.Minor, sum.Approved.Minor, sum.Actual.Minor, sum.Refund.Minor, sum.Spent.Minor).ShouldBe(
            (500_000, 510_000, 510_000, 10_000, 500_000)
        );
    }

    [Fact]
    public void Whoever_asked_or_said_what_it_cost_does_not_approve()
    {
        var (one, two, three) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var cost = Cost(one);
        RefusalOf(() => cost.Approve(100, DateTime.UnixEpoch, one)).ShouldBe("CostSamePerson");
        var paid = Cost(one);
        paid.Approve(100, DateTime.UnixEpoch, three);
        RefusalOf(() => paid.Invoice(90, null, three)).ShouldBe("CostSamePerson");
        cost.Invoice(120, null, two).State.ShouldBe(TravelCostState.Exceeded);
        RefusalOf(() => cost.Approve(120, DateTime.UnixEpoch, two)).ShouldBe("CostSamePerson");
        cost.Approve(120, DateTime.UnixEpoch, three).State.ShouldBe(TravelCostState.Settled);
        RefusalOf(() => cost.Cancel()).ShouldBe("CostOver");
        RefusalOf(() => cost.Invoice(1, null, two)).ShouldBe("CostOver");
    }

    [Theory, OnBothDatabases]
    public async Task The_pages_keep_what_is_wrong_and_do_each_thing_once(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        using var client = await world.SignInAsync(world.Caseworker);
        var at = $"/cases/{caseId}/money/travel-costs";
        var form = (await client.GetAsync(at)).ShouldBeOk().Form("[name='Input.Estimate']").Fill("Input.Estimate", "6450,50");
        (await form.SubmitAsync()).ShouldRefuse("Invalid").Form("[name='Input.Estimate']")["Input.Estimate"].ShouldBe("6450,50");
        form.Fill("Input.Kind", "Leg").Fill("Input.Currency", "SEK");
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        var cost = await CostAsync(world, caseId);
        cost.EstimateMinor.ShouldBe(645_050);
        using var approver = await world.SignInAsync(world.Approver);
        (await approver.GetAsync(at)).ShouldBeOk();
        var page = $"{at}/{cost.Id}";
        var approve = (await approver.GetAsync(page)).ShouldBeOk().Form("form[action$='handler=Approve'] button");
        (await approve.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await approve.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        var actual = (await client.GetAsync(page)).ShouldBeOk().Form("[name='Actual.Amount']");
        (await actual.SubmitAsync()).ShouldRefuse("Invalid");
        (await actual.Fill("Actual.Amount", "6400").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        var refund = (await client.GetAsync(page)).ShouldBeOk().Form("[name='Refund.Amount']").Fill("Refund.Amount", "9000");
        (await refund.SubmitAsync()).ShouldRefuse("RefundTooLarge").Form("[name='Refund.Amount']")["Refund.Amount"].ShouldBe("9000");
        (await refund.Fill("Refund.Amount", "400").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await refund.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await CostAsync(world, caseId)).RefundMinor.ShouldBe(40_000);
        (await client.GetAsync($"{at}/{Guid.CreateVersion7()}")).ShouldBeHidden();
        using var english = await world.SignInAsync(world.EnglishCaseworker);
        (await english.GetAsync(page)).ShouldBeOk().ShouldShow("Costs the programme");
        foreach (
            var (account, status) in new[]
            {
                (world.Coordinator, HttpStatusCode.Forbidden),
                (world.Local, HttpStatusCode.Forbidden),
                (world.Stranger, HttpStatusCode.NotFound),
            }
        )
        {
            using var other = await world.SignInAsync(account);
            (await other.GetAsync(at)).ShouldBe(status);
            (await other.GetAsync(page)).ShouldBe(status);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_approves_sees_the_case_from_the_first_cost_on(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await world.ActAsync<CaseOperations>(
            world.Caseworker,
            caseId,
            (s, h) =>
                s.RunAsync(
                    h,
                    world.NewId(),
                    "TakeOnCase",
                    OperationNature.Safeguard,
                    work => work.EndParticipantAsync(TravelWorld.IomFinland, null, Role.IomApprover)
                )
        );
        (await world.SeesAsync(world.Approver, caseId)).ShouldBeFalse();
        await RequestAsync(world, caseId, 500_000);
        (await world.SeesAsync(world.Approver, caseId)).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task A_cost_is_for_a_leg_or_a_document_of_the_case(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var (caseId, other) = (await world.ReadyCaseAsync(), await world.PlannedCaseAsync());
        await world.AddLegsAsync(caseId, LegWorldActs.Flight(world.Today(), "09:10-11:25"));
        var leg = (await world.LegsAsync(caseId)).Single().Id;
        (await SubjectAsync(world, other, TravelCostKind.Leg, leg)).ShouldBe("CostSubjectWrong");
        (await SubjectAsync(world, caseId, TravelCostKind.Document, leg)).ShouldBe("CostSubjectWrong");
        (await SubjectAsync(world, caseId, TravelCostKind.Escort, leg)).ShouldBe("");
        await world.ActAsync<PaperKeeping>(
            world.Caseworker,
            caseId,
            (s, h) => s.AddAsync(h, world.NewId(), PaperKind.Passport, PaperState.Missing, new PaperWords(null, null, null, null))
        );
        var paper = await world.ReadAsync(db => db.Set<TravelPaper>().Where(p => p.CaseId == caseId).Select(p => p.Id).SingleAsync());
        (await SubjectAsync(world, caseId, TravelCostKind.Leg, paper)).ShouldBe("CostSubjectWrong");
        (await SubjectAsync(world, caseId, TravelCostKind.Document, paper)).ShouldBe("");
        using var client = await world.SignInAsync(world.Caseworker);
        (await client.GetAsync($"/cases/{caseId}/money/travel-costs")).ShouldBeOk().ShouldShow("Ett dokument (Pass)").ShouldShow("(Sträcka 1, Flyg)");
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_approves_reads_the_invoice_under_an_opening(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await RequestAsync(world, caseId, 500_000);
        var cost = await CostAsync(world, caseId);
        byte[] pdf = [.. "%PDF-1.4\n"u8, .. new byte[200]];
        (await RefusedAsync(world, caseId, (s, h) => s.InvoiceAsync(h, world.NewId(), cost.Id, 510_000, new("faktura.pdf", pdf)))).ShouldBe("");
        using var client = await world.SignInAsync(world.Approver);
        var page = (await client.GetAsync($"/cases/{caseId}/money/travel-costs/{cost.Id}")).ShouldBeOk();
        page.Document.QuerySelector("form[action$='handler=Download']").ShouldBeNull();
        var opened = (await page.Form("form[action$='/open']").SubmitAsync()).ShouldBeOk();
        var answer = await opened.Form("form[action$='handler=Download'] button").SubmitAsync();
        answer.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldContain("%PDF");
    }

    private static Task<string> SubjectAsync(TravelWorld world, Guid caseId, TravelCostKind what, Guid subject) =>
        RefusedAsync(world, caseId, (s, h) => s.RequestAsync(h, world.NewId(), new TravelCostWanted(what, subject, new Amount(9_000, "EUR"))));

    private static TravelCost Cost(Guid by) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CaseId = Guid.Empty,
            Kind = TravelCostKind.Escort,
            SubjectId = null,
            Currency = "SEK",
            EstimateMinor = 100,
            RequestedBy = by,
            RequestedAt = default,
        };

    private static string RefusalOf(Action act)
    {
        try
        {
            act();
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Name;
        }

        return "";
    }

    private static Task RequestAsync(TravelWorld world, Guid caseId, long minor) =>
        world.ActAsync<TravelSpending>(
            world.Caseworker,
            caseId,
            (s, h) => s.RequestAsync(h, world.NewId(), new TravelCostWanted(TravelCostKind.Leg, null, new Amount(minor, "SEK")))
        );

    private static Task<string> ApproveAsync(TravelWorld world, Guid caseId, Guid costId, long shown) =>
        world.RefusedAsync<TravelSpending>(world.Approver, caseId, (s, h) => s.ApproveAsync(h, world.NewId(), costId, shown));

    private static Task<string> RefusedAsync(TravelWorld world, Guid caseId, Func<TravelSpending, CaseHandle, Task> act) =>
        world.RefusedAsync(world.Caseworker, caseId, act);

    private static Task<TravelCost> CostAsync(TravelWorld world, Guid caseId) =>
        world.ReadAsync(db => db.Set<TravelCost>().AsNoTracking().OrderBy(c => c.RequestedAt).FirstAsync(c => c.CaseId == caseId));
}
