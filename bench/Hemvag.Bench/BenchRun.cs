using Hemvag.Demo;
using Hemvag.TestKit.Databases;

namespace Hemvag.Bench;

/// <summary>What one database gave: the floor's cost first.</summary>
internal sealed record BenchResult(
    DatabaseKind Kind,
    int Cases,
    IReadOnlyList<PageCost> Costs,
    TimeSpan ToFirstAnswer,
    long ResidentBytes,
    Visit Visit
);

/// <summary>One database, one server process, eight clients.</summary>
internal static class BenchRun
{
    public static async Task<BenchResult> RunAsync(BenchOptions options, DatabaseKind kind, int cases)
    {
        await using var database = await BenchDatabase.CreateAsync(kind, cases);
        using var server = await ServerProcess.StartAsync(options.App, database.Database, database.DataFolder);
        var clients = new List<BenchClient>();
        try
        {
            foreach (var savedCase in database.SavedCases)
            {
                var client = await BenchClient.SignInAsync(server.Url, DemoAccounts.IdOf(BenchDatabase.Coordinator), savedCase);
                clients.Add(client);
                await client.ReadFormAsync();
            }

            var list = $"/cases?step={GeneratedCases.FullStep}";
            var costs = await new Drive(server, clients, options).RunAsync([
                ("Floor: 20 notices", client => client.GetAsync("/notices")),
                ("Case list filtered by step", client => client.GetAsync(list)),
                ("Case with 200 timeline entries", client => client.GetAsync($"/cases/{database.TimelineCase}")),
                ("Saving the contact form", client => client.SaveAsync()),
            ]);
            return new BenchResult(kind, cases, costs, server.ToFirstAnswer, server.ResidentBytes, await Visit.MeasureAsync(clients[0], list));
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }
}
