using System.Data.Common;
using System.Text;
using Hemvag.Auditing;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Auditing;

/// <summary>One changed value, in every column of every table that a chain covers, is found and named.</summary>
public sealed class ChangedByteTests
{
    private static readonly Type[] Chains = [typeof(Operation), typeof(OperationEvent), typeof(StreamHead), typeof(SealedFileChunk)];

    [Theory, OnBothDatabases]
    public async Task A_changed_value_in_any_chained_row_is_found(DatabaseKind kind)
    {
        await using var installation = await FilledAsync(kind);
        await using var tamperer = await Tamperer.OpenAsync(installation.Database);
        var missed = new List<string>();
        foreach (var type in tamperer.Db.Model.GetEntityTypes().Where(t => typeof(IChainedRow).IsAssignableFrom(t.ClrType)))
        {
            var row = (IChainedRow)(await Rows.FirstAsync(tamperer.Db, type))!;
            var place = $"{type.ClrType.Name} {row.Id}";
            foreach (var property in type.GetProperties())
            {
                await TamperAsync(
                    installation,
                    tamperer,
                    (type, row, property),
                    LongRun.Enabled,
                    (change, findings) =>
                    {
                        if (!findings.Any(f => f.Stream == row.ChainStream && f.Row == place))
                        {
                            missed.Add($"{type.ClrType.Name}.{property.Name} {change}");
                        }
                    }
                );
            }
        }

        missed.ShouldBeEmpty();
    }

    /// <summary>Named here and in docs/threat-model.md: none of them gives a right or holds what was decided.</summary>
    private static readonly string[] NotCovered =
    [
        "account_claims",
        "account_logins",
        "account_tokens",
        "case_counters",
        "cookie_keys",
        "database_marks",
        "jobs",
        "notices",
        "sessions_seen",
        "verification_runs",
    ];

    /// <summary>A new table is chained, part of the chains, or named as covered by neither.</summary>
    [Theory, OnBothDatabases]
    public async Task Every_table_is_covered_or_named(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var tables = db.Model.GetEntityTypes().ToList();

        tables
            .Where(t => !typeof(IChainedRow).IsAssignableFrom(t.ClrType) && !Chains.Contains(t.ClrType))
            .Select(t => t.GetTableName())
            .ShouldBe(NotCovered, ignoreOrder: true);
        // Of trail and money, what only grows is refused to change by the database as well.
        string[] only =
        [
            "operations",
            "operation_events",
            "openings",
            "openings_closed",
            "ledger_entries",
            "disclosures",
            "sealed_records",
            "erased_keys",
        ];
        only.ShouldBeSubsetOf(db.AppendOnlyTables());
    }

    [Theory, OnBothDatabases]
    public async Task A_changed_value_in_the_chains_themselves_is_found(DatabaseKind kind)
    {
        await using var installation = await FilledAsync(kind);
        await using var tamperer = await Tamperer.OpenAsync(installation.Database);
        var missed = new List<string>();
        var before = (await installation.VerifyAsync()).Findings;
        foreach (var type in Chains.Select(t => tamperer.Db.Model.FindEntityType(t)!))
        {
            var row = (await Rows.FirstAsync(tamperer.Db, type))!;
            foreach (var property in type.GetProperties())
            {
                await TamperAsync(
                    installation,
                    tamperer,
                    (type, row, property),
                    all: true,
                    (change, findings) =>
                    {
                        // Samples mean nothing, so that modules' own sums may differ before anything is changed.
                        if (!findings.Except(before).Any())
                        {
                            missed.Add($"{type.ClrType.Name}.{property.Name} {change}");
                        }
                    }
                );
            }
        }

        missed.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task An_untouched_database_passes(DatabaseKind kind)
    {
        await using var installation = await FilledAsync(kind, samples: false);

        var (findings, counts) = await installation.VerifyAsync();

        findings.ShouldBeEmpty();
        counts.Operations.ShouldBeGreaterThan(5);
        counts.Rows.ShouldBeGreaterThan(20);
    }

    private static async Task<TestInstallation> FilledAsync(DatabaseKind kind, bool samples = true)
    {
        var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        await installation.AttachAsync(caseId, "note.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 something"));
        await installation.OpenCompartmentsAsync(caseId, Compartment.Identity);
        await installation.CloseCompartmentsAsync(caseId);
        if (samples)
        {
            await SampleRows.AddMissingAsync(installation, caseId);
        }

        return installation;
    }

    private static async Task TamperAsync(
        TestInstallation installation,
        Tamperer tamperer,
        (IEntityType Type, object Row, IProperty Property) place,
        bool all,
        Action<string, IReadOnlyList<Finding>> look
    )
    {
        var column = Tamperer.Quoted(place.Property);
        var table = Tamperer.Table(place.Type);
        var before = place.Property.GetGetter().GetClrValue(place.Row);
        var changes = ChangedValues.Of(tamperer, place.Property, before);
        // There are hundreds of columns: the short run takes the first change of each, the long run all.
        foreach (var (name, value) in changes.Take(all ? int.MaxValue : 1))
        {
            var (where, key) = tamperer.Key(place.Type, place.Row);
            (await tamperer.ExecuteAsync($"UPDATE {table} SET {column} = @value WHERE {where}", [value("@value"), .. key])).ShouldBe(1);
            look(name, (await installation.VerifyAsync()).Findings);
            // Where the key itself was changed, the row is found again by its new one.
            (where, key) = tamperer.Key(place.Type, place.Row);
            var changed = $"@key_{place.Property.Name}";
            DbParameter[] found = [.. key.Select(k => k.ParameterName == changed ? value(changed) : k)];
            (
                await tamperer.ExecuteAsync(
                    $"UPDATE {table} SET {column} = @before WHERE {where}",
                    [tamperer.Value("@before", place.Property, before), .. found]
                )
            ).ShouldBe(1);
        }
    }
}
