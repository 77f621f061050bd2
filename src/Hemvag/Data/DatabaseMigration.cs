using Hemvag.Data.Postgres;
using Hemvag.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Data;

/// <summary>
/// SQLite migrates when the application starts, after a backup. On PostgreSQL the command <c>migrate</c> does it with the
/// owner's connection, and the application only checks.
/// </summary>
internal static class DatabaseMigration
{
    public static async Task MigrateSqliteAsync(HemvagDbContext db, CancellationToken stop = default)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
        if (pending.Count > 0)
        {
            BackUp(db, pending[0]);
            await db.Database.MigrateAsync(stop);
        }

        await SqliteTriggers.RecreateAsync(db, stop);
    }

    public static async Task MigratePostgresAsync(HemvagDbContext owner, string applicationRole, CancellationToken stop = default)
    {
        await owner.Database.MigrateAsync(stop);
        await PostgresGrants.ApplyAsync(owner, applicationRole, stop);
    }

    /// <summary>For the commands, which migrate nothing themselves.</summary>
    /// <exception cref="StartRefusedException">When there is no database yet, or it is older than this program.</exception>
    public static async Task RequireCurrentAsync(HemvagDbContext db, CancellationToken stop = default)
    {
        if (!db.Database.IsSqlite())
        {
            await CheckPostgresAsync(db, stop);
        }
        else if ((await db.Database.GetPendingMigrationsAsync(stop)).Any())
        {
            throw new StartRefusedException("There is no database yet, or it is older than this program. Run «hemvag migrate» first.");
        }
    }

    /// <exception cref="StartRefusedException">When migrations are pending: the owner runs <c>migrate</c> first.</exception>
    public static async Task CheckPostgresAsync(HemvagDbContext db, CancellationToken stop = default)
    {
        await PostgresReach.RequireAsync(db, "Database:ConnectionString", stop);
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any())
        {
            throw new StartRefusedException("The database is older than this program. Run «hemvag migrate» with the owner's connection first.");
        }
    }

    private static void BackUp(HemvagDbContext db, string nextMigration)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
        {
            return;
        }

        using var source = new SqliteConnection($"Data Source={file}");
        using var copy = new SqliteConnection($"Data Source={file}.before-{nextMigration}");
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
    }
}
