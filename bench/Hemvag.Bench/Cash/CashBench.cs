using System.Diagnostics;
using System.Threading.Channels;
using Hemvag.Bench.Data;
using Hemvag.Bench.Driving;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Bulk;
using Hemvag.Modules.CashSupport.Import.Reading;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Files;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Bench.Cash;

/// <param name="MedianMs">Of one decision, while the other steps go on beside it.</param>
internal sealed record CashStep(string Name, double MedianMs);

/// <param name="Took">From the first file to the last closed case.</param>
/// <param name="Cpu">Of the bench's own process and the database's: on a busy machine it says more than the clock.</param>
internal sealed record CashResult(DatabaseKind Kind, int Decisions, int Persons, TimeSpan Took, CpuTimes Cpu, IReadOnlyList<CashStep> Steps)
{
    /// <summary>At most 1 where the aim is met.</summary>
    public double TimesTheAim => Took * 5_000 / (CashBench.Aim * Decisions);
}

/// <summary>
/// Decisions on cash support worked through as people and the background work do it, by the same services and with the same checks: imported
/// from files, confirmed on the list of many, opened, presented, paid with receipt, closed on the list of many. All of it goes on at once, as in offices: while
/// the import enters decisions, those that are entered are confirmed, and those that are confirmed are paid and closed.
/// </summary>
internal sealed class CashBench : IAsyncDisposable
{
    /// <summary>In which 5,000 decisions are to be worked through.</summary>
    public static readonly TimeSpan Aim = TimeSpan.FromMinutes(2);

    // 5,000 decisions reach dozens of offices. Each of these pays the next one that is confirmed, at whichever office it is.
    private const int AtDesks = 8;

    private readonly ServiceProvider services;
    private readonly CashActs acts;
    private readonly PostgresProcesses? postgres;

    private CashBench(ServiceProvider services, PostgresProcesses? postgres)
    {
        this.services = services;
        this.postgres = postgres;
        acts = new CashActs(services);
    }

    public static async Task<CashResult> RunAsync(DatabaseKind kind, int decisions, Action<string> tell)
    {
        await using var database = await BenchDatabase.WithAccountsAsync(kind);
        var processes = kind == DatabaseKind.Postgres ? await PostgresProcesses.FindAsync() : null;
        await using var bench = new CashBench(database.Services(TimeProvider.System), processes);
        await bench.WarmUpAsync(kind);
        var made = Made(decisions, 0);
        var before = bench.Cpu();
        var watch = Stopwatch.StartNew();
        await bench.WorkThroughAsync(made);
        var took = watch.Elapsed;
        tell($"{kind}: {decisions} decisions worked through in {took.TotalSeconds:F1} s");
        return new CashResult(kind, decisions, made.Sum(d => d.Count), took, bench.Cpu() - before, bench.acts.Medians);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    // The first of everything loads and compiles; a server that runs has done so, and its PostgreSQL has counted what is in its tables: on empty
    // ones it plans to read each through, and keeps to that until it counts, once a minute.
    private async Task WarmUpAsync(DatabaseKind kind)
    {
        await WorkThroughAsync(Made(200, 90_000));
        acts.Forget();
        if (kind == DatabaseKind.Postgres)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<HemvagDbContext>().Database.ExecuteSqlRawAsync("ANALYZE");
        }
    }

    private static List<List<string[]>> Made(int count, int firstNumber)
    {
        var random = new Random(firstNumber + count);
        var today = CashActs.Today("Europe/Stockholm");
        return
        [
            .. Enumerable
                .Range(1, count)
                .Select(i => DecisionRows.Decision(random, today, firstNumber + i, random.Next(10) < 6 ? 1 : random.Next(2, 6))),
        ];
    }

    private async Task WorkThroughAsync(List<List<string[]>> decisions)
    {
        var before = await ClosedAsync();
        var confirmed = Channel.CreateUnbounded<ToPay>();
        var importing = ImportAllAsync(decisions);
        var confirming = ConfirmAllAsync(importing, confirmed.Writer);
        var paying = Task.WhenAll(Enumerable.Range(0, AtDesks).Select(_ => PayAllAsync(confirmed.Reader)));
        await Task.WhenAll([importing, confirming, paying, MarkAllAsync(paying, acts.CloseAsync)]);
        var closed = await ClosedAsync() - before;
        if (closed != decisions.Count)
        {
            throw new InvalidOperationException($"{closed} of {decisions.Count} decisions were entered, paid and closed.");
        }
    }

    private async Task<int> ClosedAsync()
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HemvagDbContext>().Set<Case>().CountAsync(c => c.ClosedAt != null);
    }

    private async Task ImportAllAsync(List<List<string[]>> decisions)
    {
        foreach (var file in Files(decisions))
        {
            await acts.ImportAsync(file);
        }
    }

    private async Task ConfirmAllAsync(Task importing, ChannelWriter<ToPay> confirmed)
    {
        try
        {
            await MarkAllAsync(
                importing,
                async () =>
                {
                    var done = await acts.ConfirmAsync();
                    foreach (var c in done)
                    {
                        await confirmed.WriteAsync(c);
                    }

                    return done.Count;
                }
            );
        }
        finally
        {
            confirmed.Complete();
        }
    }

    // One who marks everything on a list and presses the button, until those before are done and the list is empty.
    private static async Task MarkAllAsync(Task before, Func<Task<int>> mark)
    {
        while (true)
        {
            // Asked before looking: what those before did last is still seen.
            var isLast = before.IsCompleted;
            var done = await mark();
            if (done == 0 && isLast)
            {
                return;
            }

            if (done < MarkedDecisions.Most && !isLast)
            {
                // Nobody looks at the list again at once when it did not fill the page.
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            }
        }
    }

    private async Task PayAllAsync(ChannelReader<ToPay> confirmed)
    {
        await foreach (var c in confirmed.ReadAllAsync())
        {
            await acts.OpenAsync(c);
            await acts.PresentAsync(c);
            await acts.PayAsync(c);
        }
    }

    // As many decisions in each as a file may hold rows.
    private static IEnumerable<List<List<string[]>>> Files(List<List<string[]>> decisions)
    {
        var file = new List<List<string[]>>();
        foreach (var decision in decisions)
        {
            if (file.Sum(d => d.Count) + decision.Count > SheetLimits.Rows)
            {
                yield return file;
                file = [];
            }

            file.Add(decision);
        }

        yield return file;
    }

    private CpuTimes Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return new CpuTimes(process.TotalProcessorTime, postgres?.Cpu ?? TimeSpan.Zero);
    }
}
