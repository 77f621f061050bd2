using System.Diagnostics;
using Npgsql;

namespace Hemvag.TestKit.Databases;

/// <summary>
/// The PostgreSQL that tests use: the one named in <c>HEMVAG_TEST_POSTGRES</c> (a superuser's connection string), else one
/// of our own, started once per process and stopped with it.
/// </summary>
internal static class PostgresServer
{
    private const string Variable = "HEMVAG_TEST_POSTGRES";
    private const string InitDb = "/usr/lib/postgresql/15/bin/initdb";

    private static readonly Lazy<string> Started = new(FindOrStart);

    /// <summary>Why there is no server, with what to do about it; null when there is one.</summary>
    public static string? WhyNot { get; } =
        Environment.GetEnvironmentVariable(Variable) is not null || File.Exists(InitDb)
            ? null
            : $"No PostgreSQL: install postgresql-15 or set {Variable}.";

    /// <summary>Superuser's connection to <paramref name="database"/>, without a pool so that databases can be cloned and dropped.</summary>
    public static string Superuser(string database = "postgres") =>
        new NpgsqlConnectionStringBuilder(Started.Value) { Database = database, Pooling = false }.ConnectionString;

    /// <summary>Connection of <paramref name="role"/> to <paramref name="database"/>.</summary>
    public static string As(string role, string database) =>
        new NpgsqlConnectionStringBuilder(Started.Value)
        {
            Database = database,
            Username = role,
            Password = TestRoles.Password,
            MaxPoolSize = 20,
        }.ConnectionString;

    public static async Task ExecuteAsync(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(Superuser(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string FindOrStart()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        var folder = TestFolder.New("postgres");
        RunScript("start", folder);
        TestFolder.BeforeRemoval(() => RunScript("stop", folder));
        return File.ReadAllText(Path.Combine(folder, "connection")).Trim();
    }

    private static void RunScript(string action, string folder)
    {
        var script = Path.Combine(RepositoryFolder.Path, "tests", "setup", "postgres.sh");
        var start = new ProcessStartInfo(script, [action, folder]);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"PostgreSQL for tests: {action} failed, see {folder}.log.");
        }
    }
}
