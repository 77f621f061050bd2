using Hemvag.Bench.Data;
using Hemvag.Bench.Driving;
using Hemvag.TestKit.Databases;

namespace Hemvag.Bench;

/// <summary>What one database gave; the floor's cost first.</summary>
internal sealed record BenchResult(
    DatabaseKind Kind,
    int Cases,
    IReadOnlyList<PageCost> Costs,
    TimeSpan ToFirstAnswer,
    long PeakResidentBytes,
    Visit Visit
);

/// <summary>All databases in one run: made first, then started, then driven by turns.</summary>
internal sealed class BenchRun(BenchOptions options) : IAsyncDisposable
{
    private readonly List<BenchDatabase> databases = [];
    private readonly List<ServerProcess> servers = [];
    private readonly List<Stage> stages = [];

    public async Task<IReadOnlyList<BenchResult>> RunAsync(Action<string> tell)
    {
        var starts = new List<TimeSpan>();
        foreach (var (kind, cases) in options.Kinds.SelectMany(kind => options.Sizes.Select(cases => (kind, cases))))
        {
            var database = await BenchDatabase.CreateAsync(kind, cases, BenchOptions.Clients);
            databases.Add(database);
            starts.Add(await FirstAnswerAsync(database));
            tell($"{kind} with {cases} cases, made in {database.MadeIn.TotalSeconds:F0} s, first answer after {starts[^1].TotalSeconds:F2} s");
        }

        foreach (var database in databases)
        {
            stages.Add(await SetAsync(database));
        }

        await new Drive(stages, options).RunAsync(tell);
        var results = new List<BenchResult>();
        for (var i = 0; i < stages.Count; i++)
        {
            var visit = await Visit.MeasureAsync(stages[i].Clients[0], MeasuredPages.OwnList);
            results.Add(
                new BenchResult(databases[i].Kind, databases[i].Cases, stages[i].Costs, starts[i], stages[i].Server.PeakResidentBytes, visit)
            );
        }

        return results;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in stages.SelectMany(stage => stage.Clients))
        {
            client.Dispose();
        }

        servers.ForEach(server => server.Dispose());
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>The median of some starts of the product alone.</summary>
    private async Task<TimeSpan> FirstAnswerAsync(BenchDatabase database)
    {
        var times = new List<TimeSpan>();
        for (var start = 0; start < options.Starts; start++)
        {
            using var server = await ServerProcess.StartAsync(options.App, database, withFloor: false);
            times.Add(server.ToFirstAnswer);
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    private async Task<Stage> SetAsync(BenchDatabase database)
    {
        var server = await ServerProcess.StartAsync(options.App, database, withFloor: true);
        servers.Add(server);
        var clients = new List<Client>();
        foreach (var (savedCase, openedCase) in database.SavedCases.Zip(database.OpenedCases))
        {
            clients.Add(await Client.SignInAsync(server.Url, savedCase, openedCase));
        }

        var pages = MeasuredPages.Of(database);
        return new Stage(server, clients, pages, [.. pages.Select(page => new PageCost(page.Name))]);
    }
}
