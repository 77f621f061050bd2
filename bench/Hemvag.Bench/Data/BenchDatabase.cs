using System.Diagnostics;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Bench.Data;

/// <summary>A database with the demo's accounts, generated cases, and the real ones whose pages are measured.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    public const int TimelineLength = 200;
    private const int Batch = 5_000;
    private const int TrailBatch = 500;
    private static readonly string[] Regions = ["vast", "stockholm", "syd"];
    private readonly TestDatabase database;

    private BenchDatabase(TestDatabase database, int cases)
    {
        this.database = database;
        Cases = cases;
    }

    public DatabaseKind Kind => database.Kind;

    public int Cases { get; }

    /// <summary>As environment variables, for a process of the product.</summary>
    public IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>(database.Settings, StringComparer.Ordinal)
        {
            ["Data"] = DataFolder,
            ["Demo"] = "true",
            ["Demo:Cases"] = "false",
        };

    public Guid TimelineCase { get; private set; }

    /// <summary>One for each client to save in.</summary>
    public IReadOnlyList<Guid> SavedCases { get; private set; } = [];

    /// <summary>As many again: one for each client to open compartments in.</summary>
    public IReadOnlyList<Guid> OpenedCases { get; private set; } = [];

    /// <summary>Another such case, in which nothing is ever opened.</summary>
    public Guid ClosedCase { get; private set; }

    public TimeSpan MadeIn { get; private set; }

    private string DataFolder { get; } = TestFolder.New("bench");

    public static async Task<BenchDatabase> CreateAsync(DatabaseKind kind, int cases, int clients)
    {
        var watch = Stopwatch.StartNew();
        var made = new BenchDatabase(await TestDatabase.CreateAsync(kind), cases);
        await made.PrepareAsync();
        await made.GenerateAsync();
        await made.ActAsync(clients);
        await made.SettleAsync();
        made.MadeIn = watch.Elapsed;
        return made;
    }

    /// <summary>A database with nothing but a true trail, for <c>verify</c>.</summary>
    public static async Task<BenchDatabase> WithTrailAsync(DatabaseKind kind, int operations)
    {
        var watch = Stopwatch.StartNew();
        var made = new BenchDatabase(await TestDatabase.CreateAsync(kind), operations / (2 * TrueTrail.OperationsInStream));
        await made.PrepareAsync();
        await made.WriteTrailAsync();
        await made.SettleAsync();
        made.MadeIn = watch.Elapsed;
        return made;
    }

    /// <summary>A database with the demo's accounts and no case.</summary>
    public static async Task<BenchDatabase> WithAccountsAsync(DatabaseKind kind)
    {
        var made = new BenchDatabase(await TestDatabase.CreateAsync(kind), 0);
        await made.PrepareAsync();
        return made;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task WriteTrailAsync()
    {
        await using var services = Services(TimeProvider.System);
        await using var reading = database.Open();
        var trail = new TrueTrail(
            reading.Model,
            services.GetRequiredService<RootKeys>(),
            services.GetRequiredService<ProgrammeCatalogue>().Get("amp-2018"),
            DemoAccounts.IdOf(RealCases.Coordinator),
            new DateTime(2026, 9, 1, 7, 0, 0, DateTimeKind.Utc)
        );
        foreach (var numbers in Enumerable.Range(0, Cases).Chunk(TrailBatch))
        {
            await using var db = database.OpenAsOwner();
            await BulkWriter.WriteAsync(db, numbers.SelectMany(trail.Rows));
        }
    }

    private async Task PrepareAsync()
    {
        await using var app = HemvagApplication.Build([.. Settings.Select(pair => $"--{pair.Key}={pair.Value}")]);
        await Start.PrepareAsync(app);
    }

    private async Task GenerateAsync()
    {
        await using var services = Services(TimeProvider.System);
        var organisations = services.GetRequiredService<OrganisationCatalogue>();
        var owners = new CaseOwners(
            DemoAccounts.IdOf(RealCases.Coordinator),
            [.. Regions.Select(code => organisations.Region(code)!.Id)],
            organisations.Organisations.Single(o => o.Kind == OrganisationKind.IomFinland).Id,
            DemoAccounts.IdOf(RealCases.Iom)
        );
        var programme = services.GetRequiredService<ProgrammeCatalogue>().Get("amp-2018").Id;
        var generated = new GeneratedCases(owners, programme, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        foreach (var numbers in Enumerable.Range(0, Cases).Chunk(Batch))
        {
            await using var db = database.OpenAsOwner();
            await BulkWriter.WriteAsync(db, numbers.SelectMany(generated.Rows));
        }
    }

    // Under a clock of their own, so that the acts of a case lie apart in time.
    private async Task ActAsync(int clients)
    {
        var clock = new DemoClock(TimeProvider.System.GetUtcNow().AddDays(-1));
        await using var services = Services(clock);
        await using var db = database.Open();
        var hand = new DemoStageHand(services, clock);
        var story = new DemoStory(hand, services.GetRequiredService<OrganisationCatalogue>());
        var real = new RealCases(hand, story, db);
        TimelineCase = await real.WithTimelineAsync(TimelineLength);
        var taken = new List<Guid>();
        for (var person = 0; person < (2 * clients) + 1; person++)
        {
            taken.Add(await real.TakenAsync(person));
        }

        SavedCases = taken[..clients];
        OpenedCases = taken[clients..^1];
        ClosedCase = taken[^1];
    }

    // PostgreSQL does so by itself some minutes after a load; the bench does not wait for it.
    private async Task SettleAsync()
    {
        if (Kind == DatabaseKind.Postgres)
        {
            await using var db = database.OpenAsOwner();
            await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        }
    }

    /// <summary>Everything the application has but its pages and its background work.</summary>
    public ServiceProvider Services(TimeProvider time)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddLocalization();
        Floors.Add(services, configuration);
        services.AddSingleton(time);
        return services.BuildServiceProvider();
    }
}
