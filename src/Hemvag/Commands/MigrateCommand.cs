using Hemvag.Data;
using Hemvag.Data.Postgres;

namespace Hemvag.Commands;

/// <summary><c>migrate</c>: brings the database to this program's shape. On PostgreSQL with the owner's connection.</summary>
internal static class MigrateCommand
{
    public static async Task<int> RunAsync(Installation installation, TextWriter output, CancellationToken stop)
    {
        var options = installation.Database;
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            Directory.CreateDirectory(installation.DataFolder);
            await using var lite = DatabaseSetup.Open(options.Provider, options.ConnectionString!);
            await DatabaseMigration.MigrateSqliteAsync(lite, stop);
        }
        else if (options.OwnerConnectionString is not { } owner)
        {
            await output.WriteLineAsync("Database:OwnerConnectionString is missing: migrate signs in as the database's owner.");
            return 2;
        }
        else
        {
            const string Setting = "Database:OwnerConnectionString";
            await using var db = DatabaseSetup.Open(options.Provider, PostgresReach.Read(owner, Setting).ConnectionString);
            await PostgresReach.RequireAsync(db, Setting, stop);
            await DatabaseMigration.MigratePostgresAsync(db, options.ApplicationRole, stop);
        }

        await output.WriteLineAsync("The database is up to date.");
        return 0;
    }
}
