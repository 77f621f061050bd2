using System.Diagnostics;

namespace Hemvag.Bench.Driving;

/// <summary>One database under a running product, with signed-in clients and what each page has cost so far.</summary>
internal sealed record Stage(ServerProcess Server, IReadOnlyList<Client> Clients, IReadOnlyList<MeasuredPage> Pages, IReadOnlyList<PageCost> Costs);

/// <summary>
/// Lets pages and databases take turns, so that what else the machine does falls on all of them alike. Only one server is
/// asked at a time. The same page on all databases comes in a row, because those turns are compared; every other round goes
/// backwards.
/// </summary>
internal sealed class Drive(IReadOnlyList<Stage> stages, BenchOptions options)
{
    // A page that needs this long has said what it costs; the others wait for it.
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    public async Task RunAsync(Action<string> tell)
    {
        for (var round = 0; round < options.WarmUps; round++)
        {
            await RoundAsync(round, stage => [.. stage.Pages.Select(page => new PageCost(page.Name))]);
        }

        tell("warm");
        for (var round = 0; round < options.Rounds; round++)
        {
            await RoundAsync(round, stage => stage.Costs);
        }
    }

    private async Task RoundAsync(int round, Func<Stage, IReadOnlyList<PageCost>> costsOf)
    {
        var turns = Enumerable.Range(0, stages[0].Pages.Count).SelectMany(page => stages.Select(stage => (Stage: stage, Page: page)));
        foreach (var (stage, page) in round % 2 == 0 ? turns : turns.Reverse())
        {
            await TurnAsync(stage, stage.Pages[page], costsOf(stage)[page]);
        }
    }

    private async Task TurnAsync(Stage stage, MeasuredPage page, PageCost cost)
    {
        if (cost.Wall > Enough)
        {
            return;
        }

        var before = stage.Server.Cpu;
        var watch = Stopwatch.StartNew();
        var each = await Task.WhenAll(stage.Clients.Select(client => Task.Run(() => RepeatAsync(client, page))));
        var elapsed = watch.Elapsed;
        cost.Add(stage.Server.Cpu - before, elapsed, each.SelectMany(times => times));
    }

    private async Task<List<RequestTime>> RepeatAsync(Client client, MeasuredPage page)
    {
        var requests = page.IsHeavy ? 1 : options.Block;
        var times = new List<RequestTime>(requests);
        for (var i = 0; i < requests; i++)
        {
            var watch = Stopwatch.StartNew();
            var queries = await page.Send(client);
            times.Add(new RequestTime(watch.Elapsed, queries));
        }

        return times;
    }
}
