using System.Globalization;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Browsers;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Hemvag.EndToEndTests.Journeys;

/// <summary>The demo as one starts it: every account, and the dozen cases where a test wants them.</summary>
internal sealed class DemoTown : IAsyncDisposable
{
    private readonly RunningApp app;
    private readonly DaytimeClock clock;

    private DemoTown(RunningApp app, DaytimeClock clock)
    {
        this.app = app;
        this.clock = clock;
    }

    public IServiceProvider Services => app.Services;

    public Uri Url => app.Url;

    public string Today =>
        DateOnly
            .FromDateTime(Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static async Task<DemoTown> StartAsync(bool cases)
    {
        Assert.SkipWhen(TestBrowser.WhyNot is not null, TestBrowser.WhyNot ?? "");
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Demo:Cases"] = cases ? "true" : "false" };
        var daytime = new DaytimeClock();
        return new DemoTown(
            await RunningApp.StartAsync(DatabaseKind.Sqlite, o => o with { Demo = true, Time = daytime, Settings = settings }),
            daytime
        );
    }

    /// <summary>Months go by. Whoever is signed in has to sign in again.</summary>
    public void PassMonths(int months) => clock.PassMonths(months);

    /// <summary>A worker of <see cref="DemoPeople"/> in a browser of their own.</summary>
    public Task<Worker> SignInAsync(string code, string language, Walk walk, Action<BrowserNewContextOptions>? change = null) =>
        VisitAsync(code, language, walk, change);

    /// <param name="code">Null is somebody who has not signed in.</param>
    public async Task<Worker> VisitAsync(string? code, string language, Walk walk, Action<BrowserNewContextOptions>? change = null)
    {
        var context = await TestBrowser.NewContextAsync(app.Url, change);
        context.SetDefaultTimeout(60_000);
        var worker = new Worker(context, await context.NewPageAsync(), walk, language);
        await worker.Page.GotoAsync("/demo");
        await worker.SpeakAsync(language);
        await worker.LookAsync();
        if (code is not null)
        {
            await worker.PressAsync($"form:has(input[value='{DemoAccounts.IdOf(code)}']) button");
            await worker.LookAsync();
        }

        return worker;
    }

    /// <summary>The demo's cases of returns, in the order of <see cref="DemoPersons"/>: who began first comes first.</summary>
    public Task<IReadOnlyList<Guid>> CasesAsync() => CasesAsync(ProgrammeKind.AssistedReturn);

    /// <summary>The demo's cases of one kind, the oldest first.</summary>
    public async Task<IReadOnlyList<Guid>> CasesAsync(ProgrammeKind kind)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<HemvagDbContext>>().CreateDbContextAsync();
        return await db.Set<Case>().Where(c => c.Kind == kind).OrderBy(c => c.OpenedAt).Select(c => c.Id).ToListAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
