using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>
/// On whose behalf something is done through a link: the coordinator who made it, as the account is now. Whoever has left, or no longer
/// sees the case, lets nobody in.
/// </summary>
internal static class LinkMaker
{
    /// <summary>Begins the name under which what is done through a link stands in the trail.</summary>
    public const string NamePrefix = "Genom länk av ";

    /// <returns>Null when the account is closed or is no coordinator of that region any more.</returns>
    public static async Task<CurrentAccount?> FindAsync(HemvagDbContext db, OneTimeLink link)
    {
        var found = await (
            from account in db.Set<Account>().AsNoTracking()
            join organisation in db.Set<Organisation>() on account.OrganisationId equals organisation.Id
            where account.Id == link.MadeBy && account.ClosedAt == null && organisation.Id == link.RegionId
            where db.Set<AccountRole>().Any(r => r.AccountId == account.Id && r.Role == Role.RegionalCoordinator)
            select new
            {
                account.Id,
                account.DisplayName,
                organisation.Kind,
                organisation.NameSv,
                organisation.Zone,
            }
        ).FirstOrDefaultAsync();
        return found is null
            ? null
            : new CurrentAccount(
                found.Id,
                NamePrefix + found.DisplayName,
                link.RegionId,
                found.Kind,
                found.NameSv,
                found.Zone,
                new HashSet<Role> { Role.RegionalCoordinator }
            );
    }
}
