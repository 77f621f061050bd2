using System.Net;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Assessments.Risks;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Cases;

/// <summary>A case goes to another region with all that waits, and the region before sees nothing more.</summary>
public sealed class RegionHandOverTests
{
    private static readonly Guid Vast = StableId.Of("region:vast");
    private static readonly Guid Syd = StableId.Of("region:syd");

    [Theory, OnBothDatabases]
    public async Task A_taken_case_waits_in_the_other_regions_inbox_and_its_tasks_follow(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var caseId = world.Cases["c12"];
        var page = $"/cases/{caseId}/hand-over";
        var before = await OpenItemsAsync(world, caseId);
        before.ShouldNotBeEmpty();
        var client = await world.AsAsync("stockholm-2");

        var form = Fill((await client.GetAsync(page)).ShouldBeOk());
        (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect).RedirectsTo.ShouldBe("/inbox");

        (await client.GetAsync($"/cases/{caseId}")).ShouldBeHidden();
        (await (await world.AsAsync("stockholm-1")).GetAsync($"/cases/{caseId}")).ShouldBeHidden();
        var file = await world.WithDbAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId));
        (file.RegionId, file.HolderId, file.State).ShouldBe((Syd, null, CaseState.Matter));
        var after = await OpenItemsAsync(world, caseId);
        after.ShouldAllBe(w => w.OrganisationId == Syd && w.AccountId == null);
        after.Select(w => w.Kind).ShouldBe(before.Select(w => w.Kind).Append(WorkItemKind.TakeMatter), ignoreOrder: true);
        after.Where(w => w.Kind != WorkItemKind.TakeMatter).Select(w => w.DueOn).ShouldBe(before.Select(w => w.DueOn), ignoreOrder: true);

        var syd = await world.AsAsync("syd-1");
        (await syd.GetAsync("/inbox")).ShouldBeOk().ShouldShow(file.Number);
        (await (await syd.GetAsync($"/cases/{caseId}")).ShouldBeOk().Form("form[action$='/take'] button").SubmitAsync()).ShouldBeOk();
        var taken = await OpenItemsAsync(world, caseId);
        taken.ShouldAllBe(w => w.AccountId == DemoAccounts.IdOf("syd-1"));
        taken.Select(w => w.Kind).ShouldBe(before.Select(w => w.Kind), ignoreOrder: true);
        var consents = await world.WithDbAsync(db =>
            db.Set<Consent>().Where(c => c.CaseId == caseId && c.Purpose == ConsentPurpose.FirstContact).OrderBy(c => c.RecordedAt).ToListAsync()
        );
        consents.Select(c => c.WithdrawnAt is null).ShouldBe([false, true]);
        (
            await world.WithDbAsync(db =>
                db.Set<ConsentRecipient>().Where(r => r.ConsentId == consents[1].Id).Select(r => r.OrganisationId).SingleAsync()
            )
        ).ShouldBe(Syd);
        (await VerifyAsync(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_untaken_matter_goes_too_and_whoever_brought_it_is_told()
    {
        await using var world = await WalkWorld.StartAsync();
        var caseId = world.Cases["c13"];
        var client = await world.AsAsync("vast-2");
        (await Fill((await client.GetAsync($"/cases/{caseId}/hand-over")).ShouldBeOk()).SubmitOnceAsync()).RedirectsTo.ShouldBe("/inbox");
        (await (await world.AsAsync("social-1")).GetAsync("/notices")).ShouldShow("En annan region tar hand om ärendet du öppnade");
        (await (await world.AsAsync("social-1")).GetAsync($"/cases/{caseId}")).ShouldBeOk();
        (await client.GetAsync($"/cases/{caseId}")).ShouldBeHidden();
        (await OpenItemsAsync(world, caseId)).ShouldHaveSingleItem().OrganisationId.ShouldBe(Syd);
    }

    [Theory]
    [InlineData("Input.ConsentsToContact", null, "ContactConsentMissing")]
    [InlineData("Input.RegionId", "own", "RegionMissing")]
    [InlineData("Input.RegionId", "none", "RegionMissing")]
    [InlineData("Input.StartsOn", "2199-01-01", "DateInFuture")]
    [InlineData("Input.ConsentLanguage", "ar", "ConsentNotReviewed")]
    public async Task What_is_wrong_is_refused_and_kept(string field, string? value, string refusal)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var before = await world.OperationsAsync();
        var form = Fill((await client.GetAsync($"/cases/{world.Cases["c11"]}/hand-over")).ShouldBeOk());
        form.Forge(
            field,
            value switch
            {
                "own" => Vast.ToString(),
                "none" => Guid.NewGuid().ToString(),
                _ => value,
            }
        );
        var answer = (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse(refusal);
        answer.Form("[name='Input.StartsOn']")["Input.StartsOn"].ShouldBe(form["Input.StartsOn"]);
        (await world.OperationsAsync()).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task After_the_referral_it_goes_to_a_named_coordinator_with_tasks_risks_and_letters(DatabaseKind kind)
    {
        await using var world = await WalkWorld.StartAsync(kind);
        var caseId = world.Cases["c02"];
        var before = (await OpenItemsAsync(world, caseId)).Where(w => w.Role == Role.RegionalCoordinator).ToList();
        var client = await world.AsAsync("vast-1");
        var note = (await client.GetAsync($"/cases/{caseId}/notes")).ShouldBeOk().Form("form:has([name=Text])").Fill("Text", "Bara för Väst.");
        (await note.SubmitAsync()).ShouldBeOk();
        var page = (await client.GetAsync($"/cases/{caseId}/hand-over")).ShouldBeOk().ShouldShow("Koordinatorn som du väljer");
        page.Document.QuerySelectorAll("[name='Input.RegionId']").ShouldBeEmpty();
        var to = DemoAccounts.IdOf("syd-1");
        var form = page.Form("[name='Input.CoordinatorId']")
            .Fill("Input.CoordinatorId", to.ToString())
            .Fill("Input.ConsentsToContact", "true")
            .Fill("Input.ConsentForm", "Oral");
        foreach (var wrong in new[] { "", Guid.NewGuid().ToString(), DemoAccounts.IdOf("vast-2").ToString(), DemoAccounts.IdOf("iom-1").ToString() })
        {
            (await form.Forge("Input.CoordinatorId", wrong).SubmitOnceAsync()).ShouldRefuse("CoordinatorMissing");
        }

        (await form.Forge("Input.CoordinatorId", to.ToString()).SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);

        (await client.GetAsync($"/cases/{caseId}")).ShouldBeHidden();
        var file = await world.WithDbAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId));
        (file.RegionId, file.HolderId).ShouldBe((Syd, to));
        file.State.ShouldNotBe(CaseState.Matter);
        var after = (await OpenItemsAsync(world, caseId)).Where(w => w.Role == Role.RegionalCoordinator).ToList();
        after.ShouldAllBe(w => w.OrganisationId == Syd && w.AccountId == to);
        after.Select(w => (w.Kind, w.DueOn)).ShouldBe(before.Select(w => (w.Kind, w.DueOn)), ignoreOrder: true);
        (
            await world.WithDbAsync(db => db.Set<RiskRow>().CountAsync(r => r.CaseId == caseId && r.OwnerAccountId == DemoAccounts.IdOf("vast-1")))
        ).ShouldBe(0);

        var syd = await world.AsAsync("syd-1");
        (await syd.GetAsync("/notices")).ShouldBeOk().ShouldShow("har lämnats över till dig");
        // The letter that went with the case is read on; what the other region kept for itself is not.
        var letter = (await syd.GetAsync($"/cases/{caseId}/referral")).ShouldBeOk();
        (await letter.Form("form[action$='/open']").SubmitAsync())
            .ShouldBeOk()
            .Document.QuerySelectorAll(".letter, .preserve-lines")
            .ShouldNotBeEmpty();
        (await syd.GetAsync($"/cases/{caseId}/notes")).ShouldBeOk().ShouldNotContain("Bara för Väst.");
        (await (await world.AsAsync("vast-2")).GetAsync($"/cases/{caseId}")).ShouldBeHidden();
        (await VerifyAsync(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Others_may_not()
    {
        await using var world = await WalkWorld.StartAsync();
        (await (await world.AsAsync("iom-1")).GetAsync($"/cases/{world.Cases["c02"]}/hand-over")).ShouldBe(HttpStatusCode.Forbidden);
        (await (await world.AsAsync("syd-1")).GetAsync($"/cases/{world.Cases["c11"]}/hand-over")).ShouldBeHidden();
    }

    private static PageForm Fill(PageAnswer page) =>
        page.Form("[name='Input.RegionId']")
            .Fill("Input.RegionId", Syd.ToString())
            .Fill("Input.ConsentsToContact", "true")
            .Fill("Input.ConsentForm", "Oral");

    private static Task<List<WorkItem>> OpenItemsAsync(WalkWorld world, Guid caseId) =>
        world.WithDbAsync(db => db.Set<WorkItem>().AsNoTracking().Where(w => w.CaseId == caseId && w.DoneAt == null).ToListAsync());

    private static async Task<IReadOnlyList<Finding>> VerifyAsync(WalkWorld world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var (findings, _) = await scope
            .ServiceProvider.GetRequiredService<Verifier>()
            .RunAsync(scope.ServiceProvider.GetRequiredService<HemvagDbContext>(), CancellationToken.None);
        return findings;
    }
}
