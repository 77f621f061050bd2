using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Papers;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Costs;

/// <summary>What costs of journeys come to in one currency. Refused and cancelled ones count in nothing.</summary>
/// <param name="Spent">What it cost less what came back.</param>
internal sealed record TravelCostSum(string Currency, Amount Estimate, Amount Approved, Amount Actual, Amount Refund, Amount Spent)
{
    public static IReadOnlyList<TravelCostSum> Of(IEnumerable<TravelCost> costs) =>
        [
            .. costs
                .Where(c => c.State is not (TravelCostState.Refused or TravelCostState.Cancelled))
                .GroupBy(c => c.Currency, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new TravelCostSum(
                    g.Key,
                    new Amount(g.Sum(c => c.EstimateMinor), g.Key),
                    new Amount(g.Sum(c => c.ApprovedMinor ?? 0), g.Key),
                    new Amount(g.Sum(c => c.ActualMinor ?? 0), g.Key),
                    new Amount(g.Sum(c => c.RefundMinor), g.Key),
                    new Amount(g.Sum(c => c.Spent.Minor), g.Key)
                )),
        ];
}

/// <summary>The costs of a case, and what a cost can be for.</summary>
/// <param name="Costs">The newest first.</param>
/// <param name="Legs">The superseded too.</param>
internal sealed record TravelCostsView(IReadOnlyList<TravelCost> Costs, IReadOnlyList<Leg> Legs, IReadOnlyList<TravelPaper> Papers)
{
    public Leg? LegOf(TravelCost cost) => Legs.FirstOrDefault(l => l.Id == cost.SubjectId);

    public TravelPaper? PaperOf(TravelCost cost) => Papers.FirstOrDefault(p => p.Id == cost.SubjectId);
}

/// <summary>Reads costs of journeys.</summary>
internal sealed class TravelCostQueries(HemvagDbContext db)
{
    /// <summary>Of a case that access has been checked for.</summary>
    public async Task<TravelCostsView> LoadAsync(CaseHandle handle)
    {
        var found = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => c.Id == handle.CaseId)
            .Select(c => new
            {
                Costs = db.Set<TravelCost>().Where(x => x.CaseId == c.Id).ToList(),
                Legs = db.Set<Leg>().Where(l => l.CaseId == c.Id).ToList(),
                Papers = db.Set<TravelPaper>().Where(p => p.CaseId == c.Id).ToList(),
            })
            .AsSingleQuery()
            .FirstAsync();
        return new TravelCostsView(
            [.. found.Costs.OrderByDescending(c => c.RequestedAt).ThenByDescending(c => c.Id)],
            [.. found.Legs.OrderBy(l => l.Ordinal)],
            [.. found.Papers.OrderBy(p => p.Kind)]
        );
    }

    /// <summary>What a programme version spends on journeys, over all its cases: sums alone, for the donor.</summary>
    public async Task<IReadOnlyList<TravelCostSum>> OfVersionAsync(string programmeId) =>
        TravelCostSum.Of(
            await db.Set<TravelCost>()
                .AsNoTracking()
                .Where(c => db.Set<Case>().Any(k => k.Id == c.CaseId && k.ProgrammeId == programmeId))
                .ToListAsync()
        );
}
