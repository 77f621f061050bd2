using Microsoft.EntityFrameworkCore;

namespace Hemvag.Data.Sqlite;

/// <summary>Recreates the triggers that keep append-only tables so; run after every migration.</summary>
internal static class SqliteTriggers
{
    public static async Task RecreateAsync(HemvagDbContext db, CancellationToken stop)
    {
        foreach (var table in db.AppendOnlyTables())
        {
            foreach (var verb in new[] { "UPDATE", "DELETE" })
            {
                var name = $"{table}_refuses_{verb.ToLowerInvariant()}";
                // Table names come from our own model, never from input.
                await db.Database.ExecuteSqlRawAsync(
                    $"DROP TRIGGER IF EXISTS {name}; CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} only grows'); END;",
                    stop
                );
            }
        }
    }
}
