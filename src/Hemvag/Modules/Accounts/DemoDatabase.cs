using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts;

/// <summary>The mark a demo leaves on its database, so that neither takes the other's.</summary>
internal static class DemoDatabase
{
    private const string Mark = "made-by-demo";

    public static Task<bool> IsMarkedAsync(HemvagDbContext db) => db.Set<DatabaseMark>().AnyAsync(m => m.Key == Mark);

    /// <summary>At start, after migration: a demo marks an empty database as its own; nothing else runs on a marked one.</summary>
    /// <exception cref="AccountsRefusedException">The database belongs to the other kind of run.</exception>
    public static async Task RequireAsync(HemvagDbContext db, bool demo)
    {
        var marked = await IsMarkedAsync(db);
        if (!demo && marked)
        {
            throw new AccountsRefusedException(
                "This database was made by a demo and holds demo accounts. Start with a database of its own, or with «run --demo»."
            );
        }

        if (!demo || marked)
        {
            return;
        }

        if (await db.Set<Account>().AnyAsync())
        {
            throw new AccountsRefusedException("This database was not made by a demo. A demo starts in an empty folder.");
        }

        db.Add(new DatabaseMark { Key = Mark, Value = "1" });
        await db.SaveChangesAsync();
    }
}
