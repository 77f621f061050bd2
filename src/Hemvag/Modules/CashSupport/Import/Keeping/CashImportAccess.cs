using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Import.Keeping;

/// <summary>The one place that decides which imports an account may know of: its own, and those of colleagues who have left.</summary>
internal sealed class CashImportAccess(HemvagDbContext db, TimeProvider time)
{
    public IQueryable<CashImport> Visible(CurrentAccount account)
    {
        var me = account.Id;
        var mine = account.OrganisationId;
        var decides = account.Is(Role.MigrationOfficer);
        var there = Officers(db);
        return db.Set<CashImport>()
            .Where(i =>
                decides
                && i.OrganisationId == mine
                && (
                    i.OfficerId == me
                    || (i.State != CashImportState.Ended && !there.Any(a => a.Id == i.OfficerId && a.OrganisationId == i.OrganisationId))
                )
            );
    }

    /// <returns>Null when there is none or the account may not know of it: both look the same outside.</returns>
    public async Task<CashImportHandle?> FindAsync(Guid id, CurrentAccount account)
    {
        var there = Officers(db);
        var opened = Openings.Live(db, id, account.Id, time.GetUtcNow().UtcDateTime);
        var rows = await (
            from import in Visible(account).AsNoTracking()
            where import.Id == id
            join o in opened on import.Id equals o.CaseId into openings
            from opening in openings.DefaultIfEmpty()
            select new
            {
                Import = import,
                Officer = db.Set<Account>().Where(a => a.Id == import.OfficerId).Select(a => a.DisplayName).FirstOrDefault(),
                IsThere = there.Any(a => a.Id == import.OfficerId && a.OrganisationId == import.OrganisationId),
                Opening = opening,
            }
        ).ToListAsync();
        if (rows.Count == 0)
        {
            return null;
        }

        var live = Openings.Together([.. rows.Select(r => r.Opening).OfType<Opening>()]);
        var handle = new CashImportHandle(account, rows[0].Import, rows[0].Officer, rows[0].IsThere, live);
        // Who has handed it over, and whoever looks at what has ended, reads nothing more.
        return handle.MayRead ? handle : handle with { Opened = null };
    }

    /// <summary>Accounts that decide on cash support.</summary>
    public static IQueryable<Account> Officers(HemvagDbContext db) =>
        db.Set<Account>()
            .Where(a =>
                a.ClosedAt == null
                && db.Set<AccountRole>().Any(r => r.AccountId == a.Id && r.Role == Role.MigrationOfficer)
                && db.Set<Organisation>().Any(o => o.Id == a.OrganisationId && o.Kind == OrganisationKind.MigrationAgency)
            );
}
