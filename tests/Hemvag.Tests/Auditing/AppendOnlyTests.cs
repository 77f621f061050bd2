using System.Data.Common;
using System.Text;
using Hemvag.Data;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Auditing;

public sealed class AppendOnlyTests
{
    [Theory, OnBothDatabases]
    public async Task The_applications_own_account_changes_and_deletes_nothing_that_only_grows(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        await installation.OpenCompartmentsAsync(caseId, Compartment.Identity);
        await installation.CloseCompartmentsAsync(caseId);
        // A trigger refuses row by row: each table needs one.
        await installation.AttachAsync(caseId, "note.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 something"));
        await SampleRows.AddMissingAsync(installation, caseId);
        await using var db = installation.Database.Open();
        var tables = db.AppendOnlyTables();
        new[] { "operations", "operation_events", "openings", "openings_closed" }.ShouldBeSubsetOf(tables);
        foreach (var table in tables)
        {
            var column = db.Model.GetEntityTypes().First(t => t.GetTableName() == table).FindPrimaryKey()!.Properties[0].GetColumnName();
            await ShouldRefuseAsync(db, $"UPDATE {table} SET \"{column}\" = \"{column}\"");
            await ShouldRefuseAsync(db, $"DELETE FROM {table}");
        }
    }

    /// <summary>The digest of a row is taken from its properties, by the name of its type: so these have to hold for every chained type.</summary>
    [Theory, OnBothDatabases]
    public async Task Every_chained_type_can_be_digested(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var chained = db.Model.GetEntityTypes().Where(t => typeof(IChainedRow).IsAssignableFrom(t.ClrType)).ToList();

        chained
            .GroupBy(t => t.ClrType.Name, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ShouldBeEmpty("two types of one name");
        chained.Where(t => t.IsOwned() || t.BaseType is not null).ShouldBeEmpty();
        chained
            .Where(t => t.FindPrimaryKey()!.Properties is not [{ Name: "Id", ClrType: var id }] || id != typeof(Guid))
            .ShouldBeEmpty("the key is the id");
        Type[] exact = [typeof(bool), typeof(int), typeof(long), typeof(Guid), typeof(string), typeof(byte[]), typeof(DateTime), typeof(DateOnly)];
        chained
            .SelectMany(t => t.GetProperties())
            .Where(p => p.IsShadowProperty() || !(Plain(p).IsEnum || exact.Contains(Plain(p))))
            .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}")
            .ShouldBeEmpty("only exact values with a property of their own");
    }

    private static Type Plain(IProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    private static async Task ShouldRefuseAsync(HemvagDbContext db, string sql)
    {
        var refused = await Should.ThrowAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql), sql);
        (refused.SqlState == "42501" || refused.Message.Contains("only grows", StringComparison.Ordinal)).ShouldBeTrue($"{sql}: {refused.Message}");
    }
}
