using System.Data.Common;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Hemvag.Bench.Data;

/// <summary>
/// Writes many entities as the model maps them, past the change tracker: COPY on PostgreSQL, one prepared insert in one
/// transaction on SQLite. Rows of one type go together, the types in the order in which they first appear.
/// </summary>
internal static class BulkWriter
{
    public static async Task WriteAsync(HemvagDbContext db, IEnumerable<object> entities)
    {
        var tables = entities.GroupBy(e => e.GetType()).Select(rows => (Mapping: MappingOf(db, rows.Key), Rows: rows)).ToList();
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var (mapping, rows) in tables)
        {
            if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
            {
                await CopyAsync(postgres, mapping, rows);
            }
            else
            {
                await InsertAsync(db.Database.GetDbConnection(), mapping, rows);
            }
        }

        await transaction.CommitAsync();
    }

    private static ITableMapping MappingOf(HemvagDbContext db, Type type) => db.Model.FindEntityType(type)!.GetTableMappings().Single();

    private static async Task CopyAsync(NpgsqlConnection connection, ITableMapping mapping, IEnumerable<object> rows)
    {
        await using var import = await connection.BeginBinaryImportAsync($"COPY {mapping.Table.Name} ({Names(mapping)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await import.StartRowAsync();
            foreach (var column in mapping.ColumnMappings)
            {
                if (ValueOf(column, row) is { } value)
                {
                    await import.WriteAsync(value, column.TypeMapping.StoreTypeNameBase);
                }
                else
                {
                    await import.WriteNullAsync();
                }
            }
        }

        await import.CompleteAsync();
    }

    private static async Task InsertAsync(DbConnection connection, ITableMapping mapping, IEnumerable<object> rows)
    {
        await using var command = connection.CreateCommand();
        var columns = mapping.ColumnMappings.ToList();
        var places = string.Join(", ", columns.Select((_, i) => $"@p{i}"));
        command.CommandText = $"INSERT INTO {mapping.Table.Name} ({Names(mapping)}) VALUES ({places})";
        command.Parameters.AddRange(columns.Select((_, i) => Parameter(command, i)).ToArray());
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                command.Parameters[i].Value = ValueOf(columns[i], row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync();
        }
    }

    private static DbParameter Parameter(DbCommand command, int place)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{place}";
        return parameter;
    }

    private static string Names(ITableMapping mapping) => string.Join(", ", mapping.ColumnMappings.Select(c => $"\"{c.Column.Name}\""));

    private static object? ValueOf(IColumnMapping column, object entity)
    {
        var value = column.Property.GetGetter().GetClrValue(entity);
        return value is null || column.TypeMapping.Converter is not { } converter ? value : converter.ConvertToProvider(value);
    }
}
