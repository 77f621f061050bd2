using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases;

/// <summary>
/// Which dates of a case a reader may see. A task's day can be the day of departure: whoever may not see the journey sees the days of
/// their own tasks and no others.
/// </summary>
internal static class WorkSight
{
    /// <summary>Whether the roles let their holder see the journey, and so what waits for others too.</summary>
    public static bool SeesJourneys(IEnumerable<Role> roles) => roles.Any(CasePermissions.RolesFor(CaseAction.SeeTravel).Contains);

    /// <summary>What is open and waits for the account, for a colleague it stands in for, or for a role it holds at its organisation.</summary>
    public static IQueryable<WorkItem> Own(HemvagDbContext db, CurrentAccount account)
    {
        var roles = account.Roles.ToList();
        var whos = account.Whos;
        return db.Set<WorkItem>().Where(w => w.DoneAt == null && whos.Contains(w.WhoId)).Where(w => w.WhoId == account.Id || roles.Contains(w.Role));
    }

    /// <summary>What is open and whose day the account may see, in the cases it may see.</summary>
    /// <remarks>
    /// What stands behind the wall of access to justice is shown to those it waits for alone: not even its day is another's. And whoever sees
    /// a case for that thread alone is shown what waits for themselves.
    /// </remarks>
    public static IQueryable<WorkItem> Shown(HemvagDbContext db, CurrentAccount account, DateOnly today)
    {
        if (!SeesJourneys(account.Roles))
        {
            return Own(db, account);
        }

        var own = Own(db, account).Select(w => w.Id);
        var alone = Seeing.ThreadAlone(db, account, today);
        return db.Set<WorkItem>()
            .Where(w => w.DoneAt == null)
            .Where(w => (!JusticeSight.WalledKinds.Contains(w.Kind) && !alone.Contains(w.CaseId)) || own.Contains(w.Id));
    }
}
