using Hemvag.Data;
using Hemvag.Modules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Costs;

/// <summary>What costs of journeys come to in one currency. Refused and cancelled ones count in nothing.</summary>
/// <param name="Spent">What it cost less what came back.</param>
internal sealed record TravelCostSum(string Currency, Money Estimate, Money Approved, Money Actual, Money Refund, Money Spent)
{
    public static IReadOnlyList<TravelCostSum> Of(IEnumerable<TravelCost> costs) =>
        [
            .. costs
                .Where(c => c.State is not (TravelCostState.Refused or TravelCostState.Cancelled))
                .GroupBy(c => c.Currency, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new TravelCostSum(
                    g.Key,
                    new Money(g.Sum(c => c.EstimateMinor), g.Key),
                    new Money(g.Sum(c => c.ApprovedMinor ?? 0), g.Key),
                    new Money(g.Sum(c => c.ActualMinor ?? 0), g.Key),
                    new Money(g.Sum(c => c.RefundMinor), g.Key),
                    new Money(g.Sum(c => c.Spent.Minor), g.Key)
                )),
        ];
}

/// <summary>Reads costs of journeys.</summary>
internal sealed class TravelCostQueries(HemvagDbContext db)
{
    /// <summary>Of a case that access has been checked for; the newest first.</summary>
    public async Task<IReadOnlyList<TravelCost>> AllAsync(CaseHandle handle) =>
        await db.Set<TravelCost>()
            .AsNoTracking()
            .Where(c => c.CaseId == handle.CaseId)
            .OrderByDescending(c => c.RequestedAt)
            .ThenByDescending(c => c.Id)
            .ToListAsync();

    /// <summary>What a programme version spends on journeys, over all its cases: sums alone, for the donor.</summary>
    public async Task<IReadOnlyList<TravelCostSum>> OfVersionAsync(string programmeId) =>
        TravelCostSum.Of(
            await db.Set<TravelCost>()
                .AsNoTracking()
                .Where(c => db.Set<Case>().Any(k => k.Id == c.CaseId && k.ProgrammeId == programmeId))
                .ToListAsync()
        );
}
