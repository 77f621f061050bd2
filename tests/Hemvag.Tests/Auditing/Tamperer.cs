using System.Data.Common;
using Hemvag.Data;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Tests.Auditing;

/// <summary>Someone with the owner's account of the database and no keys: every guard of the database itself is taken down first.</summary>
internal sealed class Tamperer : IAsyncDisposable
{
    private readonly HemvagDbContext db;

    private Tamperer(HemvagDbContext db) => this.db = db;

    public HemvagDbContext Db => db;

    public static async Task<Tamperer> OpenAsync(TestDatabase database)
    {
        var tamperer = new Tamperer(database.OpenAsOwner());
        await tamperer.db.Database.OpenConnectionAsync();
        if (database.Kind == DatabaseKind.Sqlite)
        {
            await tamperer.ExecuteAsync("PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON;");
            await tamperer.RunAllAsync(
                """
                SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger'
                UNION ALL SELECT 'DROP INDEX "' || name || '"' FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE%'
                """
            );
        }
        else
        {
            await tamperer.RunAllAsync(
                """
                SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(conname)
                FROM pg_constraint WHERE contype IN ('f', 'c') AND connamespace = 'public'::regnamespace
                UNION ALL SELECT 'DROP INDEX ' || indexrelid::regclass
                FROM pg_index WHERE indisunique AND NOT indisprimary AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
                """
            );
        }

        return tamperer;
    }

    public async Task<int> ExecuteAsync(string sql, params DbParameter[] parameters)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>A column's value in the database's own words.</summary>
    public DbParameter Value(string name, IProperty property, object? value)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        return property.GetRelationalTypeMapping().CreateParameter(command, name, value, nullable: true);
    }

    /// <summary>As it stands in the row, for a value that no type reads.</summary>
    public DbParameter Raw(string name, object value)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        return parameter;
    }

    /// <summary><c>"A" = @A AND …</c> for the key of a row, and its parameters.</summary>
    public (string Where, DbParameter[] Parameters) Key(IEntityType type, object row)
    {
        var keys = type.FindPrimaryKey()!.Properties;
        return (
            string.Join(" AND ", keys.Select(k => $"{Quoted(k)} = @key_{k.Name}")),
            [.. keys.Select(k => Value($"@key_{k.Name}", k, k.GetGetter().GetClrValue(row)))]
        );
    }

    public static string Quoted(IProperty property) => $"\"{property.GetColumnName()}\"";

    public static string Table(IEntityType type) => $"\"{type.GetTableName()}\"";

    public ValueTask DisposeAsync() => db.DisposeAsync();

    private async Task RunAllAsync(string statements)
    {
        foreach (var statement in await ReadAsync(statements))
        {
            await ExecuteAsync(statement);
        }
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
