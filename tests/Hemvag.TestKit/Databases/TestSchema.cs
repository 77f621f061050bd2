using Hemvag.Data;
using Hemvag.Data.Postgres;
using Hemvag.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hemvag.TestKit.Databases;

/// <summary>
/// Builds the schema of a template by the product's own migrations. While an entity is being written,
/// <c>HEMVAG_TEST_SCHEMA=model</c> builds it from the model instead, so that nobody regenerates migrations between two runs.
/// </summary>
internal static class TestSchema
{
    private static readonly bool FromModel = Environment.GetEnvironmentVariable("HEMVAG_TEST_SCHEMA") == "model";

    public static async Task BuildSqliteAsync(HemvagDbContext db)
    {
        if (FromModel)
        {
            await CreateFromModelAsync(db);
            await SqliteTriggers.RecreateAsync(db, CancellationToken.None);
            return;
        }

        await DatabaseMigration.MigrateSqliteAsync(db);
    }

    public static async Task BuildPostgresAsync(HemvagDbContext owner)
    {
        if (FromModel)
        {
            await CreateFromModelAsync(owner);
            await PostgresGrants.ApplyAsync(owner, TestRoles.Application, CancellationToken.None);
            return;
        }

        await DatabaseMigration.MigratePostgresAsync(owner, TestRoles.Application);
    }

    private static async Task CreateFromModelAsync(HemvagDbContext db)
    {
        await db.Database.EnsureCreatedAsync();
        // The application checks the history at its start: say that every migration has been run.
        var history = db.GetService<IHistoryRepository>();
        await db.Database.ExecuteSqlRawAsync(history.GetCreateIfNotExistsScript());
        foreach (var migration in db.Database.GetMigrations())
        {
            await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow(migration, "model")));
        }
    }
}
