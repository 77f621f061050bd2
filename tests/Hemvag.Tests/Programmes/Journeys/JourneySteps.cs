using Hemvag.Demo;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Programmes.Journeys;

/// <summary>What the journeys through the versions begin with and what they look at in the end.</summary>
internal static class JourneySteps
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task ShouldHoldAsync(ProgrammeTown town, Guid caseId, params long[] ceilings)
    {
        var lines = await town.WithDbAsync(db =>
            db.Set<Entitlement>().AsNoTracking().Where(e => e.CaseId == caseId).OrderBy(e => e.Category).ToListAsync()
        );
        lines.Select(l => l.CeilingMinor).ShouldBe(ceilings, ignoreOrder: true);
        var subsistence = lines.Single(l => l.Category == EntitlementCategory.Subsistence);
        subsistence.PaidMinor.ShouldBe(subsistence.CeilingMinor);
        lines.Where(l => l != subsistence).ShouldAllBe(l => l.PaidMinor == ProgrammeTown.Paid);
    }

    public static DemoCase Person(string coordinator) =>
        new("c90", "Ioana", "Munteanu", null, "070-174 06 05", "ro", "RO", coordinator, "romania", 0, DemoStage.Closed);
}
