using Hemvag.Modules.Reintegration.Plans;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Money;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Hemvag.Tests.Reintegration;

/// <summary>The pages of the plan: amounts no plan can hold, someone else's change first, who interpreted.</summary>
public sealed class PlanPagesTests
{
    [Theory, OnBothDatabases]
    public async Task An_amount_no_plan_can_hold_is_a_sentence(DatabaseKind kind)
    {
        await using var site = await MoneySite.CreateAsync(kind);
        using var caseworker = await site.SignInAsync("caseworker");
        foreach (var amount in new[] { "21474836,48", "100000000", "99999999999999999999" })
        {
            (await site.AddItemAsync(caseworker, amount)).ShouldRefuse("Invalid");
        }
    }

    [Fact]
    public async Task A_plan_that_someone_else_has_changed_is_read_again_first()
    {
        await using var site = await MoneySite.CreateAsync();
        using var caseworker = await site.SignInAsync("caseworker");
        var old = (await caseworker.GetAsync($"{site.Plan}/items")).Form("[name='Input.Goal']");
        (await site.AddItemAsync(caseworker)).ShouldNotRefuse();
        var late = await old.Fill("Input.Purpose", "Education")
            .Fill("Input.Amount", "10")
            .Fill("Input.Month", "1")
            .Fill("Input.Responsible", "IomCaseworker")
            .Fill("Input.DrawnUpOn", "2026-09-01")
            .Fill("Input.Goal", "Kurs")
            .SubmitAsync();
        late.ShouldRefuse("SectionChanged").ShouldShow("650");
        var yes = (await caseworker.GetAsync($"{site.Plan}/agree/IomFinland")).ShouldBeOk().Form("[name='Yes.On']");
        (await late.Form("[name='Input.Goal']").SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        var before = await yes.SubmitAsync();
        before.ShouldRefuse("SectionChanged").ShouldShow("650");
        (await before.Form("[name='Yes.On']").SubmitAsync()).ShouldBeOk().ShouldNotRefuse();
        (await site.AddItemAsync(caseworker, "2150,01")).ShouldRefuse("PlanAboveCeiling");
        (await caseworker.GetAsync(site.Plan)).ShouldBeOk().ShouldNotContain("Kanariefågel");
        Assert.Equal(2, await site.ReadAsync(db => db.Set<PlanItem>().CountAsync()));
    }

    [Fact]
    public async Task Who_interpreted_at_the_persons_yes_is_read_in_the_open_plan()
    {
        await using var site = await MoneySite.CreateAsync();
        await site.AgreePlanAsync();
        using var coordinator = await site.SignInAsync("coordinator");

        var closed = (await coordinator.GetAsync(site.Plan)).ShouldBeOk().ShouldNotContain("Tolk Tolksson");

        (await closed.Form("[name='Compartments']").SubmitAsync()).ShouldBeOk().ShouldShow("Tolk Tolksson");
    }
}
