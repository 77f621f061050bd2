using Hemvag.Data;
using Hemvag.Modules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Costs;

/// <summary>What the journeys of one version's cases cost in one finished year and one currency.</summary>
/// <param name="Sum">In whole thousands; null where it speaks of too few cases to be shown.</param>
internal sealed record SpendingLine(string ProgrammeId, int Year, string Currency, SpendingSum? Sum);

/// <param name="Spent">What it cost less what came back.</param>
internal sealed record SpendingSum(Amount Approved, Amount Spent);

/// <summary>
/// What journeys cost, for those who pay for the programme: nothing of a case. A year is shown when it is over, each line by itself and
/// without a total, so that no hidden one follows; rounded to whole thousands, so that a refund that comes later does not tell what one
/// journey cost.
/// </summary>
internal sealed class SpendingQueries(HemvagDbContext db)
{
    /// <summary>The fewest cases a sum is shown of, as at the helpline (not from the seeds).</summary>
    public const int LeastCases = 5;

    private const int Thousand = 1000;

    /// <summary>The newest year first.</summary>
    /// <param name="today">The year before is over from 1 February on, when its late costs have been asked for.</param>
    public async Task<IReadOnlyList<SpendingLine>> LoadAsync(DateOnly today)
    {
        var open = today.AddMonths(-1).Year;
        var before = new DateTime(open, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var rows = await (
            from cost in db.Set<TravelCost>().AsNoTracking()
            join @case in db.Set<Case>() on cost.CaseId equals @case.Id
            where cost.RequestedAt < before && cost.State != TravelCostState.Refused && cost.State != TravelCostState.Cancelled
            select new
            {
                @case.ProgrammeId,
                cost.CaseId,
                cost.RequestedAt,
                cost.Currency,
                Approved = cost.ApprovedMinor ?? 0,
                Spent = (cost.ActualMinor ?? 0) - cost.RefundMinor,
            }
        ).ToListAsync();
        return
        [
            .. rows.GroupBy(r => (r.ProgrammeId, r.RequestedAt.Year, r.Currency))
                .OrderByDescending(g => g.Key.Year)
                .ThenBy(g => g.Key.ProgrammeId, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Currency, StringComparer.Ordinal)
                .Select(g => new SpendingLine(
                    g.Key.ProgrammeId,
                    g.Key.Year,
                    g.Key.Currency,
                    g.Select(r => r.CaseId).Distinct().Count() < LeastCases
                        ? null
                        : new SpendingSum(Rounded(g.Sum(r => r.Approved), g.Key.Currency), Rounded(g.Sum(r => r.Spent), g.Key.Currency))
                )),
        ];
    }

    private static Amount Rounded(long minor, string currency)
    {
        var step = Thousand * Currencies.UnitsPerWhole(currency);
        return new Amount((minor + step / 2) / step * step, currency);
    }
}
