using Hemvag.Bench;
using Hemvag.Bench.Cash;
using Hemvag.TestKit.Databases;

// On a busy machine seconds mean little: read the ratios, which come from one run.
var options = BenchOptions.Parse(args);
if (PostgresServer.WhyNot is { } why && options.Kinds.Contains(DatabaseKind.Postgres))
{
    await Console.Error.WriteLineAsync(why);
    return 2;
}

var began = TimeProvider.System.GetUtcNow();
try
{
    if (options.Rounds > 0)
    {
        await using var run = new BenchRun(options);
        var results = await run.RunAsync(Console.Error.WriteLine);
        Console.WriteLine(Report.Of(results, began, TimeProvider.System.GetUtcNow() - began));
    }

    if (options.Operations > 0)
    {
        var verified = new List<VerifyResult>();
        foreach (var kind in options.Kinds)
        {
            verified.Add(await VerifyBench.RunAsync(options, kind, Console.Error.WriteLine));
        }

        Console.WriteLine(Report.Of(verified));
    }

    if (options.Cash > 0)
    {
        var worked = new List<CashResult>();
        foreach (var kind in options.Kinds)
        {
            worked.Add(await CashBench.RunAsync(kind, options.Cash, Console.Error.WriteLine));
        }

        Console.WriteLine(Report.Of(worked));
    }

    return 0;
}
catch (InvalidOperationException error)
{
    // Said here and not by the runtime, which would end the process before PostgreSQL is stopped.
    await Console.Error.WriteLineAsync(error.ToString());
    return 1;
}
