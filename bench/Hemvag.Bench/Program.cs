using Hemvag.Bench;
using Hemvag.TestKit.Databases;

// On a busy machine seconds mean little: read the ratios, which come from one run.
var options = BenchOptions.Parse(args);
if (PostgresServer.WhyNot is { } why && options.Kinds.Contains(DatabaseKind.Postgres))
{
    await Console.Error.WriteLineAsync(why);
    return 2;
}

var began = TimeProvider.System.GetUtcNow();
await using var run = new BenchRun(options);
var results = await run.RunAsync(line => Console.Error.WriteLine(line));
Console.WriteLine(Report.Of(results, began, TimeProvider.System.GetUtcNow() - began));
return 0;
