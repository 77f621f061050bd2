using System.Globalization;
using Hemvag.Auditing.Verification;
using Hemvag.Data;

namespace Hemvag.Commands;

/// <summary><c>verify</c>: every chain, row, sealed record, derived step and sum of the database.</summary>
internal static class VerifyCommand
{
    /// <param name="progress">Hears how far it has come, where someone waits for it.</param>
    /// <returns>0 when everything is as it was recorded; 1 with a line for each finding.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, TextWriter progress, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HemvagDbContext>();
        var (findings, counts) = await scope
            .ServiceProvider.GetRequiredService<Verifier>()
            .RunAsync(db, stop, done => progress.WriteLineAsync(Line(done)));
        foreach (var finding in findings)
        {
            await output.WriteLineAsync(finding.ToString());
        }

        if (counts.Erased > 0)
        {
            await output.WriteLineAsync($"{counts.Erased} keys of compartments are erased, as recorded");
        }

        await output.WriteLineAsync($"{counts.Streams} streams, {counts.Operations} operations, {counts.Rows} rows: {findings.Count} findings");
        return findings.Count == 0 ? 0 : 1;
    }

    private static string Line(VerifyProgress done) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{done.Operations} of {done.OperationsInAll} operations ({100.0 * done.Operations / Math.Max(done.OperationsInAll, 1):F0} %), {done.Rows} rows"
        );
}
