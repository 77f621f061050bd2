using Hemvag.Data;
using Microsoft.Data.Sqlite;

namespace Hemvag.TestKit.Databases;

/// <summary>One migrated template file per process; every test gets a copy in a folder of its own.</summary>
internal static class TestSqlite
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    public static async Task<TestDatabase> CreateAsync() => From(await Template.Value);

    /// <summary>A database that is a copy of a file.</summary>
    public static TestDatabase From(string template)
    {
        var folder = TestFolder.New("sqlite");
        var file = Path.Combine(folder, "hemvag.db");
        File.Copy(template, file);
        var connection = $"Data Source={file}";
        return new TestDatabase(DatabaseKind.Sqlite, connection, connection, () => DropAsync(connection, folder));
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var file = Path.Combine(TestFolder.New("sqlite-template"), "hemvag.db");
        await using (var db = DatabaseSetup.Open(DatabaseProvider.Sqlite, $"Data Source={file};Pooling=false"))
        {
            await TestSchema.BuildSqliteAsync(db);
        }

        return file;
    }

    private static Task DropAsync(string connection, string folder)
    {
        using (var pooled = new SqliteConnection(connection))
        {
            SqliteConnection.ClearPool(pooled);
        }

        FolderEnding.Delete(folder);
        return Task.CompletedTask;
    }
}
