using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.CashSupport.Import.Rows;
using Hemvag.Modules.CashSupport.Import.Working;
using Hemvag.Modules.Organisations;
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

/// <summary>Imports of decisions on both databases: no row lost, none entered twice, nothing left in clear.</summary>
public sealed class ImportTests
{
    [Theory, OnBothDatabases]
    public Task Three_hundred_rows_of_which_some_are_bad_in_every_way(DatabaseKind kind) =>
        ImportAsync(kind, rows: 300, badRows: 40, asWorkbook: false);

    [Theory, OnBothDatabases]
    [Trait("Category", "Long")]
    public async Task Five_thousand_rows_of_which_two_hundred_are_bad_in_twenty_ways(DatabaseKind kind)
    {
        if (LongRun.Enabled)
        {
            await ImportAsync(kind, rows: 5_000, badRows: 200, asWorkbook: false);
            await ImportAsync(kind, rows: 5_000, badRows: 200, asWorkbook: true);
        }
    }

    [Theory, OnBothDatabases]
    public async Task The_same_file_again_enters_nothing_twice(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var file = DecisionRows.Csv(DecisionRows.Decisions(new Random(11), ImportWorld.Today, 20).SelectMany(d => d));
        var first = await world.UploadAsync(file);
        await world.StartAsync(first);
        await world.RunJobsAsync();
        (await world.ImportAsync(first)).State.ShouldBe(CashImportState.Ended);
        (await world.CountsAsync(first)).ShouldBe(new CashRowCounts(0, 0, 20, 0));
        var cases = await world.CasesAsync();

        var second = await world.UploadAsync(file);
        await world.StartAsync(second);
        await world.RunJobsAsync();
        (await world.CountsAsync(second)).ShouldBe(new CashRowCounts(0, 20, 0, 0));
        (await world.CasesAsync()).ShouldBe(cases);
        (await world.RowsAsync(second))
            .GroupBy(r => r.Decision)
            .ShouldAllBe(g => g.Any(r => ImportWorld.FaultsOf(r)[0].Kind == RowFaultKind.AlreadySupported));
        (await world.ImportAsync(second)).State.ShouldBe(CashImportState.Worked);
        (await world.Installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public Task What_was_entered_just_before_the_program_ended_is_found_entered(DatabaseKind kind) => KilledAsync(kind, rulesChange: false);

    [Theory, OnBothDatabases]
    public Task It_is_found_entered_also_when_the_rows_could_not_be_entered_any_more(DatabaseKind kind) => KilledAsync(kind, rulesChange: true);

    [Theory, OnBothDatabases]
    public async Task Work_that_was_given_up_is_begun_again_and_keeps_no_names_past_their_day(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(Mixed());
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

    [Theory, OnBothDatabases]
    public async Task An_import_that_is_ended_says_entered_of_what_is_entered(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(Alone(12));
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
        var id = await world.UploadAsync(Alone(12));
        await world.StartAsync(id);
        await world.AtDecisionAsync(6, "SELECT RAISE(ABORT, 'broken');", "RAISE EXCEPTION 'broken';");
        await Should.ThrowAsync<Exception>(() => world.TurnAsync(id));
        (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(7, 0, 5, 0));
    }

    [Theory, OnBothDatabases]
    public async Task Rights_that_end_during_a_turn_enter_nothing_more_than_what_was_begun(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(Alone(60));
        await world.StartAsync(id);
        const string close = """
            UPDATE accounts SET "ClosedAt" = (SELECT "EnteredAt" FROM cash_decisions LIMIT 1) WHERE "DisplayName" = 'Ove Dahl';
            """;
        await world.AtDecisionAsync(3, close, close);
        await world.RunJobsAsync();
        (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(35, 0, 25, 0));
        (await world.ImportAsync(id)).State.ShouldBe(CashImportState.Uploaded);
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

    [Theory, OnBothDatabases]
    public async Task Ended_its_keys_are_gone_and_what_was_not_entered_is_said_so(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(Mixed());
        var before = await world.CountsAsync(id);
        (
            await Should.ThrowAsync<RefusedException>(() => world.ActAsync(id, (s, h) => s.EndAsync(h, TestInstallation.NewId(), false)))
        ).Refusal.Name.ShouldBe("ImportEndNotConfirmed");
        await world.ActAsync(id, (s, h) => s.EndAsync(h, TestInstallation.NewId(), true));
        (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(0, before.Bad, 0, before.Ready));
        (await world.WithDbAsync(db => db.Set<CaseKey>().CountAsync(k => k.CaseId == id))).ShouldBe(0);
        (await world.FindAsync(id)).ShouldNotBeNull().MayRead.ShouldBeFalse();
        (await Should.ThrowAsync<RefusedException>(() => world.StartAsync(id))).Refusal.Name.ShouldBe("ImportHasEnded");
        (await world.Installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task After_thirty_days_what_is_left_is_destroyed(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(Mixed());
        world.Installation.Time.Advance(TimeSpan.FromDays(CashImport.DaysKept));
        await world.RunJobsAsync();
        (await world.ImportAsync(id)).State.ShouldBe(CashImportState.Uploaded);
        world.Installation.Time.Advance(TimeSpan.FromDays(1));
        await world.RunJobsAsync();
        (await world.ImportAsync(id)).State.ShouldBe(CashImportState.Ended);
        (await world.WithDbAsync(db => db.Set<CaseKey>().CountAsync(k => k.CaseId == id))).ShouldBe(0);
        (await world.Installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task It_is_the_officers_until_they_have_left_and_then_a_colleagues_who_takes_it_over(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(Mixed());
        (await world.FindAsync(id, world.Colleague)).ShouldBeNull();
        (await world.FindAsync(id, world.Caseworker)).ShouldBeNull();
        await world.StartAsync(id);
        await world.Installation.InScopeAsync(async s =>
        {
            await s.GetRequiredService<Hemvag.Modules.Accounts.AccountRegister>()
                .CloseAsync(TestInstallation.NewId(), Hemvag.Auditing.Actor.System("test"), world.Officer.Id);
            return true;
        });
        await world.RunJobsAsync();
        (await world.ImportAsync(id)).State.ShouldBe(CashImportState.Uploaded);
        (await world.CasesAsync()).ShouldBe(0);
        var found = (await world.FindAsync(id, world.Colleague)).ShouldNotBeNull();
        (found.MayRead, found.MayTakeOver).ShouldBe((false, true));
        (await Should.ThrowAsync<RefusedException>(() => world.StartAsync(id, world.Colleague))).Refusal.Name.ShouldBe("ImportNotYours");
        await world.ActAsync(id, (s, h) => s.TakeOverAsync(h, TestInstallation.NewId()), world.Colleague);
        await world.StartAsync(id, world.Colleague);
        await world.RunJobsAsync();
        (await world.CountsAsync(id)).Ready.ShouldBe(0);
        (await world.CasesAsync()).ShouldBeGreaterThan(0);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_form_twice_is_one_import(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var form = TestInstallation.NewId();
        (await world.UploadAsync(Mixed(), operationId: form)).ShouldBe(await world.UploadAsync(Mixed(), operationId: form));
        (await world.WithDbAsync(db => db.Set<CashImport>().CountAsync())).ShouldBe(1);
        (await world.WithDbAsync(db => db.Set<Job>().CountAsync(j => j.Kind == EndOldImport.JobKind))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task What_stands_in_the_file_stands_nowhere_in_clear(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var rows = DecisionRows.Decision(new Random(14), ImportWorld.Today, 7, 2);
        rows[1][DecisionRows.At("land")] = "Grönland";
        var id = await world.UploadAsync(DecisionRows.Csv(rows));
        var events = await world.WithDbAsync(db => db.Set<Hemvag.Auditing.OperationEvent>().Select(e => e.Data).ToListAsync());
        var stored = (await world.RowsAsync(id)).Select(r => r.Faults + r.Subject).Concat(events).ToList();
        foreach (var secret in rows.SelectMany(r => r).Where(c => c.Length > 4))
        {
            stored.ShouldAllBe(s => !s.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
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

    private static byte[] Alone(int decisions) =>
        DecisionRows.Csv(DecisionRows.Decisions(new Random(16), ImportWorld.Today, decisions, alone: true).SelectMany(d => d));

    private static byte[] Mixed()
    {
        var random = new Random(15);
        var decisions = DecisionRows.Decisions(random, ImportWorld.Today, 8, alone: true);
        decisions[3][0][DecisionRows.At("land")] = "Atlantis";
        return DecisionRows.Csv(decisions.SelectMany(d => d));
    }

    private static Task ImportAsync(DatabaseKind kind, int rows, int badRows, bool asWorkbook) =>
        SeededRandom.RunAsync(async random =>
        {
            await using var world = await ImportWorld.StartAsync(kind);
            var ways = BadRows.Ways(ImportWorld.Today).Where(w => !asWorkbook || w.Fault != "BrokenQuotes").ToList();
            var spoiled = Enumerable.Range(0, badRows).Select(i => ways[i % ways.Count]).ToList();
            var decisions = new List<List<string[]>>();
            var right = new Dictionary<List<string[]>, List<string[]>>();
            foreach (var way in spoiled)
            {
                decisions.Add(DecisionRows.Decision(random, ImportWorld.Today, decisions.Count + 1, way.Size));
                right[decisions[^1]] = [.. decisions[^1].Select(r => r.ToArray())];
                way.Spoil(decisions[^1]);
            }

            var good = rows - decisions.Sum(d => d.Count);
            for (var left = good; left > 0; )
            {
                decisions.Add(DecisionRows.Decision(random, ImportWorld.Today, decisions.Count + 1, Math.Min(left, random.Next(1, 6))));
                left -= decisions[^1].Count;
            }

            // Bad among good, each named in the order of the file.
            var shuffled = decisions.ToArray();
            random.Shuffle(shuffled);
            spoiled = [.. shuffled.Select(d => decisions.IndexOf(d)).Where(i => i < badRows).Select(i => spoiled[i])];
            var content = asWorkbook
                ? Workbooks.Of(shuffled.SelectMany(d => d).Prepend(DecisionRows.Headings))
                : DecisionRows.Csv(shuffled.SelectMany(d => d));
            var id = await world.UploadAsync(content);
            var import = await world.ImportAsync(id);
            (import.Rows, (await world.CountsAsync(id)).All).ShouldBe((rows, rows));
            var own = (await world.RowsAsync(id))
                .Where(r => r.State == CashRowState.Bad && ImportWorld.FaultsOf(r)[0].Kind != RowFaultKind.DecisionWaits)
                .ToList();
            own.Count.ShouldBe(spoiled.Count);
            own.Zip(spoiled).ShouldAllBe(p => ImportWorld.FaultsOf(p.First).Any(f => f.Kind.ToString() == p.Second.Fault));
            own.SelectMany(r => ImportWorld.FaultsOf(r).Select(f => f.Kind)).Distinct().Count().ShouldBeGreaterThanOrEqualTo(20);

            var ready = await world.RowsAsync(id);
            var entered = ready.Where(r => r.State == CashRowState.Ready).Select(r => r.Decision).Distinct().Count();
            await world.StartAsync(id);
            await world.RunJobsAsync();
            var after = await world.CountsAsync(id);
            (after.Ready, after.All).ShouldBe((0, rows));
            after.Done.ShouldBe(ready.Count(r => r.State == CashRowState.Ready));
            (await world.CasesAsync()).ShouldBe(entered);
            (await world.ImportAsync(id)).State.ShouldBe(CashImportState.Worked);

            // The bad rows come back as a file, corrected they are entered, and nothing is entered twice.
            var opened = await world.OpenAsync(id);
            var kept = await world.Installation.InScopeAsync(s => s.GetRequiredService<CashImportQueries>().BadRowsAsync(id, opened));
            kept.Count.ShouldBe(after.Bad);
            var again = SheetAgain(kept);
            again.Count.ShouldBe(after.Bad);
            var asTheyShouldBe = shuffled.SelectMany(d => right.GetValueOrDefault(d, d)).ToList();
            var corrected = DecisionFile.BadRows(
                swedish: true,
                kept.Select(k => (k.Row.Number, (IReadOnlyList<string>)asTheyShouldBe[k.Row.Number - 2], "fel"))
            );
            var secondId = await world.UploadAsync(corrected);
            (await world.CountsAsync(secondId)).ShouldBe(new CashRowCounts(after.Bad, 0, 0, 0));
            await world.StartAsync(secondId);
            await world.RunJobsAsync();
            (await world.CountsAsync(secondId)).ShouldBe(new CashRowCounts(0, 0, after.Bad, 0));
            (await world.CasesAsync()).ShouldBe(decisions.Count);
            (await world.Installation.VerifyAsync()).Findings.ShouldBeEmpty();
        });

    private static IReadOnlyList<TableRow> SheetAgain(IReadOnlyList<(CashRowCells Row, IReadOnlyList<RowFault> Faults)> kept)
    {
        var file = DecisionFile.BadRows(swedish: true, kept.Select(k => (k.Row.Number, k.Row.Cells, "fel")));
        return DecisionTable.Read(Hemvag.Modules.CashSupport.Import.Reading.SheetReader.Read(file, "Upload"), "Upload");
    }
}
