using Hemvag.Data;
using Npgsql;

namespace Hemvag.TestKit.Databases;

/// <summary>One migrated template per process; every test gets a clone of it and connects as the restricted role.</summary>
internal static class TestPostgres
{
    private static readonly string TemplateName = $"hemvag_template_{Environment.ProcessId}";
    private static readonly Lazy<Task> Template = new(MakeTemplateAsync);
    private static int counter;

    public static async Task<TestDatabase> CreateAsync()
    {
        await Template.Value;
        return await MakeAsync(TemplateName);
    }

    /// <summary>A new database made from another one.</summary>
    public static async Task<TestDatabase> MakeAsync(string template)
    {
        var name = $"hemvag_{Environment.ProcessId}_{Interlocked.Increment(ref counter)}";
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} OWNER {TestRoles.Owner}");
        var application = PostgresServer.As(TestRoles.Application, name);
        return new TestDatabase(DatabaseKind.Postgres, application, PostgresServer.As(TestRoles.Owner, name), () => DropAsync(name));
    }

    private static async Task MakeTemplateAsync()
    {
        await TestRoles.EnsureAsync();
        await PostgresServer.ExecuteAsync($"DROP DATABASE IF EXISTS {TemplateName}");
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {TemplateName} OWNER {TestRoles.Owner}");
        var connection = PostgresServer.As(TestRoles.Owner, TemplateName) + ";Pooling=false";
        await using var db = DatabaseSetup.Open(DatabaseProvider.Postgres, connection);
        await TestSchema.BuildPostgresAsync(db);
    }

    private static async Task DropAsync(string name)
    {
        foreach (var role in new[] { TestRoles.Application, TestRoles.Owner })
        {
            await using var connection = new NpgsqlConnection(PostgresServer.As(role, name));
            NpgsqlConnection.ClearPool(connection);
        }

        await PostgresServer.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
    }
}
