using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Import.Working;

/// <summary>The officer in whose name an import is entered, as the account is now: rights that have ended enter nothing.</summary>
internal sealed class EnteringOfficer(HemvagDbContext db, OrganisationQueries organisations)
{
    /// <returns>Null when the account is closed or decides there no more.</returns>
    public async Task<CurrentAccount?> FindAsync(CashImport import, CancellationToken stop)
    {
        var found = await CashImportAccess
            .Officers(db)
            .AsNoTracking()
            .Where(a => a.Id == import.OfficerId && a.OrganisationId == import.OrganisationId)
            .Select(a => new
            {
                a.Id,
                a.DisplayName,
                Roles = db.Set<AccountRole>().Where(r => r.AccountId == a.Id).Select(r => r.Role).ToList(),
            })
            .FirstOrDefaultAsync(stop);
        if (found is null)
        {
            return null;
        }

        var organisation = await organisations.GetAsync(import.OrganisationId);
        return new CurrentAccount(
            found.Id,
            found.DisplayName,
            organisation.Id,
            organisation.Kind,
            organisation.Name,
            organisation.Zone,
            found.Roles.ToHashSet()
        );
    }
}
