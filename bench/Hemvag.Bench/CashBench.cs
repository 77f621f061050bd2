using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Hemvag.Auditing;
using Hemvag.Bench.Data;
using Hemvag.Bench.Driving;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.CashSupport.Bulk;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.CashSupport.Import.Reading;
using Hemvag.Modules.CashSupport.Import.Working;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Files;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Bench;

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

    // As many as there are processors: caseworkers and offices work side by side.
    private static readonly int Workers = Math.Max(2, Environment.ProcessorCount);

    private static readonly string[] Names =
    [
        "file read and checked",
        "decisions entered",
        "receipt confirmed",
        "identity opened",
        "presented",
        "paid, receipt signed",
        "closed",
    ];

    private readonly ServiceProvider services;
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> steps = [];
    private readonly ConcurrentDictionary<Guid, CurrentAccount> officeWorkers = [];
    private readonly ConcurrentDictionary<string, Task<CurrentAccount>> staff = [];
    private readonly PostgresProcesses? postgres;

    private CashBench(ServiceProvider services, PostgresProcesses? postgres)
    {
        this.services = services;
        this.postgres = postgres;
    }

    public static async Task<CashResult> RunAsync(DatabaseKind kind, int decisions, Action<string> tell)
    {
        await using var database = await BenchDatabase.WithAccountsAsync(kind);
        var processes = kind == DatabaseKind.Postgres ? await PostgresProcesses.FindAsync() : null;
        await using var bench = new CashBench(database.Services(TimeProvider.System), processes);
        // The first of everything loads and compiles; a server that runs has done so.
        await bench.WorkThroughAsync(Made(20, 90_000));
        bench.steps.Clear();
        var made = Made(decisions, 0);
        var before = bench.Cpu();
        var watch = Stopwatch.StartNew();
        await bench.WorkThroughAsync(made);
        var took = watch.Elapsed;
        tell($"{kind}: {decisions} decisions worked through in {took.TotalSeconds:F1} s");
        return new CashResult(
            kind,
            decisions,
            made.Sum(d => d.Count),
            took,
            bench.Cpu() - before,
            [.. Names.Select(name => new CashStep(name, Median(bench.steps[name])))]
        );
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static List<List<string[]>> Made(int count, int firstNumber)
    {
        var random = new Random(count);
        var today = Today();
        return
        [
            .. Enumerable
                .Range(1, count)
                .Select(i => DecisionRows.Decision(random, today, firstNumber + i, random.Next(10) < 6 ? 1 : random.Next(2, 6))),
        ];
    }

    private static DateOnly Today() =>
        LocalDates.Today(DateTime.UnixEpoch + TimeProvider.System.GetUtcNow().Subtract(DateTimeOffset.UnixEpoch), "Europe/Stockholm");

    private async Task WorkThroughAsync(List<List<string[]>> decisions)
    {
        var confirmed = Channel.CreateUnbounded<BenchCase>();
        var importing = ImportAllAsync(decisions);
        var confirming = ConfirmAllAsync(importing, confirmed.Writer);
        var paying = Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => SettleAsync(confirmed.Reader)));
        await Task.WhenAll([importing, confirming, paying, MarkAllAsync(paying, CloseAsync)]);
        var settled = await InScopeAsync(s => s.GetRequiredService<HemvagDbContext>().Set<Case>().CountAsync(c => c.ClosedAt == null));
        if (settled != 0)
        {
            throw new InvalidOperationException($"{settled} decisions are not closed.");
        }
    }

    private async Task ImportAllAsync(List<List<string[]>> decisions)
    {
        foreach (var file in Files(decisions))
        {
            await ImportAsync(file);
        }
    }

    private async Task ConfirmAllAsync(Task importing, ChannelWriter<BenchCase> confirmed)
    {
        try
        {
            await MarkAllAsync(
                importing,
                async () =>
                {
                    var done = await ConfirmAsync();
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

    private async Task SettleAsync(ChannelReader<BenchCase> confirmed)
    {
        var today = Today();
        await foreach (var c in confirmed.ReadAllAsync())
        {
            await StepAsync("identity opened", s => OpenAsync(s, c));
            await StepAsync("presented", s => PresentAsync(s, c, today));
            await StepAsync("paid, receipt signed", s => PayAsync(s, c, today));
        }
    }

    private async Task StepAsync(string name, Func<IServiceProvider, Task> act)
    {
        var watch = Stopwatch.StartNew();
        await InScopeAsync(async s =>
        {
            await act(s);
            return true;
        });
        Add(name, watch.Elapsed, 1);
    }

    private void Add(string name, TimeSpan took, int decisions) => steps.GetOrAdd(name, _ => []).Add(took.TotalMilliseconds / decisions);

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

    private async Task ImportAsync(List<List<string[]>> file)
    {
        var officer = await DemoAccountAsync("migration-1");
        var content = DecisionRows.Csv(file.SelectMany(d => d));
        var watch = Stopwatch.StartNew();
        var id = await InScopeAsync(s => s.GetRequiredService<CashImports>().UploadAsync(officer, NewId(), content, "Upload"));
        Add("file read and checked", watch.Elapsed, file.Count);
        await InScopeAsync(async s =>
        {
            var handle = await s.GetRequiredService<CashImportAccess>().FindAsync(id, officer);
            await s.GetRequiredService<CashImports>().StartAsync(handle!, NewId());
            return true;
        });
        var job = EnterImported.For(id, id, DateTime.UnixEpoch);
        while (true)
        {
            // Each turn has a scope of its own, as under the runner, and enters a hundred.
            watch.Restart();
            var goesOn = await InScopeAsync(s =>
                s.GetServices<Jobs.IJobHandler>().OfType<EnterImported>().Single().RunAsync(job, CancellationToken.None)
            );
            Add("decisions entered", watch.Elapsed, Math.Min(100, file.Count));
            if (goesOn is null)
            {
                return;
            }
        }
    }

    /// <returns>Those that were confirmed.</returns>
    private async Task<IReadOnlyList<BenchCase>> ConfirmAsync()
    {
        var caseworker = await DemoAccountAsync("iom-1");
        var watch = Stopwatch.StartNew();
        var ids = await InScopeAsync(async s =>
        {
            var many = s.GetRequiredService<ConfirmMany>();
            var waiting = await many.WaitingAsync(caseworker);
            return waiting.Count == 0 ? [] : Done(await many.ConfirmAsync(caseworker, NewId(), [.. waiting.Select(w => w.Id)]));
        });
        if (ids.Count == 0)
        {
            return [];
        }

        Add("receipt confirmed", watch.Elapsed, ids.Count);
        var cases = await CasesAsync(ids);
        await OfficesAsync(cases.Select(c => c.OfficeId).Distinct());
        return cases;
    }

    private sealed record BenchCase(Guid Id, Guid OfficeId, IReadOnlyList<Guid> Members, IReadOnlyList<Guid> Paid);

    private Task<List<BenchCase>> CasesAsync(List<Guid> ids) =>
        InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<HemvagDbContext>();
            var cases = await db.Set<Case>().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, Office = c.LocalOfficeId!.Value }).ToListAsync();
            var members = (await db.Set<CashFamilyMember>().AsNoTracking().Where(m => ids.Contains(m.CaseId)).ToListAsync())
                .OrderBy(m => m.Ordinal)
                .ToLookup(m => m.CaseId);
            return cases
                .Select(c => new BenchCase(
                    c.Id,
                    c.Office,
                    [.. members[c.Id].Select(m => m.Id)],
                    [.. members[c.Id].Where(m => m.AmountMinor > 0).Select(m => m.Id)]
                ))
                .ToList();
        });

    private async Task OfficesAsync(IEnumerable<Guid> ids)
    {
        foreach (var id in ids.Where(id => !officeWorkers.ContainsKey(id)))
        {
            officeWorkers[id] = await InScopeAsync(async s =>
            {
                var office = await s.GetRequiredService<OrganisationQueries>().GetAsync(id);
                var (account, _) = await s.GetRequiredService<AccountRegister>()
                    .CreateAsync(
                        NewId(),
                        Actor.System("bench"),
                        new NewAccount($"{office.Code}@example.org", office.Code, id, "en", [Role.LocalOfficeWorker])
                    );
                return new CurrentAccount(
                    account,
                    office.Code,
                    id,
                    office.Kind,
                    office.Name,
                    office.Zone,
                    new HashSet<Role> { Role.LocalOfficeWorker }
                );
            });
        }
    }

    private async Task OpenAsync(IServiceProvider scope, BenchCase c) =>
        await scope
            .GetRequiredService<CaseOpenings>()
            .OpenAsync(await HandleAsync(scope, c, officeWorkers[c.OfficeId]), NewId(), Compartment.Identity, "cash");

    private async Task PresentAsync(IServiceProvider scope, BenchCase c, DateOnly today) =>
        await scope
            .GetRequiredService<Presenting>()
            .RecordAsync(
                await HandleAsync(scope, c, officeWorkers[c.OfficeId]),
                NewId(),
                new PresentedInput(today, c.Members, ShownDocument.OtherDocument, null, Recognised: true)
            );

    private async Task PayAsync(IServiceProvider scope, BenchCase c, DateOnly today)
    {
        await scope
            .GetRequiredService<CashPaying>()
            .PayAsync(
                await HandleAsync(scope, c, officeWorkers[c.OfficeId]),
                NewId(),
                new CashPayment(today, PaymentMode.CashAtOffice, c.Paid, ReceiptSigned: true, c.Members[0])
            );
    }

    /// <returns>How many were closed.</returns>
    private async Task<int> CloseAsync()
    {
        var caseworker = await DemoAccountAsync("iom-1");
        var watch = Stopwatch.StartNew();
        var done = await InScopeAsync(async s =>
        {
            var many = s.GetRequiredService<CloseMany>();
            var waiting = await many.WaitingAsync(caseworker);
            return waiting.Count == 0 ? 0 : Done(await many.CloseAsync(caseworker, NewId(), [.. waiting.Select(w => w.Id)])).Count;
        });
        if (done > 0)
        {
            Add("closed", watch.Elapsed, done);
        }

        return done;
    }

    private static List<Guid> Done(IReadOnlyList<MarkedAnswer> answers) =>
        answers.FirstOrDefault(a => !a.IsDone) is { } refused
            ? throw new InvalidOperationException(refused.Refused?.Refusal.Name ?? "not there")
            : [.. answers.Select(a => a.Id)];

    private static async Task<CaseHandle> HandleAsync(IServiceProvider scope, BenchCase c, CurrentAccount account) =>
        await scope.GetRequiredService<CaseAccess>().FindAsync(c.Id, account) ?? throw new InvalidOperationException("The case is not seen.");

    private CpuTimes Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return new CpuTimes(process.TotalProcessorTime, postgres?.Cpu ?? TimeSpan.Zero);
    }

    private static double Median(ConcurrentBag<double> times) => times.Order().ElementAt(times.Count / 2);

    private static Guid NewId() => Guid.CreateVersion7();

    private Task<CurrentAccount> DemoAccountAsync(string code) => staff.GetOrAdd(code, FindDemoAccountAsync);

    private Task<CurrentAccount> FindDemoAccountAsync(string code) =>
        InScopeAsync(async s =>
        {
            var person = DemoPeople.Accounts.Single(p => p.Code == code);
            var organisation =
                await s.GetRequiredService<OrganisationQueries>().FindByCodeAsync(person.Organisation)
                ?? throw new InvalidOperationException("The demo has no such organisation.");
            return new CurrentAccount(
                DemoAccounts.IdOf(code),
                person.Name,
                organisation.Id,
                organisation.Kind,
                organisation.Name,
                organisation.Zone,
                person.Roles.ToHashSet()
            );
        });

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
