using Hemvag.Data;
using Hemvag.Modules.Assessments.Eligibility;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Hemvag.Tests.Assessments;

public sealed class EligibilityPageTests
{
    private const string Secret = "Kanariefågel i skälen 4711";

    [Theory, OnBothDatabases]
    public async Task The_truth_table_holds_through_the_page(DatabaseKind kind)
    {
        await using var world = await AssessmentWorld.StartAsync(kind);
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        for (var bits = 0; bits < 8; bits++)
        {
            var (trafficking, prostitution, voluntary) = ((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0);
            var caseId = await world.OpenCaseAsync();
            var answer = await Filled(await client.GetAsync($"/cases/{caseId}/eligibility"), trafficking, prostitution, voluntary, yes: true)
                .SubmitAsync();
            if ((trafficking || prostitution) && voluntary)
            {
                answer.ShouldBeOk().ShouldNotRefuse();
                Assert.True((await world.GateAsync(caseId, GateKind.Eligible)).Met);
                Assert.Contains("EligibilityDecisionMade", await world.EventsAsync(caseId));
                Assert.Contains("MilestoneReached", await world.EventsAsync(caseId));
                Assert.Empty(await world.OpenWorkAsync(caseId, WorkItemKind.DecideEligibility));
            }
            else
            {
                answer.ShouldRefuse("CriteriaNotMet").ShouldShow(Secret);
                Assert.False((await world.GateAsync(caseId, GateKind.Eligible)).Met);
                Assert.Equal(0, await world.ReadAsync(db => db.Set<EligibilityDecision>().CountAsync(d => d.CaseId == caseId)));
                Assert.Single(await world.OpenWorkAsync(caseId, WorkItemKind.DecideEligibility));
            }
        }
    }

    [Theory, OnBothDatabases]
    public async Task The_latest_decision_counts_and_all_stay(DatabaseKind kind)
    {
        await using var world = await AssessmentWorld.StartAsync(kind);
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var caseId = await world.OpenCaseAsync();
        var path = $"/cases/{caseId}/eligibility";

        (await Filled(await client.GetAsync(path), true, false, false, yes: false).SubmitAsync())
            .ShouldRefuse("OfferedInsteadMissing")
            .ShouldShow(Secret);
        (
            await Filled(await client.GetAsync(path), true, false, false, yes: false).Fill("Input.OfferedInstead", "Annat stöd").SubmitAsync()
        ).ShouldNotRefuse();
        Assert.Equal("GateDetail.Eligible.No", (await world.GateAsync(caseId, GateKind.Eligible)).Detail);
        Assert.DoesNotContain(MilestoneKind.EligibilityDecided, await ReachedAsync(world, caseId));

        (await Filled(await client.GetAsync(path), true, false, true, yes: true).SubmitAsync()).ShouldNotRefuse();
        Assert.True((await world.GateAsync(caseId, GateKind.Eligible)).Met);
        Assert.Contains(MilestoneKind.EligibilityDecided, await ReachedAsync(world, caseId));

        (
            await Filled(await client.GetAsync(path), true, false, false, yes: false).Fill("Input.OfferedInstead", "Annat stöd").SubmitAsync()
        ).ShouldNotRefuse();
        Assert.False((await world.GateAsync(caseId, GateKind.Eligible)).Met);
        Assert.Equal(
            [1, 2, 3],
            await world.ReadAsync(db =>
                db.Set<EligibilityDecision>().Where(d => d.CaseId == caseId).OrderBy(d => d.Number).Select(d => d.Number).ToListAsync()
            )
        );
    }

    [Theory, OnBothDatabases]
    public async Task After_a_no_someone_tells_the_person_and_only_then_the_ground_is_not_eligible(DatabaseKind kind)
    {
        await using var world = await AssessmentWorld.StartAsync(kind);
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var caseId = await world.OpenCaseAsync();
        Task CloseAsync() =>
            world.CallAsync<StopService>(
                caseId,
                AssessmentWorld.Coordinator,
                (s, h) => s.CloseAsync(h, world.NewId(), ClosingGround.NotEligible, seenOpen: true)
            );
        var refused = await Assert.ThrowsAsync<RefusedException>(CloseAsync);
        Assert.Equal("ClosingGroundNotNow", refused.Refusal.Name);
        (await client.GetAsync($"/cases/{caseId}/close")).ShouldBeOk().ShouldNotContain("Personen kunde inte delta");

        var path = $"/cases/{caseId}/eligibility";
        (await Filled(await client.GetAsync(path), true, false, false, yes: false).Fill("Input.DecidedOn", "1900-01-01").SubmitAsync()).ShouldRefuse(
            "OfferedInsteadMissing"
        );
        var no = Filled(await client.GetAsync(path), true, false, false, yes: false).Fill("Input.OfferedInstead", "Annat stöd");
        (await no.Fill("Input.DecidedOn", "1900-01-01").SubmitAsync()).ShouldRefuse("DateTooEarly");
        (await no.Fill("Input.DecidedOn", $"{world.Today:yyyy-MM-dd}").SubmitAsync()).ShouldNotRefuse();

        var tell = Assert.Single(await world.OpenWorkAsync(caseId, WorkItemKind.TellNotEligible));
        Assert.Equal(AssessmentWorld.Account(AssessmentWorld.Coordinator).Id, tell.AccountId);
        (await client.GetAsync($"/cases/{caseId}")).ShouldBeOk().ShouldShow("är att personen inte kan delta");
        (await client.GetAsync($"/cases/{caseId}/close")).ShouldBeOk().ShouldShow("Personen kunde inte delta");

        (await Filled(await client.GetAsync(path), true, false, true, yes: true).SubmitAsync()).ShouldNotRefuse();
        Assert.Empty(await world.OpenWorkAsync(caseId, WorkItemKind.TellNotEligible));
        await Assert.ThrowsAsync<RefusedException>(CloseAsync);
        (await no.Forge("OperationId", world.NewId().ToString()).SubmitAsync()).ShouldNotRefuse();
        await CloseAsync();
        Assert.Equal(
            ClosingGround.NotEligible,
            await world.ReadAsync(db => db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.ClosingGround).SingleAsync())
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_matter_that_nobody_has_taken_is_not_closed(DatabaseKind kind)
    {
        await using var world = await AssessmentWorld.StartAsync(kind);
        var caseId = await world.OpenCaseAsync(takeIt: false);
        foreach (var ground in new[] { ClosingGround.NotEligible, ClosingGround.ContactLost })
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() =>
                world.CallAsync<StopService>(caseId, AssessmentWorld.Coordinator, (s, h) => s.CloseAsync(h, world.NewId(), ground, seenOpen: true))
            );
            Assert.Equal("MatterNotTaken", refused.Refusal.Name);
        }

        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var page = (await client.GetAsync($"/cases/{caseId}/close")).ShouldBeOk().ShouldShow("Ingen har tagit ärendet");
        Assert.Null(page.Document.QuerySelector("[name='Input.Ground']"));
    }

    [Fact]
    public async Task A_third_country_needs_a_permanent_permit()
    {
        await using var world = await AssessmentWorld.StartAsync();
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var path = $"/cases/{await world.OpenCaseAsync()}/eligibility";
        PageForm Third(PageAnswer page) => Filled(page, true, false, true, yes: true).Fill("Input.Destination", "ThirdCountryWithPermanentPermit");

        (await Third(await client.GetAsync(path)).SubmitAsync()).ShouldRefuse("PermanentPermitMissing");
        (await Third(await client.GetAsync(path)).Fill("Input.PermanentPermit", "false").SubmitAsync()).ShouldRefuse("PermanentPermitMissing");
        (await Third(await client.GetAsync(path)).Fill("Input.PermanentPermit", "true").SubmitAsync()).ShouldNotRefuse();
    }

    [Fact]
    public async Task Reasons_are_shown_only_while_protection_is_open()
    {
        await using var world = await AssessmentWorld.StartAsync();
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var caseId = await world.OpenCaseAsync();
        var path = $"/cases/{caseId}/eligibility";
        (await Filled(await client.GetAsync(path), true, false, true, yes: true).SubmitAsync()).ShouldBeOk().ShouldNotContain(Secret);
        await world.OpenAsync(caseId, AssessmentWorld.Coordinator, Compartment.Protection);
        (await client.GetAsync(path)).ShouldBeOk().ShouldShow(Secret);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_and_kept()
    {
        await using var world = await AssessmentWorld.StartAsync();
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var caseId = await world.OpenCaseAsync();
        var path = $"/cases/{caseId}/eligibility";
        var page = await client.GetAsync(path);
        (await Filled(page, true, false, true, yes: true).Fill("Input.Reasons", "").SubmitAsync()).ShouldRefuse("Invalid");
        (await Filled(page, true, false, true, yes: true).Fill("Input.DecidedOn", "13 mars").SubmitAsync())
            .ShouldRefuse("Invalid")
            .ShouldShow(Secret);
        (
            await Filled(page, true, false, true, yes: true).Fill("Input.DecidedOn", world.Today.AddDays(1).ToString("yyyy-MM-dd")).SubmitAsync()
        ).ShouldRefuse("DateInFuture");
        (await Filled(page, true, false, true, yes: true).Forge("Input.Criteria[0].Id", "unknown").SubmitAsync()).ShouldRefuse("WordUnknown");
        Assert.Equal(0, await world.ReadAsync(db => db.Set<EligibilityDecision>().CountAsync()));
    }

    [Fact]
    public async Task A_double_submit_is_one_decision()
    {
        await using var world = await AssessmentWorld.StartAsync();
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var form = Filled(await client.GetAsync($"/cases/{await world.OpenCaseAsync()}/eligibility"), true, false, true, yes: true);
        (await form.SubmitAsync()).ShouldNotRefuse();
        (await form.SubmitAsync()).ShouldNotRefuse();
        Assert.Equal(1, await world.ReadAsync(db => db.Set<EligibilityDecision>().CountAsync()));
    }

    [Fact]
    public async Task A_held_case_takes_no_yes_but_a_no()
    {
        await using var world = await AssessmentWorld.StartAsync();
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var caseId = await world.OpenCaseAsync();
        await world.RunAsync(
            caseId,
            AssessmentWorld.Coordinator,
            work =>
            {
                work.Case.HeldAt = work.Now;
                work.Record(new CaseStopped(null));
                return Task.CompletedTask;
            }
        );
        var page = await client.GetAsync($"/cases/{caseId}/eligibility");
        (await Filled(page, true, false, true, yes: true).SubmitAsync()).ShouldRefuse("CaseHeld").ShouldShow(Secret);
        (await Filled(page, true, false, true, yes: false).Fill("Input.OfferedInstead", "Annat").SubmitAsync()).ShouldNotRefuse();
    }

    private static async Task<IReadOnlySet<MilestoneKind>> ReachedAsync(AssessmentWorld world, Guid caseId) =>
        (await world.ReadAsync(db => db.Set<Case>().AsNoTracking().FirstAsync(c => c.Id == caseId))).ReachedSet;

    private static PageForm Filled(PageAnswer page, bool trafficking, bool prostitution, bool voluntary, bool yes) =>
        page.Form("[name='Input.Reasons']")
            .Fill("Input.Criteria[0].Answer", trafficking ? "Met" : "NotMet")
            .Fill("Input.Criteria[1].Answer", prostitution ? "Met" : "NotAsked")
            .Fill("Input.Criteria[2].Answer", voluntary ? "Met" : "DoesNotWantToSay")
            .Fill("Input.Reasons", Secret)
            .Fill("Input.CanTakePart", yes ? "true" : "false");
}
