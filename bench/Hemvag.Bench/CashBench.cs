using System.Collections.Concurrent;
using System.Diagnostics;
using Hemvag.Auditing;
using Hemvag.Bench.Data;
using Hemvag.Bench.Driving;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Cases.Stopping;
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

/// <param name="MedianMs">Of one decision.</param>
/// <param name="Cpu">Of the bench's own process and the database's: on a busy machine it says more than the clock.</param>
internal sealed record CashStep(string Name, TimeSpan Took, double MedianMs, CpuTimes Cpu);

internal sealed record CashResult(DatabaseKind Kind, int Decisions, int Persons, IReadOnlyList<CashStep> Steps);

/// <summary>
/// Decisions on cash support worked through as people and the background work do it, by the same services and with the same checks: imported
/// from files, confirmed on the list of many, opened, presented, paid with receipt, closed.
/// </summary>
internal sealed class CashBench : IAsyncDisposable
{
    // As many as there are processors: caseworkers and offices work side by side.
    private static readonly int Workers = Math.Max(2, Environment.ProcessorCount);
    private readonly ServiceProvider services;
    private readonly List<CashStep> steps = [];
    private readonly Dictionary<Guid, CurrentAccount> officeWorkers = [];

    private readonly PostgresProcesses? postgres;
    private CpuTimes before = CpuTimes.None;

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
        await bench.WorkThroughAsync(20, 90_000);
        bench.steps.Clear();
        var persons = await bench.WorkThroughAsync(decisions, 0);
        tell($"{kind}: {decisions} decisions worked through in {bench.steps.Sum(s => s.Took.TotalSeconds):F1} s");
        return new CashResult(kind, decisions, persons, bench.steps);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<int> WorkThroughAsync(int count, int firstNumber)
    {
        var random = new Random(count);
        var today = LocalDates.Today(DateTime.UnixEpoch + TimeProvider.System.GetUtcNow().Subtract(DateTimeOffset.UnixEpoch), "Europe/Stockholm");
        var decisions = Enumerable
            .Range(1, count)
            .Select(i => DecisionRows.Decision(random, today, firstNumber + i, random.Next(10) < 6 ? 1 : random.Next(2, 6)))
            .ToList();
        foreach (var file in Files(decisions))
        {
            await ImportAsync(file);
        }

        await ConfirmAsync();
        var cases = await OpenCasesAsync();
        if (cases.Count != count)
        {
            throw new InvalidOperationException($"{cases.Count} of {count} decisions came through.");
        }

        await OfficesAsync(cases.Select(c => c.OfficeId).Distinct());
        before = Cpu();
        await EachAsync("identity opened", cases, (scope, c) => OpenAsync(scope, c));
        await EachAsync("presented", cases, (scope, c) => PresentAsync(scope, c, today));
        await EachAsync("paid, receipt signed", cases, (scope, c) => PayAsync(scope, c, today));
        await EachAsync("closed", cases, (scope, c) => CloseAsync(scope, c));
        return decisions.Sum(d => d.Count);
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

    private async Task ImportAsync(List<List<string[]>> file)
    {
        var officer = await DemoAccountAsync("migration-1");
        var content = DecisionRows.Csv(file.SelectMany(d => d));
        before = Cpu();
        var watch = Stopwatch.StartNew();
        var id = await InScopeAsync(s => s.GetRequiredService<CashImports>().UploadAsync(officer, NewId(), content, "Upload"));
        Add("file read and checked", watch.Elapsed, watch.Elapsed.TotalMilliseconds / file.Count);
        watch.Restart();
        await InScopeAsync(async s =>
        {
            var handle = await s.GetRequiredService<CashImportAccess>().FindAsync(id, officer);
            await s.GetRequiredService<CashImports>().StartAsync(handle!, NewId());
            return true;
        });
        var job = EnterImported.For(id, id, DateTime.UnixEpoch);
        while (
            await InScopeAsync(s => s.GetServices<Jobs.IJobHandler>().OfType<EnterImported>().Single().RunAsync(job, CancellationToken.None))
                is not null
        )
        {
            // The next turn has a scope of its own, as under the runner.
        }

        Add("decisions entered", watch.Elapsed, watch.Elapsed.TotalMilliseconds / file.Count);
    }

    private async Task ConfirmAsync()
    {
        var caseworker = await DemoAccountAsync("iom-1");
        var times = new List<double>();
        var whole = Stopwatch.StartNew();
        while (true)
        {
            var watch = Stopwatch.StartNew();
            var confirmed = await InScopeAsync(async s =>
            {
                var many = s.GetRequiredService<ConfirmMany>();
                var waiting = await many.WaitingAsync(caseworker);
                if (waiting.Count == 0)
                {
                    return 0;
                }

                var answers = await many.ConfirmAsync(caseworker, NewId(), [.. waiting.Select(w => w.Id)]);
                return answers.All(a => a.IsDone)
                    ? answers.Count
                    : throw new InvalidOperationException(answers.First(a => !a.IsDone).Refused?.Refusal.Name ?? "not there");
            });
            if (confirmed == 0)
            {
                break;
            }

            times.Add(watch.Elapsed.TotalMilliseconds / confirmed);
        }

        Add("receipt confirmed", whole.Elapsed, Median(times));
    }

    private sealed record BenchCase(Guid Id, Guid OfficeId, IReadOnlyList<Guid> Members);

    private Task<List<BenchCase>> OpenCasesAsync() =>
        InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<HemvagDbContext>();
            var open = await db.Set<Case>()
                .Where(c => c.ClosedAt == null && c.Next == MilestoneKind.PresentedHerself)
                .Select(c => new { c.Id, Office = c.LocalOfficeId!.Value })
                .ToListAsync();
            var members = (await db.Set<CashFamilyMember>().AsNoTracking().ToListAsync()).OrderBy(m => m.Ordinal).ToLookup(m => m.CaseId, m => m.Id);
            return open.Select(c => new BenchCase(c.Id, c.Office, [.. members[c.Id]])).ToList();
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
        var paid = await scope
            .GetRequiredService<HemvagDbContext>()
            .Set<CashFamilyMember>()
            .Where(m => m.CaseId == c.Id && m.AmountMinor > 0)
            .Select(m => m.Id)
            .ToListAsync();
        await scope
            .GetRequiredService<CashPaying>()
            .PayAsync(
                await HandleAsync(scope, c, officeWorkers[c.OfficeId]),
                NewId(),
                new CashPayment(today, PaymentMode.CashAtOffice, paid, ReceiptSigned: true, c.Members[0])
            );
    }

    private async Task CloseAsync(IServiceProvider scope, BenchCase c) =>
        await scope
            .GetRequiredService<StopService>()
            .CloseAsync(await HandleAsync(scope, c, await DemoAccountAsync("iom-1")), NewId(), ClosingGround.SupportPaid, seenOpen: true);

    private static async Task<CaseHandle> HandleAsync(IServiceProvider scope, BenchCase c, CurrentAccount account) =>
        await scope.GetRequiredService<CaseAccess>().FindAsync(c.Id, account) ?? throw new InvalidOperationException("The case is not seen.");

    private async Task EachAsync(string name, IReadOnlyList<BenchCase> cases, Func<IServiceProvider, BenchCase, Task> act)
    {
        var times = new ConcurrentBag<double>();
        var whole = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            cases,
            new ParallelOptions { MaxDegreeOfParallelism = Workers },
            async (c, _) =>
            {
                var watch = Stopwatch.StartNew();
                await InScopeAsync(async s =>
                {
                    await act(s, c);
                    return true;
                });
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        );
        Add(name, whole.Elapsed, Median([.. times]));
    }

    // A step that is done in parts is told as one.
    private void Add(string name, TimeSpan took, double median)
    {
        var now = Cpu();
        var cpu = now - before;
        before = now;
        var at = steps.FindIndex(s => s.Name == name);
        if (at < 0)
        {
            steps.Add(new CashStep(name, took, median, cpu));
        }
        else
        {
            steps[at] = steps[at] with { Took = steps[at].Took + took, Cpu = steps[at].Cpu + cpu };
        }
    }

    private CpuTimes Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return new CpuTimes(process.TotalProcessorTime, postgres?.Cpu ?? TimeSpan.Zero);
    }

    private static double Median(List<double> times) => times.Count == 0 ? 0 : times.Order().ElementAt(times.Count / 2);

    private static Guid NewId() => Guid.CreateVersion7();

    private Task<CurrentAccount> DemoAccountAsync(string code) =>
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
