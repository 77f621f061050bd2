using Hemvag.Auditing;
using Hemvag.Commands;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Auditing;

/// <summary>Whole rows, tails and cases that someone with the database's owner account takes, adds, swaps or rewinds.</summary>
public sealed class TamperTests
{
    [Theory, OnBothDatabases]
    public async Task A_missing_row_is_found_in_every_chained_table(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        await SampleRows.AddMissingAsync(installation, caseId);
        await using var tamperer = await Tamperer.OpenAsync(installation.Database);
        foreach (var type in Chained(tamperer.Db))
        {
            var row = (IChainedRow)(await Rows.FirstAsync(tamperer.Db, type))!;
            var (where, key) = tamperer.Key(type, row);
            await tamperer.ExecuteAsync($"DELETE FROM {Tamperer.Table(type)} WHERE {where}", key);

            var (findings, _) = await installation.VerifyAsync();

            findings.ShouldContain(f => f.Stream == row.ChainStream && f.Row == $"{type.ClrType.Name} {row.Id}" && f.What == "is missing");
        }
    }

    [Theory, OnBothDatabases]
    public async Task An_account_changed_added_or_deleted_behind_the_program_is_found(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var id = await installation.AddAccountAsync("asta@example.org", "Asta Lind");
        await using var tamperer = await Tamperer.OpenAsync(installation.Database);
        string[] changes =
        [
            "\"PasswordHash\" = 'x'",
            "\"SecurityStamp\" = 'x'",
            "\"SecondFactorKey\" = NULL, \"ClosedAt\" = NULL, \"AccessFailedCount\" = 7",
            "\"UserName\" = 'x'",
            "\"DisplayName\" = 'x'",
        ];
        foreach (var change in changes)
        {
            await tamperer.ExecuteAsync($"UPDATE accounts SET {change}");
            await FoundAsync("differs from what was recorded", id);
        }

        await tamperer.ExecuteAsync("DELETE FROM account_roles");
        await tamperer.ExecuteAsync("DELETE FROM accounts");
        await FoundAsync("is missing", id);
        var forged = TestInstallation.NewId();
        var account = new Account
        {
            Id = forged,
            DisplayName = "x",
            OrganisationId = TestInstallation.Coordinator.OrganisationId,
            Language = "sv",
            CreatedAt = new DateTime(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc),
        };
        tamperer.Db.Add(account);
        await tamperer.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await FoundAsync("was added without an operation", forged);

        async Task FoundAsync(string what, Guid account) =>
            (await installation.VerifyAsync()).Findings.ShouldContain(f =>
                f.Stream == Streams.Account(account) && f.Row == $"Account {account}" && f.What == what
            );
    }

    [Theory, OnBothDatabases]
    public async Task An_added_row_is_found(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        await using var tamperer = await Tamperer.OpenAsync(installation.Database);
        var forged = TestInstallation.NewId();
        // Without the program's own interceptor, as an attacker's tool would write it.
        tamperer.Db.Add(
            new OpeningClosed
            {
                Id = forged,
                CaseId = caseId,
                ClosedAt = new DateTime(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc),
            }
        );
        await tamperer.Db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var (findings, _) = await installation.VerifyAsync();

        var finding = findings.ShouldHaveSingleItem();
        finding.Stream.ShouldBe(Streams.Openings(caseId));
        finding.Row.ShouldBe($"{nameof(OpeningClosed)} {forged}");
    }

    [Theory, OnBothDatabases]
    public async Task An_added_event_without_an_operation_is_found(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await using var tamperer = await Tamperer.OpenAsync(installation.Database);
        tamperer.Db.Add(
            new OperationEvent
            {
                OperationId = TestInstallation.NewId(),
                Ordinal = 0,
                Kind = "Forged",
                Schema = 1,
                Data = "{}",
            }
        );
        await tamperer.Db.SaveChangesAsync(TestContext.Current.CancellationToken);

        (await installation.VerifyAsync()).Findings.ShouldHaveSingleItem().What.ShouldBe("belongs to no operation");
    }

    [Theory, OnBothDatabases]
    public async Task Two_swapped_sealed_records_are_found(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var first = await installation.OpenMatterAsync();
        var second = await installation.OpenMatterAsync();
        await using var tamperer = await Tamperer.OpenAsync(installation.Database);
        var a = await IdentityAsync(tamperer.Db, first);
        var b = await IdentityAsync(tamperer.Db, second);
        await SetEnvelopeAsync(tamperer, a.Id, b.Envelope);
        await SetEnvelopeAsync(tamperer, b.Id, a.Envelope);

        var (findings, _) = await installation.VerifyAsync();

        findings.ShouldContain(f => f.Stream == Streams.Case(first) && f.Row == $"SealedRecord {a.Id}" && f.What == "differs from what was recorded");
        findings.ShouldContain(f =>
            f.Stream == Streams.Case(second) && f.Row == $"SealedRecord {b.Id}" && f.What == "differs from what was recorded"
        );
        findings.ShouldContain(f => f.Row == $"SealedRecord {a.Id}" && f.What == "does not open with the case's key");
    }

    [Theory, OnBothDatabases]
    public async Task Two_swapped_operations_are_found(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        await installation.OpenCompartmentsAsync(caseId, Compartment.Identity);
        await installation.OpenCompartmentsAsync(caseId, Compartment.Contact);
        await using var tamperer = await Tamperer.OpenAsync(installation.Database);
        await tamperer.ExecuteAsync(
            "UPDATE operations SET \"Version\" = 3 - \"Version\" WHERE \"Stream\" = @stream",
            tamperer.Raw("@stream", Streams.Openings(caseId))
        );

        (await installation.VerifyAsync()).Findings.ShouldContain(f =>
            f.Stream == Streams.Openings(caseId) && f.Row.StartsWith("operation 1 ", StringComparison.Ordinal)
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_cut_tail_with_its_head_rewound_is_found_against_a_checkpoint(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        await installation.OpenCompartmentsAsync(caseId, Compartment.Identity);
        await installation.OpenCompartmentsAsync(caseId, Compartment.Contact);
        await CutOpeningAsync(installation, caseId);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty("the database alone cannot tell");

        await installation.OpenCompartmentsAsync(caseId, Compartment.Contact);
        await installation.CheckpointAsync();
        await CutOpeningAsync(installation, caseId);

        var finding = (await installation.VerifyAsync()).Findings.ShouldHaveSingleItem();
        finding.Stream.ShouldBe(Streams.Openings(caseId));
        finding.Row.ShouldBe("operation 2");
        finding.What.ShouldContain("tail was cut");
    }

    [Theory, OnBothDatabases]
    public async Task A_tail_that_was_cut_and_has_grown_again_is_found(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        await installation.OpenCompartmentsAsync(caseId, Compartment.Identity);
        await installation.OpenCompartmentsAsync(caseId, Compartment.Contact);
        await installation.CheckpointAsync();
        await CutOpeningAsync(installation, caseId);
        for (var i = 0; i < 3; i++)
        {
            await installation.OpenCompartmentsAsync(caseId, Compartment.Notes);
        }

        await installation.CheckpointAsync();

        (await installation.VerifyAsync()).Findings.ShouldContain(f => f.Stream == Streams.Openings(caseId) && f.Row == "operation 2");
    }

    [Theory, OnBothDatabases]
    public async Task A_vanished_case_is_found_against_a_checkpoint(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        await installation.OpenMatterAsync();
        await installation.CheckpointAsync();
        await using (var tamperer = await Tamperer.OpenAsync(installation.Database))
        {
            await RemoveCaseAsync(tamperer, caseId);
        }

        var finding = (await installation.VerifyAsync()).Findings.ShouldHaveSingleItem();
        finding.Stream.ShouldBe(Streams.Case(caseId));
        finding.What.ShouldContain("has vanished");
    }

    [Theory, OnBothDatabases]
    public async Task A_damaged_checkpoint_is_found(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await installation.CheckpointAsync();
        await installation.OpenMatterAsync();
        await installation.CheckpointAsync();
        var lines = await File.ReadAllLinesAsync(installation.CheckpointPath, TestContext.Current.CancellationToken);
        lines.Length.ShouldBe(2);
        foreach (
            var damage in new[]
            {
                lines[1].Replace("\"Count\":1", "\"Count\":2", StringComparison.Ordinal),
                lines[1][..^9],
                "",
                "null",
                "{}",
                lines[1].Replace("\"KeyVersion\":1", "\"KeyVersion\":9", StringComparison.Ordinal),
            }
        )
        {
            await File.WriteAllLinesAsync(installation.CheckpointPath, [lines[0], damage], TestContext.Current.CancellationToken);

            var finding = (await installation.VerifyAsync()).Findings.ShouldHaveSingleItem();
            finding.Stream.ShouldBe("checkpoints");
            finding.Row.ShouldBe("line 2");
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_shortened_emptied_or_deleted_file_of_checkpoints_is_found(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        for (var i = 0; i < 3; i++)
        {
            await installation.OpenMatterAsync();
            await installation.CheckpointAsync();
        }

        var path = installation.CheckpointPath;
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        foreach (var left in new string[][] { [lines[0]], [lines[0], lines[2]], [lines[1], lines[2]], [] })
        {
            await File.WriteAllLinesAsync(path, left, TestContext.Current.CancellationToken);
            (await installation.VerifyAsync()).Findings.ShouldContain(f => f.Stream == "checkpoints");
        }

        File.Delete(path);
        (await installation.VerifyAsync()).Findings.ShouldHaveSingleItem().Stream.ShouldBe("checkpoints");
        await installation.CheckpointAsync();
        (await installation.VerifyAsync()).Findings.ShouldHaveSingleItem().Stream.ShouldBe("checkpoints");
    }

    /// <summary>The machine went down while a checkpoint was being written.</summary>
    [Theory, OnBothDatabases]
    public async Task An_unfinished_checkpoint_is_none(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await installation.CheckpointAsync();
        await installation.OpenMatterAsync();
        await File.AppendAllTextAsync(installation.CheckpointPath, "{\"At\":\"2026-09", TestContext.Current.CancellationToken);

        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
        await installation.CheckpointAsync();

        (await File.ReadAllLinesAsync(installation.CheckpointPath, TestContext.Current.CancellationToken)).Length.ShouldBe(2);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task The_command_says_0_for_a_whole_database_and_1_with_what_it_found(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        var output = new StringWriter();

        (await VerifyCommand.RunAsync(installation.Services, output, TextWriter.Null, TestContext.Current.CancellationToken)).ShouldBe(
            0,
            output.ToString()
        );

        await using var tamperer = await Tamperer.OpenAsync(installation.Database);
        await tamperer.ExecuteAsync("UPDATE cases SET \"Number\" = 'ÅMP 2026-0009'");
        (await VerifyCommand.RunAsync(installation.Services, output, TextWriter.Null, TestContext.Current.CancellationToken)).ShouldBe(1);
        output.ToString().ShouldContain($"{Streams.Case(caseId)}  Case {caseId}  differs from what was recorded");
    }

    [Theory, OnBothDatabases]
    public async Task A_value_written_in_another_form_that_reads_the_same_is_found(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await installation.OpenMatterAsync();
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
        await using var tamperer = await Tamperer.OpenAsync(installation.Database);
        List<(string Table, string Column, string Change, string Back)> changes =
        [
            // Read back as the same word by the program, and found by no query for it.
            ("case_participants", "Role", "lower(\"Role\")", "'RegionalCoordinator'"),
        ];
        if (kind == DatabaseKind.Sqlite)
        {
            changes.AddRange([
                ("case_participants", "CaseId", "lower(\"CaseId\")", "upper(\"CaseId\")"),
                ("case_participants", "From", "replace(\"From\", ' ', 'T')", "replace(\"From\", 'T', ' ')"),
                ("sealed_records", "Envelope", "cast(\"Envelope\" as text)", "cast(\"Envelope\" as blob)"),
            ]);
        }

        foreach (var (table, column, change, back) in changes)
        {
            await tamperer.ExecuteAsync($"UPDATE {table} SET \"{column}\" = {change}");
            (await installation.VerifyAsync()).Findings.ShouldContain(f => f.Stream == table && f.Row == column, $"{table}.{column}");
            await tamperer.ExecuteAsync($"UPDATE {table} SET \"{column}\" = {back}");
        }

        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_written_while_it_looks_is_no_finding(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    await installation.OpenCompartmentsAsync(caseId, Compartment.Notes);
                }
            },
            TestContext.Current.CancellationToken
        );
        for (var i = 0; i < 10; i++)
        {
            (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
        }

        await stop.CancelAsync();
        await writing;
    }

    private static IEnumerable<IEntityType> Chained(HemvagDbContext db) =>
        db.Model.GetEntityTypes().Where(t => typeof(IChainedRow).IsAssignableFrom(t.ClrType));

    private static Task<SealedRecord> IdentityAsync(HemvagDbContext db, Guid caseId) =>
        db.Set<SealedRecord>().AsNoTracking().FirstAsync(r => r.CaseId == caseId && r.Compartment == Compartment.Identity);

    private static async Task SetEnvelopeAsync(Tamperer tamperer, Guid id, byte[] envelope)
    {
        var type = tamperer.Db.Model.FindEntityType(typeof(SealedRecord))!;
        await tamperer.ExecuteAsync(
            "UPDATE sealed_records SET \"Envelope\" = @envelope WHERE \"Id\" = @id",
            tamperer.Raw("@envelope", envelope),
            tamperer.Value("@id", type.FindProperty("Id")!, id)
        );
    }

    /// <summary>Takes the newest opening with its operation, and sets the head back as if it had never been.</summary>
    private static async Task CutOpeningAsync(TestInstallation installation, Guid caseId)
    {
        await using var tamperer = await Tamperer.OpenAsync(installation.Database);
        var db = tamperer.Db;
        var stream = Streams.Openings(caseId);
        var chain = await db.Set<Operation>().Include(o => o.Events).Where(o => o.Stream == stream).OrderBy(o => o.Version).ToListAsync();
        var last = chain[^1];
        var written = RowDigest.Unpack(last.Rows).Select(r => r.Id).ToList();
        db.RemoveRange(await db.Set<Opening>().Where(o => written.Contains(o.Id)).ToListAsync());
        db.RemoveRange(last.Events);
        db.Remove(last);
        var head = await db.Set<StreamHead>().FirstAsync(h => h.Stream == stream);
        head.Count--;
        head.Mac = chain[^2].Mac;
        await db.SaveChangesAsync();
    }

    private static async Task RemoveCaseAsync(Tamperer tamperer, Guid caseId)
    {
        await tamperer.ExecuteAsync(
            "DELETE FROM operation_events WHERE \"OperationId\" IN (SELECT \"Id\" FROM operations WHERE \"Stream\" = @stream)",
            tamperer.Raw("@stream", Streams.Case(caseId))
        );
        await tamperer.ExecuteAsync("DELETE FROM operations WHERE \"Stream\" = @stream", tamperer.Raw("@stream", Streams.Case(caseId)));
        await tamperer.ExecuteAsync("DELETE FROM stream_heads WHERE \"Stream\" = @stream", tamperer.Raw("@stream", Streams.Case(caseId)));
        foreach (var type in tamperer.Db.Model.GetEntityTypes())
        {
            var owner = type.ClrType.Name == "Case" ? type.FindProperty("Id") : type.FindProperty("CaseId");
            if (owner is not null)
            {
                await tamperer.ExecuteAsync(
                    $"DELETE FROM {Tamperer.Table(type)} WHERE {Tamperer.Quoted(owner)} = @case",
                    tamperer.Value("@case", owner, caseId)
                );
            }
        }
    }
}
