using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Data.Postgres;

/// <summary>Gives the application's own account what it needs and no more; run by <c>migrate</c> with the owner's connection.</summary>
internal static partial class PostgresGrants
{
    /// <exception cref="StartRefusedException">When the role's name is not a plain one, or there is no such role.</exception>
    public static async Task ApplyAsync(HemvagDbContext db, string applicationRole, CancellationToken stop)
    {
        if (!SafeRole().IsMatch(applicationRole))
        {
            throw new StartRefusedException("Database:ApplicationRole may hold small letters, digits and underscores only.");
        }

        if (
            await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_roles WHERE rolname = {applicationRole}").SingleAsync(stop)
            == 0
        )
        {
            throw new StartRefusedException($"PostgreSQL has no role {applicationRole}. Create it, or name another in Database:ApplicationRole.");
        }

        // Role and table names cannot be parameters in SQL; both are checked or our own.
        await db.Database.ExecuteSqlRawAsync(
            $"""
            GRANT USAGE ON SCHEMA public TO {applicationRole};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {applicationRole};
            REVOKE INSERT, UPDATE, DELETE ON "__EFMigrationsHistory" FROM {applicationRole};
            """,
            stop
        );
        foreach (var table in db.AppendOnlyTables())
        {
            await db.Database.ExecuteSqlRawAsync($"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {applicationRole};", stop);
        }
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SafeRole();
}
