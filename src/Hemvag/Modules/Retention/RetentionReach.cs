using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Retention;

/// <summary>
/// Who erases what (not from the seeds): the data protection officer of the holder's organisation, or of national coordination for all, prepares;
/// another such officer, or someone of national coordination, confirms. They see numbers and dates, and open nothing.
/// </summary>
internal static class RetentionReach
{
    public static bool MayPrepare(CurrentAccount account) => account.Is(Role.DataProtectionOfficer);

    public static bool MayConfirm(CurrentAccount account) => account.Is(Role.DataProtectionOfficer) || account.Is(Role.NationalCoordination);

    public static IQueryable<Case> Cases(HemvagDbContext db, CurrentAccount account)
    {
        var own = account.OrganisationId;
        return account.OrganisationKind == OrganisationKind.NationalCoordination ? db.Set<Case>() : db.Set<Case>().Where(c => c.RegionId == own);
    }
}
