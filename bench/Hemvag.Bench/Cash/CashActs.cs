using System.Collections.Concurrent;
using System.Diagnostics;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.CashSupport.Bulk;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.CashSupport.Import.Working;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Files;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Bench.Cash;

/// <summary>A decision whose receipt is confirmed.</summary>
/// <param name="Members">The applicant first.</param>
/// <param name="Paid">Those of them who get something.</param>
internal sealed record ToPay(Guid CaseId, Guid OfficeId, IReadOnlyList<Guid> Members, IReadOnlyList<Guid> Paid);

/// <summary>What people and the background work do to decisions, each timed.</summary>
internal sealed class CashActs(ServiceProvider services)
{
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

    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> times = [];
    private readonly CashStaff staff = new(services);

    public IReadOnlyList<CashStep> Medians => [.. Names.Select(name => new CashStep(name, Median(times[name])))];

    /// <summary>What was timed up to now does not count.</summary>
    public void Forget() => times.Clear();

    public static DateOnly Today(string zone) => LocalDates.Today(TimeProvider.System.GetUtcNow().UtcDateTime, zone);

    public async Task ImportAsync(List<List<string[]>> file)
    {
        var officer = await staff.DemoAsync("migration-1");
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
    public async Task<IReadOnlyList<ToPay>> ConfirmAsync()
    {
        var caseworker = await staff.DemoAsync("iom-1");
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
        await staff.HireAsync(cases.Select(c => c.OfficeId).Distinct());
        return cases;
    }

    public Task OpenAsync(ToPay c) =>
        AtTheDeskAsync(
            "identity opened",
            c,
            (scope, handle) => scope.GetRequiredService<CaseOpenings>().OpenAsync(handle, NewId(), Compartment.Identity, "cash")
        );

    public Task PresentAsync(ToPay c) =>
        AtTheDeskAsync(
            "presented",
            c,
            (scope, handle) =>
                scope
                    .GetRequiredService<Presenting>()
                    .RecordAsync(
                        handle,
                        NewId(),
                        new PresentedInput(Today(handle.Account.Zone), c.Members, ShownDocument.OtherDocument, null, Recognised: true)
                    )
        );

    public Task PayAsync(ToPay c) =>
        AtTheDeskAsync(
            "paid, receipt signed",
            c,
            (scope, handle) =>
                scope
                    .GetRequiredService<CashPaying>()
                    .PayAsync(
                        handle,
                        NewId(),
                        new CashPayment(Today(handle.Account.Zone), PaymentMode.CashAtOffice, c.Paid, ReceiptSigned: true, c.Members[0])
                    )
        );

    /// <returns>How many were closed.</returns>
    public async Task<int> CloseAsync()
    {
        var caseworker = await staff.DemoAsync("iom-1");
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

    private Task<List<ToPay>> CasesAsync(List<Guid> ids) =>
        InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<HemvagDbContext>();
            var cases = await db.Set<Case>().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, Office = c.LocalOfficeId!.Value }).ToListAsync();
            var members = (await db.Set<CashFamilyMember>().AsNoTracking().Where(m => ids.Contains(m.CaseId)).ToListAsync())
                .OrderBy(m => m.Ordinal)
                .ToLookup(m => m.CaseId);
            return cases
                .Select(c => new ToPay(
                    c.Id,
                    c.Office,
                    [.. members[c.Id].Select(m => m.Id)],
                    [.. members[c.Id].Where(m => m.AmountMinor > 0).Select(m => m.Id)]
                ))
                .ToList();
        });

    // Each of them is a request of its own, in which the case is looked up anew.
    private async Task AtTheDeskAsync(string name, ToPay c, Func<IServiceProvider, CaseHandle, Task> act)
    {
        var watch = Stopwatch.StartNew();
        await InScopeAsync(async s =>
        {
            var handle = await s.GetRequiredService<CaseAccess>().FindAsync(c.CaseId, staff.At(c.OfficeId));
            await act(s, handle ?? throw new InvalidOperationException("The case is not seen."));
            return true;
        });
        Add(name, watch.Elapsed, 1);
    }

    private void Add(string name, TimeSpan took, int decisions) => times.GetOrAdd(name, _ => []).Add(took.TotalMilliseconds / decisions);

    private static double Median(ConcurrentBag<double> times) => times.Order().ElementAt(times.Count / 2);

    private static Guid NewId() => Guid.CreateVersion7();

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
