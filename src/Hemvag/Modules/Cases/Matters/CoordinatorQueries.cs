using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Matters;

internal sealed record CoordinatorRow(Guid Id, Guid RegionId, string Name);

/// <summary>Who a case can be handed to by name.</summary>
internal sealed class CoordinatorQueries(HemvagDbContext db)
{
    /// <summary>The coordinators of every other region, by region and name.</summary>
    public async Task<IReadOnlyList<CoordinatorRow>> OtherRegionsAsync(Guid regionId) =>
        await db.Set<Account>()
            .Where(a => a.ClosedAt == null && a.OrganisationId != regionId)
            .Where(a => db.Set<AccountRole>().Any(r => r.AccountId == a.Id && r.Role == Role.RegionalCoordinator))
            .OrderBy(a => a.OrganisationId)
            .ThenBy(a => a.DisplayName)
            .Select(a => new CoordinatorRow(a.Id, a.OrganisationId, a.DisplayName))
            .ToListAsync();
}
