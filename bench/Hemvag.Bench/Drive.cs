using System.Diagnostics;

namespace Hemvag.Bench;

/// <summary>What a page cost in one run.</summary>
internal sealed class PageCost(string name)
{
    private readonly List<double> milliseconds = [];

    public string Name => name;

    public TimeSpan Cpu { get; private set; }

    public TimeSpan Wall { get; private set; }

    public double CpuPerRequest => Cpu.TotalMilliseconds / milliseconds.Count;

    public double PerSecond => milliseconds.Count / Wall.TotalSeconds;

    public double P95 => milliseconds.Order().ElementAt((int)(milliseconds.Count * 0.95));

    public int Requests => milliseconds.Count;

    public void Add(TimeSpan cpu, TimeSpan wall, IEnumerable<double> each)
    {
        Cpu += cpu;
        Wall += wall;
        milliseconds.AddRange(each);
    }
}

/// <summary>Lets the clients take turns at the pages, so that what else the machine does falls on all of them.</summary>
internal sealed class Drive(ServerProcess server, IReadOnlyList<BenchClient> clients, BenchOptions options)
{
    private const int WarmUps = 2;

    /// <returns>One cost for each page, in their order.</returns>
    public async Task<IReadOnlyList<PageCost>> RunAsync(IReadOnlyList<(string Name, Func<BenchClient, Task> Request)> pages)
    {
        for (var round = 0; round < WarmUps; round++)
        {
            foreach (var (name, request) in pages)
            {
                await TurnAsync(new PageCost(name), request);
            }
        }

        var costs = pages.Select(page => new PageCost(page.Name)).ToList();
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < options.Rounds && watch.Elapsed < options.Bound; round++)
        {
            for (var page = 0; page < pages.Count; page++)
            {
                await TurnAsync(costs[page], pages[page].Request);
            }
        }

        return costs;
    }

    private async Task TurnAsync(PageCost cost, Func<BenchClient, Task> request)
    {
        var before = server.Cpu;
        var watch = Stopwatch.StartNew();
        var each = await Task.WhenAll(clients.Select(client => Task.Run(() => RepeatAsync(client, request))));
        var wall = watch.Elapsed;
        cost.Add(server.Cpu - before, wall, each.SelectMany(times => times));
    }

    private async Task<List<double>> RepeatAsync(BenchClient client, Func<BenchClient, Task> request)
    {
        var times = new List<double>(options.Block);
        for (var i = 0; i < options.Block; i++)
        {
            var watch = Stopwatch.StartNew();
            await request(client);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }
}
