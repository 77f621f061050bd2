using System.Data.Common;
using System.Text;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Tests.Security;

/// <summary>Words that occur nowhere else, typed where personal data is typed; and everywhere they must not be found afterwards.</summary>
internal sealed class Sentinels
{
    private readonly List<string> words = [];

    public IReadOnlyList<string> Words => words;

    /// <summary>A word of letters, so that every field for a name or a text takes it.</summary>
    public string Word()
    {
        var letters = Guid.CreateVersion7().ToString("N").Select(c => char.IsAsciiDigit(c) ? (char)('g' + (c - '0')) : c);
        return Remember("Kvitter" + string.Concat(letters));
    }

    public string Phone()
    {
        var digits = Guid.CreateVersion7().ToByteArray()[10..].Aggregate(0L, (n, b) => (n * 7) + b) % 10_000_000;
        return Remember($"+4679{digits:0000000}");
    }

    public byte[] Pdf() => Encoding.ASCII.GetBytes($"%PDF-1.7 {Word()} %%EOF");

    /// <summary>The sentinels that can be read somewhere in the bytes, in either of the encodings anything here writes.</summary>
    public IEnumerable<string> FoundIn(string place, byte[] bytes)
    {
        var plain = Encoding.Latin1.GetString(bytes);
        var wide = Encoding.Unicode.GetString(bytes);
        var wideOdd = bytes.Length > 1 ? Encoding.Unicode.GetString(bytes, 1, bytes.Length - 1) : "";
        return words
            .Where(w => new[] { plain, wide, wideOdd }.Any(t => t.Contains(w, StringComparison.OrdinalIgnoreCase)))
            .Concat(words.Where(w => plain.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(w)), StringComparison.OrdinalIgnoreCase)))
            .Concat(words.Where(w => plain.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(w)).TrimEnd('=')[..^1], StringComparison.Ordinal)))
            .Select(w => $"{place} holds {w}");
    }

    public async Task<IReadOnlyList<string>> FoundInAsync(TestDatabase database) =>
        database.Kind == DatabaseKind.Sqlite ? await FoundInFilesAsync(database) : await FoundInTablesAsync(database);

    private async Task<IReadOnlyList<string>> FoundInFilesAsync(TestDatabase database)
    {
        var file = new DbConnectionStringBuilder { ConnectionString = database.ConnectionString }["Data Source"]
            .ToString()!;
        var found = new List<string>();
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(file)!))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            found.AddRange(FoundIn(Path.GetFileName(path), memory.ToArray()));
        }

        return found;
    }

    // Its files may be compressed: the values themselves are read.
    private async Task<IReadOnlyList<string>> FoundInTablesAsync(TestDatabase database)
    {
        await using var db = database.OpenAsOwner();
        await db.Database.OpenConnectionAsync();
        var found = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    var value = reader.GetValue(column);
                    found.AddRange(FoundIn($"{table}.{reader.GetName(column)}", value as byte[] ?? Encoding.UTF8.GetBytes(value.ToString()!)));
                }
            }
        }

        return found;
    }

    private string Remember(string word)
    {
        words.Add(word);
        return word;
    }
}
