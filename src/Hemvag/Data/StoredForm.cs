using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Data;

/// <summary>
/// Whether the columns hold their values the way this program writes them. One value can be written in several ways that read the
/// same and compare differently (an id in small letters, a number as text, <c>no</c> for <c>No</c>): a row so changed keeps its
/// digest and is found by no query.
/// </summary>
internal static class StoredForm
{
    private const string Day = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]";
    private const string Second = Day + " [0-9][0-9]:[0-9][0-9]:[0-9][0-9]";

    /// <summary>Every column with values in another form, and how many there are. The names are the database's own.</summary>
    public static async Task<IReadOnlyList<(string Table, string Column, long Rows)>> DeviationsAsync(HemvagDbContext db, CancellationToken stop)
    {
        var found = new List<(string, string, long)>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null))
        {
            var columns = type.GetProperties().Select(p => (Name: p.GetColumnName(), Rule: RuleFor(p, db.Database.IsSqlite()))).ToList();
            columns.RemoveAll(c => c.Rule is null);
            if (columns.Count > 0)
            {
                found.AddRange(await CountAsync(db, type.GetTableName()!, columns!, stop));
            }
        }

        return found;
    }

    private static async Task<List<(string, string, long)>> CountAsync(
        HemvagDbContext db,
        string table,
        List<(string Name, string Rule)> columns,
        CancellationToken stop
    )
    {
        // One pass over the table for all its columns.
        var sums = columns.Select(c => $"sum(case when \"{c.Name}\" is null or ({c.Rule}) then 0 else 1 end)");
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction is { } current
            ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current)
            : null;
        command.CommandText = $"select {string.Join(", ", sums)} from \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return
        [
            .. columns
                .Select((c, i) => (table, c.Name, Rows: reader.IsDBNull(i) ? 0 : Convert.ToInt64(reader.GetValue(i), null)))
                .Where(c => c.Rows > 0),
        ];
    }

    /// <summary>What a value of the column looks like, as a condition; null where the database leaves only one way.</summary>
    private static string? RuleFor(IProperty property, bool isSqlite)
    {
        var column = $"\"{property.GetColumnName()}\"";
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var stored = property.FindTypeMapping()?.Converter?.ProviderClrType ?? type;
        if (type.IsEnum && stored == typeof(string))
        {
            return $"{column} in ({string.Join(", ", Enum.GetNames(type).Select(n => $"'{n}'"))})";
        }

        // PostgreSQL's own types know one form each.
        return isSqlite ? SqliteRuleFor(column, Nullable.GetUnderlyingType(stored) ?? stored) : null;
    }

    private static string SqliteRuleFor(string column, Type stored) =>
        stored == typeof(Guid) ? $"typeof({column}) = 'text' and length({column}) = 36 and {column} = upper({column})"
        : stored == typeof(DateOnly) ? $"typeof({column}) = 'text' and {column} glob '{Day}'"
        : stored == typeof(DateTime)
            ? $"typeof({column}) = 'text' and ({column} glob '{Second}' or ({column} glob '{Second}.[0-9]*' and {column} not glob '*.*[^0-9]*' and {column} not glob '*0'))"
        : stored == typeof(string) ? $"typeof({column}) = 'text'"
        : stored == typeof(byte[]) ? $"typeof({column}) = 'blob'"
        : stored == typeof(bool) ? $"typeof({column}) = 'integer' and {column} in (0, 1)"
        : $"typeof({column}) = 'integer'";
}
