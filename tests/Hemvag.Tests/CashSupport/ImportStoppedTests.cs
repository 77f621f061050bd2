using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.CashSupport.Import.Rows;
using Hemvag.Modules.CashSupport.Import.Working;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Files;
using Hemvag.Tests.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.CashSupport;

/// <summary>Work on an import that stops in the middle, or is done by two at once: what is entered is noted, and nothing is entered twice.</summary>
public sealed class ImportStoppedTests
{
    [Theory, OnBothDatabases]
    public Task What_was_entered_just_before_the_program_ended_is_found_entered(DatabaseKind kind) => KilledAsync(kind, rulesChange: false);

    [Theory, OnBothDatabases]
    public Task It_is_found_entered_also_when_the_rows_could_not_be_entered_any_more(DatabaseKind kind) => KilledAsync(kind, rulesChange: true);

    [Theory, OnBothDatabases]
    public async Task Work_that_was_given_up_is_begun_again_and_keeps_no_names_past_their_day(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(ImportWorld.Mixed());
        await world.StartAsync(id);
        (await Should.ThrowAsync<RefusedException>(() => world.StartAsync(id))).Refusal.Name.ShouldBe("ImportRuns");
        (await IsLeftAsync()).ShouldBeFalse();
        await GiveUpAsync();
        (await IsLeftAsync()).ShouldBeTrue();
        await world.StartAsync(id);
        await GiveUpAsync();
        world.Installation.Time.Advance(TimeSpan.FromDays(CashImport.DaysKept + 1));
        await world.RunJobsAsync();
        (await world.ImportAsync(id)).State.ShouldBe(CashImportState.Ended);
        (await world.WithDbAsync(db => db.Set<CaseKey>().CountAsync(k => k.CaseId == id))).ShouldBe(0);

        async Task<bool> IsLeftAsync()
        {
            var import = await world.ImportAsync(id);
            return await world.Installation.InScopeAsync(s => s.GetRequiredService<CashImportQueries>().IsLeftAsync(import));
        }

        Task<int> GiveUpAsync() =>
            world.WithDbAsync(db =>
                db.Set<Job>()
                    .Where(j => j.Kind == EnterImported.JobKind && j.SubjectId == id)
                    .ExecuteUpdateAsync(s => s.SetProperty(j => j.DeadAt, FakeTime.Start.UtcDateTime))
            );
    }

    [Theory, OnBothDatabases]
    public async Task An_import_that_is_ended_says_entered_of_what_is_entered(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(ImportWorld.Alone(12));
        await world.StartAsync(id);
        await EnterUnnotedAsync(world, id, 1, 2, 7);
        await world.ActAsync(id, (s, h) => s.EndAsync(h, TestInstallation.NewId(), true));
        (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(0, 0, 3, 9));
        var cases = await world.WithDbAsync(db => db.Set<CashDecision>().Select(d => (Guid?)d.CaseId).ToListAsync());
        (await world.RowsAsync(id)).Select(r => r.EnteredAs).OfType<Guid>().ShouldBe(cases.OfType<Guid>(), ignoreOrder: true);
        (await world.Installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_was_entered_before_one_that_broke_is_noted(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(ImportWorld.Alone(12));
        await world.StartAsync(id);
        await world.AtDecisionAsync(6, "SELECT RAISE(ABORT, 'broken');", "RAISE EXCEPTION 'broken';");
        await Should.ThrowAsync<Exception>(() => world.TurnAsync(id));
        (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(7, 0, 5, 0));
    }

    [Theory, OnBothDatabases]
    public async Task Where_the_first_one_broke_nothing_is_noted(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(ImportWorld.Alone(3));
        await world.StartAsync(id);
        await world.AtDecisionAsync(1, "SELECT RAISE(ABORT, 'broken');", "RAISE EXCEPTION 'broken';");
        await Should.ThrowAsync<Exception>(() => world.TurnAsync(id));
        (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(3, 0, 0, 0));
        (await world.WithDbAsync(db => db.Set<Operation>().CountAsync(o => o.Kind == EnterImported.JobKind))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Rights_that_end_during_a_turn_enter_nothing_more_than_what_was_begun(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(ImportWorld.Alone(60));
        await world.StartAsync(id);
        const string close = """
            UPDATE accounts SET "ClosedAt" = (SELECT "EnteredAt" FROM cash_decisions LIMIT 1) WHERE "DisplayName" = 'Ove Dahl';
            """;
        await world.AtDecisionAsync(3, close, close);
        await world.RunJobsAsync();
        (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(35, 0, 25, 0));
        (await world.ImportAsync(id)).State.ShouldBe(CashImportState.Uploaded);
    }

    [Theory, OnBothDatabases]
    public async Task An_import_of_many_goes_on_turn_by_turn_and_two_nodes_enter_nothing_twice(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(
            DecisionRows.Csv(DecisionRows.Decisions(new Random(13), ImportWorld.Today, 130, alone: true).SelectMany(d => d))
        );
        await world.StartAsync(id);
        (await world.TurnAsync(id)).ShouldNotBeNull();
        (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(30, 0, 100, 0));
        await Task.WhenAll(TurnOrConflictAsync(world, id), TurnOrConflictAsync(world, id));
        await world.RunJobsAsync();
        (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(0, 0, 130, 0));
        (await world.CasesAsync()).ShouldBe(130);
    }

    private static async Task KilledAsync(DatabaseKind kind, bool rulesChange)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(
            DecisionRows.Csv(DecisionRows.Decisions(new Random(12), ImportWorld.Today, 12, alone: true).SelectMany(d => d))
        );
        await world.StartAsync(id);
        await EnterUnnotedAsync(world, id, 1, 2, 7);
        (await world.CountsAsync(id)).Ready.ShouldBe(12);
        if (rulesChange)
        {
            // A year on no row can be entered any more; those that are there are there.
            world.Installation.Time.Advance(TimeSpan.FromDays(400));
            await world.TurnAsync(id);
            (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(0, 9, 3, 0));
            (await world.CasesAsync()).ShouldBe(3);
            return;
        }

        await world.RunJobsAsync();
        (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(0, 0, 12, 0));
        (await world.CasesAsync()).ShouldBe(12);
        (await world.RowsAsync(id)).Select(r => r.EnteredAs).Distinct().Count().ShouldBe(12);
    }

    // The program ends after it has entered some decisions and before it has noted any of them.
    private static async Task EnterUnnotedAsync(ImportWorld world, Guid id, params IReadOnlyList<int> decisions)
    {
        var opened = await world.OpenAsync(id);
        await world.Installation.InScopeAsync(async s =>
        {
            var reading = await s.GetRequiredService<DecisionReaders>().ForAsync(ImportWorld.Today);
            var stored = await s.GetRequiredService<CaseVault>()
                .ReadAllAsync<CashRowsPayload>(s.GetRequiredService<HemvagDbContext>(), opened, Compartment.Identity, CashImportRow.SubjectPrefix);
            foreach (var decision in decisions)
            {
                var rows = stored.Single(r => r.Subject == CashImportRow.SubjectOf(decision)).Value.Rows;
                var read = reading.ReadOne(decision, [.. rows.Select(r => new TableRow(r.Number, r.Cells, []))]);
                await s.GetRequiredService<CashDecisions>().EnterAsync(world.Officer, EnterImported.EntryId(id, decision), read.Entry!);
            }

            return true;
        });
    }

    private static async Task TurnOrConflictAsync(ImportWorld world, Guid id)
    {
        try
        {
            await world.TurnAsync(id);
        }
        catch (RefusedException)
        {
            // The other node was quicker three times; its job runs again.
        }
    }
}
