using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hemvag.TestKit.Databases;

/// <summary>Backs a database up and restores it as the operations guide says: SQLite's own backup, <c>pg_dump</c> and <c>pg_restore</c>.</summary>
public static class DatabaseBackups
{
    /// <returns>The file of the backup.</returns>
    public static async Task<string> BackUpAsync(this TestDatabase database)
    {
        var file = Path.Combine(TestFolder.New("backup"), "hemvag.backup");
        if (database.Kind == DatabaseKind.Sqlite)
        {
            await using var source = new SqliteConnection(database.ConnectionString);
            await using var copy = new SqliteConnection($"Data Source={file};Pooling=false");
            await source.OpenAsync();
            await copy.OpenAsync();
            source.BackupDatabase(copy);
            return file;
        }

        await RunAsync("pg_dump", Name(database), "--format=custom", $"--file={file}");
        return file;
    }

    /// <summary>The same as one SQL text, in which anything stored shows as it stands.</summary>
    public static async Task<string> DumpTextAsync(this TestDatabase database)
    {
        var file = Path.Combine(TestFolder.New("dump"), "hemvag.sql");
        await RunAsync("pg_dump", Name(database), "--format=plain", $"--file={file}");
        return file;
    }

    /// <returns>A new database with the content of the backup.</returns>
    public static async Task<TestDatabase> RestoreAsync(DatabaseKind kind, string backup)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            return TestSqlite.From(backup);
        }

        var database = await TestPostgres.MakeAsync("template0");
        await RunAsync("pg_restore", Name(database), "--no-owner", $"--role={TestRoles.Owner}", "--exit-on-error", backup);
        return database;
    }

    private static string Name(TestDatabase database) => new NpgsqlConnectionStringBuilder(database.OwnerConnectionString).Database!;

    private static async Task RunAsync(string program, string database, params string[] arguments)
    {
        var server = new NpgsqlConnectionStringBuilder(PostgresServer.Superuser());
        var start = new ProcessStartInfo(program, [$"--dbname={database}", .. arguments]) { RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGPORT"] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = server.Username;
        start.Environment["PGPASSWORD"] = server.Password;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {said}");
        }
    }
}
