using Hemvag.TestKit.Databases;
using Microsoft.Data.Sqlite;

namespace Hemvag.Tests.Security;

/// <summary>The file of a SQLite database that is copied, and put back as it was.</summary>
internal static class WalkFile
{
    private static readonly string[] Sessions = ["sessions", "sessions_seen"];

    /// <summary>Where a database of SQLite lies.</summary>
    public static string Of(TestDatabase database) => new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;

    /// <summary>A whole copy of a database as it is now.</summary>
    public static void Copy(string from, string to)
    {
        using var connection = new SqliteConnection($"Data Source={from};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $to";
        command.Parameters.AddWithValue("$to", to);
        command.ExecuteNonQuery();
        // The copy comes out with a rollback journal; the application's files have a write-ahead log.
        using var copy = new SqliteConnection($"Data Source={to};Pooling=false");
        copy.Open();
        using var mode = copy.CreateCommand();
        mode.CommandText = "PRAGMA journal_mode = WAL";
        mode.ExecuteNonQuery();
    }

    /// <summary>Copies what lies beside a database, with who may read it.</summary>
    public static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(copy, File.GetUnixFileMode(file));
            }
        }
    }

    /// <summary>Puts a database back to a copy of it while the application runs on it.</summary>
    public static async Task PutBackAsync(string copy, string file)
    {
        await using var source = new SqliteConnection($"Data Source={copy};Pooling=false");
        await using var target = new SqliteConnection($"Data Source={file};Pooling=false");
        await source.OpenAsync();
        await target.OpenAsync();
        // Whoever is signed in stays so: sessions are rows too, and the stamp on them is the account's.
        var kept = Sessions.Select(table => (table, Rows: Read(target, $"SELECT * FROM {table}"))).ToList();
        var stamps = Read(target, "SELECT \"SecurityStamp\", \"Id\" FROM accounts");
        source.BackupDatabase(target);
        foreach (var (table, rows) in kept)
        {
            Write(
                target,
                count => $"INSERT OR IGNORE INTO {table} VALUES ({string.Join(',', Enumerable.Range(0, count).Select(i => "$" + i))})",
                rows
            );
        }

        Write(target, _ => "UPDATE accounts SET \"SecurityStamp\" = $0 WHERE \"Id\" = $1", stamps);
    }

    private static List<object[]> Read(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static void Write(SqliteConnection connection, Func<int, string> statement, List<object[]> rows)
    {
        foreach (var row in rows)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement(row.Length);
            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters.AddWithValue("$" + i, row[i]);
            }

            command.ExecuteNonQuery();
        }
    }
}
