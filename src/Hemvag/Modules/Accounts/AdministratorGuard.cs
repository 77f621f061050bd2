using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts;

/// <summary>Keeps the last administrator. Two who close each other at the same moment meet at one row, and the later one is refused.</summary>
internal static class AdministratorGuard
{
    private const string Mark = "administrators";

    /// <exception cref="RefusedException">LastAdministrator.</exception>
    public static async Task RequireAnotherAsync(OperationWork work, Guid leaving, Role role)
    {
        var roles = work.Db.Set<AccountRole>();
        if (role != Role.Administrator || !await roles.AnyAsync(r => r.AccountId == leaving && r.Role == Role.Administrator))
        {
            return;
        }

        // The row before the look: read after it, the row could be the newer and the look the older, and two would pass.
        var mark = await work.Db.Set<DatabaseMark>().FirstOrDefaultAsync(m => m.Key == Mark);
        var another = await roles
            .Where(r => r.Role == Role.Administrator && r.AccountId != leaving)
            .AnyAsync(r => work.Db.Set<Account>().Any(a => a.Id == r.AccountId && a.ClosedAt == null));
        if (!another)
        {
            throw new RefusedException(AccountRefusals.LastAdministrator);
        }

        var value = work.Id.ToString("N");
        if (mark is null)
        {
            work.Db.Add(new DatabaseMark { Key = Mark, Value = value });
            return;
        }

        mark.Value = value;
    }
}
