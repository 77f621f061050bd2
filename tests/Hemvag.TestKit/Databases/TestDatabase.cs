using Hemvag.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Hemvag.TestKit.Databases;

/// <summary>A migrated, empty database of a test's own: <c>await using var database = await TestDatabase.CreateAsync(kind);</c></summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> drop;

    internal TestDatabase(DatabaseKind kind, string connectionString, string ownerConnectionString, Func<Task> drop)
    {
        Kind = kind;
        ConnectionString = connectionString;
        OwnerConnectionString = ownerConnectionString;
        this.drop = drop;
    }

    public DatabaseKind Kind { get; }

    /// <summary>The application's own connection: on PostgreSQL as the restricted role.</summary>
    public string ConnectionString { get; }

    /// <summary>The connection that owns the tables; for tampering behind the application's back.</summary>
    public string OwnerConnectionString { get; }

    internal DatabaseProvider Provider =>
        Kind switch
        {
            DatabaseKind.Sqlite => DatabaseProvider.Sqlite,
            DatabaseKind.Postgres => DatabaseProvider.Postgres,
        };

    internal DatabaseOptions Options => new() { Provider = Provider, ConnectionString = ConnectionString };

    /// <summary>As configuration, for a whole application.</summary>
    public IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = Kind.ToString(),
            ["Database:ConnectionString"] = ConnectionString,
        };

    public static Task<TestDatabase> CreateAsync(DatabaseKind kind) =>
        kind switch
        {
            DatabaseKind.Sqlite => TestSqlite.CreateAsync(),
            DatabaseKind.Postgres => TestPostgres.CreateAsync(),
        };

    /// <summary>A context as the application has it; give the interceptors that the test is about.</summary>
    internal HemvagDbContext Open(params IInterceptor[] interceptors) => DatabaseSetup.Open(Provider, ConnectionString, interceptors);

    /// <summary>A context of the tables' owner, without the application's interceptors.</summary>
    internal HemvagDbContext OpenAsOwner() => DatabaseSetup.Open(Provider, OwnerConnectionString);

    public async ValueTask DisposeAsync() => await drop();
}
