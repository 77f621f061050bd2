using System.Data.Common;
using Hemvag.TestKit.Databases;

namespace Hemvag.Tests.Security;

/// <summary>Whatever lies on disk of a database: for SQLite its file, log and temporary files and a backup; for PostgreSQL a dump in clear.</summary>
internal static class StoredFiles
{
    /// <summary>Those in which the bytes stand.</summary>
    public static async Task<IReadOnlyList<string>> HoldAsync(TestDatabase database, byte[] canary)
    {
        var found = new List<string>();
        foreach (var (name, bytes) in await ReadAsync(database))
        {
            var asText = Convert.ToHexStringLower(canary);
            if (bytes.AsSpan().IndexOf(canary) >= 0 || bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(asText)) >= 0)
            {
                found.Add(name);
            }
        }

        return found;
    }

    public static async Task<IReadOnlyList<(string Name, byte[] Bytes)>> ReadAsync(TestDatabase database)
    {
        if (database.Kind == DatabaseKind.Postgres)
        {
            return [("pg_dump", await File.ReadAllBytesAsync(await database.DumpTextAsync()))];
        }

        var file = new DbConnectionStringBuilder { ConnectionString = database.ConnectionString }["Data Source"]
            .ToString()!;
        var paths = Directory.EnumerateFiles(Path.GetDirectoryName(file)!).Append(await database.BackUpAsync());
        var read = new List<(string, byte[])>();
        foreach (var path in paths)
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            read.Add((Path.GetFileName(path), memory.ToArray()));
        }

        return read;
    }
}
