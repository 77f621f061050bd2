using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Data;

/// <summary>One unchanging view of the database for a long read. Writers go on beside it on both databases.</summary>
internal sealed class ReadSnapshot : IAsyncDisposable
{
    private readonly HemvagDbContext db;
    private readonly DbTransaction transaction;

    private ReadSnapshot(HemvagDbContext db, DbTransaction transaction)
    {
        this.db = db;
        this.transaction = transaction;
    }

    public static async Task<ReadSnapshot> OpenAsync(HemvagDbContext db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var connection = db.Database.GetDbConnection();
        var begun = connection is SqliteConnection lite
            // Not deferred it would take the one writer's place, and everyone who saves would wait for it.
            ? lite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await db.Database.UseTransactionAsync(begun, stop);
        return new ReadSnapshot(db, begun);
    }

    public async ValueTask DisposeAsync()
    {
        await db.Database.UseTransactionAsync(null);
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
