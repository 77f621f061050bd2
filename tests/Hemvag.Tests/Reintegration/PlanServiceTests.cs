using Hemvag.Modules.Cases;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Money;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Hemvag.Tests.Money.MoneyActs;

namespace Hemvag.Tests.Reintegration;

/// <summary>The plan: versions, three yeses to the same one, ceilings, the purpose without a line.</summary>
public sealed class PlanServiceTests
{
    [Theory, OnBothDatabases]
    public async Task Three_yeses_to_the_same_version_reach_the_milestone(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind, agreed: false, opened: false);
        await RefusedAsync("PlanEmpty", () => world.YesAsync(MoneyPeople.Coordinator, PlanParty.Person, 0));
        await AddAsync(world, 0, MoneyCase.SewingMachine(world.Today));
        Assert.Equal(3, (await world.OpenWorkAsync(WorkItemKind.AgreeToPlan)).Count);
        await RefusedAsync("PartyNotYours", () => world.YesAsync(MoneyPeople.Coordinator, PlanParty.LocalOffice, 1));
        await RefusedAsync("PartyNotYours", () => world.YesAsync(MoneyPeople.Payer, PlanParty.Person, 1));
        await world.YesAsync(MoneyPeople.Coordinator, PlanParty.Person, 1);
        await RefusedAsync("AlreadyAgreed", () => world.YesAsync(MoneyPeople.Caseworker, PlanParty.Person, 1));
        await world.YesAsync(MoneyPeople.Payer, PlanParty.LocalOffice, 1);
        Assert.False((await CaseAsync(world)).Has(MilestoneKind.PlanAgreed));
        await world.YesAsync(MoneyPeople.Caseworker, PlanParty.IomFinland, 1);
        Assert.True((await CaseAsync(world)).Has(MilestoneKind.PlanAgreed));
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.AgreeToPlan));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task When_the_last_yes_comes_from_the_office_a_caseworker_concludes(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind, agreed: false, opened: false);
        await AddAsync(world, 0, MoneyCase.SewingMachine(world.Today));
        await world.YesAsync(MoneyPeople.Caseworker, PlanParty.IomFinland, 1);
        await world.YesAsync(MoneyPeople.Caseworker, PlanParty.Person, 1);
        await RefusedAsync("PlanNotAgreedByAll", () => ConcludeAsync(world));
        await world.YesAsync(MoneyPeople.Payer, PlanParty.LocalOffice, 1);
        Assert.Single(await world.OpenWorkAsync(WorkItemKind.AgreeToPlan));
        await ConcludeAsync(world);
        Assert.True((await CaseAsync(world)).Has(MilestoneKind.PlanAgreed));
        Assert.Empty(await world.OpenWorkAsync(WorkItemKind.AgreeToPlan));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_change_after_the_yeses_asks_all_again_and_closes_the_gate(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind, opened: false);
        await AddAsync(world, 1, MoneyCase.SewingMachine(world.Today));
        Assert.Equal(3, (await world.OpenWorkAsync(WorkItemKind.AgreeToPlan)).Count);
        await RefusedAsync("GateOpen", world.OpenEntitlementsAsync);
        await RefusedAsync("SectionChanged", () => world.YesAsync(MoneyPeople.Coordinator, PlanParty.Person, 1));
        await world.AgreeAsync(2);
        await world.OpenEntitlementsAsync();
        await RefusedAsync("AlreadyOpened", world.OpenEntitlementsAsync);
        Assert.Equal(3, await world.ReadAsync(db => db.Set<Entitlement>().CountAsync()));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task The_plan_stays_under_each_ceiling(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind, agreed: false, opened: false);
        var draft = MoneyCase.SewingMachine(world.Today);
        await AddAsync(world, 0, draft with { AmountMinor = 280000 });
        await RefusedAsync("PlanAboveCeiling", () => AddAsync(world, 1, draft with { AmountMinor = 1 }));
        await RefusedAsync("PlanAboveCeiling", () => AddAsync(world, 1, draft with { AmountMinor = long.MaxValue }));
        await RefusedAsync("SectionChanged", () => AddAsync(world, 0, draft with { AmountMinor = 0 }));
        await AddAsync(world, 1, draft with { AmountMinor = 0 });
        await world.VerifyAsync();
    }

    [Fact]
    public async Task Housing_has_no_line_of_its_own_so_someone_says_which_pays()
    {
        await using var world = await MoneyWorld.CreateAsync(DatabaseKind.Sqlite, agreed: false, opened: false);
        var housing = MoneyCase.SewingMachine(world.Today) with { Purpose = SupportPurpose.Housing };
        await RefusedAsync("PlanLineMissing", () => AddAsync(world, 0, housing with { Category = null }));
        await RefusedAsync("OpenQuestionNoteMissing", () => AddAsync(world, 0, housing));
        await RefusedAsync("PlanPurposeNotOfLine", () => AddAsync(world, 0, housing with { Category = EntitlementCategory.Housing }));
        await AddAsync(world, 0, housing with { Text = new PlanItemText("A room", null, null, "IOM Finland, 1 September") });
        var item = await world.ReadAsync(db => db.Set<PlanItem>().AsNoTracking().SingleAsync());
        Assert.Equal(EntitlementCategory.Reintegration, item.Category);
        var payment = MoneyActs.Grant(1000) with { Purpose = SupportPurpose.Housing };
        await world.AgreeAsync(1);
        await world.OpenEntitlementsAsync();
        await RefusedAsync("PurposeNotAllowed", () => world.RequestAsync(MoneyPeople.Requester, payment));
        await world.RequestAsync(MoneyPeople.Requester, payment with { PlanItemId = item.Id });
        await world.VerifyAsync();
    }

    private static Task AddAsync(MoneyWorld world, int shown, PlanItemDraft draft) =>
        world.DoAsync<PlanDrafting>(MoneyPeople.Caseworker, (plan, handle) => plan.AddAsync(handle, world.NewId(), shown, draft));

    private static Task ConcludeAsync(MoneyWorld world) =>
        world.DoAsync<PlanAgreeing>(
            MoneyPeople.Caseworker,
            async (plan, handle) =>
            {
                var version = await world.ReadAsync(db =>
                    db.Set<ReintegrationPlan>().Where(p => p.CaseId == world.CaseId).Select(p => p.Version).SingleAsync()
                );
                await plan.ConcludeAsync(handle, world.NewId(), version, world.Today);
            }
        );

    private static Task<Case> CaseAsync(MoneyWorld world) =>
        world.ReadAsync(db => db.Set<Case>().AsNoTracking().FirstAsync(c => c.Id == world.CaseId));
}
