using System.Globalization;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hemvag.Bench;

/// <summary>A database with demo accounts, generated cases, one case with a long timeline, and one real case for each client to save in.</summary>
internal sealed class BenchDatabase(TestDatabase database) : IAsyncDisposable
{
    public const string Coordinator = "vast-1";
    private const int TimelineLength = 200;
    private const int Batch = 2_000;

    public TestDatabase Database => database;

    public string DataFolder { get; } = TestFolder.New("bench");

    public Guid TimelineCase { get; } = GeneratedCases.IdOf(0);

    public IReadOnlyList<Guid> SavedCases { get; private set; } = [];

    public static async Task<BenchDatabase> CreateAsync(DatabaseKind kind, int cases)
    {
        var made = new BenchDatabase(await TestDatabase.CreateAsync(kind));
        string[] settings = ["--Demo=true", "--Demo:Cases=false", $"--Data={made.DataFolder}"];
        await using var app = Application.Build([.. settings, .. made.Database.Settings.Select(pair => $"--{pair.Key}={pair.Value}")]);
        await Start.PrepareAsync(app);
        await made.FillAsync(app.Services, cases);
        return made;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task FillAsync(IServiceProvider services, int cases)
    {
        var time = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var programmes = services.GetRequiredService<ProgrammeCatalogue>();
        var organisations = services.GetRequiredService<OrganisationCatalogue>();
        Guid[] regions = [organisations.Region("vast")!.Id, organisations.Region("stockholm")!.Id, organisations.Region("syd")!.Id];
        var made = new GeneratedCases(DemoAccounts.IdOf(Coordinator), regions, programmes.Versions[^1].Id, time.UtcDateTime);
        await AddAsync(made.Timeline(0, TimelineLength));
        foreach (var numbers in Enumerable.Range(0, cases).Chunk(Batch))
        {
            await AddAsync(numbers.SelectMany(made.Rows));
        }

        if (database.Kind == DatabaseKind.Postgres)
        {
            // The server does so by itself some minutes after a load; the bench does not wait for it.
            await using var db = database.OpenAsOwner();
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        }

        SavedCases = await OpenCasesAsync(services, programmes, organisations, time);
    }

    private async Task AddAsync(IEnumerable<object> rows)
    {
        await using var db = database.OpenAsOwner();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    private static async Task<IReadOnlyList<Guid>> OpenCasesAsync(
        IServiceProvider services,
        ProgrammeCatalogue programmes,
        OrganisationCatalogue organisations,
        DateTimeOffset now
    )
    {
        var story = new DemoStory(new DemoStageHand(services, new DemoClock(now)), programmes, organisations);
        var opened = new List<Guid>();
        for (var client = 0; client < BenchOptions.Clients; client++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"b{client}");
            opened.Add(
                await story.FirstContactAsync(DemoPersons.Cases[0] with { Code = code, Coordinator = Coordinator, Stage = DemoStage.Taken })
            );
        }

        return opened;
    }
}
