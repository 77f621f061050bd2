using System.Diagnostics;
using System.Globalization;
using Hemvag.Bench.Data;
using Hemvag.Bench.Driving;
using Hemvag.TestKit.Databases;

namespace Hemvag.Bench;

/// <summary>What <c>verify</c> needed for one database.</summary>
internal sealed record VerifyResult(DatabaseKind Kind, int Operations, TimeSpan Took, CpuTimes Cpu, long PeakResidentBytes, string Said, int Lines);

/// <summary>Runs the published program's command <c>verify</c> over a true trail, as a process of its own.</summary>
internal static class VerifyBench
{
    public static async Task<VerifyResult> RunAsync(BenchOptions options, DatabaseKind kind, Action<string> tell)
    {
        await using var database = await BenchDatabase.WithTrailAsync(kind, options.Operations);
        tell($"{kind} with a true trail of {options.Operations} operations, made in {database.MadeIn.TotalSeconds:F0} s");
        var info = new ProcessStartInfo(Path.Combine(options.App, "Hemvag"), ["verify"])
        {
            WorkingDirectory = options.App,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (key, value) in database.Settings)
        {
            info.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var postgres = kind == DatabaseKind.Postgres ? await PostgresProcesses.FindAsync() : null;
        var before = postgres?.Cpu ?? TimeSpan.Zero;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(info)!;
        var lines = 0;
        process.ErrorDataReceived += (_, said) => lines += said.Data is null ? 0 : 1;
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        var cpu = TimeSpan.Zero;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(50)))
        {
            process.Refresh();
            (peak, cpu) = Read(process, peak, cpu);
        }

        var took = watch.Elapsed;
        var said = (await output).Trim().Split('\n')[^1];
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"verify ended with {process.ExitCode}: {said}"));
        }

        tell(string.Create(CultureInfo.InvariantCulture, $"verified in {took.TotalSeconds:F1} s: {said}"));
        return new VerifyResult(kind, options.Operations, took, new CpuTimes(cpu, (postgres?.Cpu ?? TimeSpan.Zero) - before), peak, said, lines);
    }

    // It may end between the two questions; then the last answer stands.
    private static (long Peak, TimeSpan Cpu) Read(Process process, long peak, TimeSpan cpu)
    {
        try
        {
            return (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
        }
        catch (InvalidOperationException)
        {
            return (peak, cpu);
        }
    }
}
