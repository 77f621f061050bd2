using Hemvag.Jobs;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.CashSupport.Import.Rows;
using Hemvag.Modules.CashSupport.Import.Working;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Files;
using Hemvag.Tests.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.CashSupport;

/// <summary>Imports of decisions on both databases: no row lost, none entered twice.</summary>
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
    public async Task The_same_form_twice_is_one_import(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var form = TestInstallation.NewId();
        (await world.UploadAsync(ImportWorld.Mixed(), operationId: form)).ShouldBe(await world.UploadAsync(ImportWorld.Mixed(), operationId: form));
        (await world.WithDbAsync(db => db.Set<CashImport>().CountAsync())).ShouldBe(1);
        (await world.WithDbAsync(db => db.Set<Job>().CountAsync(j => j.Kind == EndOldImport.JobKind))).ShouldBe(1);
    }

    // The two are entered in one save, so that the first stands in no table yet when the second is looked at.
    [Theory, OnBothDatabases]
    public async Task Two_of_one_file_who_may_be_the_same_person_are_not_both_entered(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var decisions = DecisionRows.Decisions(new Random(17), ImportWorld.Today, 4, alone: true);
        foreach (var (decision, born) in ((string[][])[decisions[1][0], decisions[2][0]]).Zip(["1990-03-04", "1990-05-06"]))
        {
            decision[DecisionRows.At("förnamn")] = "Amina";
            decision[DecisionRows.At("efternamn")] = "Yusuf";
            decision[DecisionRows.At("födelsedatum")] = born;
        }

        var id = await world.UploadAsync(DecisionRows.Csv(decisions.SelectMany(d => d)));
        (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(4, 0, 0, 0));
        await world.StartAsync(id);
        await world.RunJobsAsync();
        (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(0, 1, 3, 0));
        var bad = (await world.RowsAsync(id)).Single(r => r.State == CashRowState.Bad);
        (bad.Number, ImportWorld.FaultsOf(bad)[0].Kind).ShouldBe((4, RowFaultKind.LooksLikeSomeone));
        (await world.Installation.VerifyAsync()).Findings.ShouldBeEmpty();
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
