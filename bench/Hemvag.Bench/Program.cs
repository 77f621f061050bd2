using Hemvag.Bench;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;

// On a busy machine seconds mean little: read the ratios, which come from one run.
var options = BenchOptions.Parse(args);
var kinds = Enum.GetValues<DatabaseKind>().Where(kind => kind != DatabaseKind.Postgres || PostgresServer.WhyNot is null).ToList();
if (PostgresServer.WhyNot is { } why)
{
    Console.Error.WriteLine(why);
}

var results = new List<BenchResult>();
foreach (var kind in kinds)
{
    foreach (var cases in options.Sizes)
    {
        Console.Error.WriteLine($"{kind}, {cases} cases");
        results.Add(await BenchRun.RunAsync(options, kind, cases));
    }
}

var table = Report.Table(results, DateTime.UtcNow);
Console.WriteLine(table);
if (options.Write)
{
    Report.Write(Path.Combine(RepositoryFolder.Path, "docs", "performance.md"), table);
}
