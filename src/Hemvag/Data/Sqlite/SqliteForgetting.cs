using Microsoft.EntityFrameworkCore;

namespace Hemvag.Data.Sqlite;

/// <summary>After something was deleted for good: the write-ahead log still holds the pages as they were.</summary>
internal static class SqliteForgetting
{
    /// <summary>Brings the log into the file, whose freed places are overwritten (secure_delete), and empties it. Nothing to do on PostgreSQL.</summary>
    /// <returns>False when a reader held it up; to be tried again.</returns>
    public static async Task<bool> EmptyLogAsync(HemvagDbContext db, CancellationToken stop)
    {
        if (!db.Database.IsSqlite())
        {
            return true;
        }

        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await using var answer = await command.ExecuteReaderAsync(stop);
            return await answer.ReadAsync(stop) && answer.GetInt64(0) == 0;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
