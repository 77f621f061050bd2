using Hemvag.Auditing.Verification;
using Hemvag.Data;

namespace Hemvag.Commands;

/// <summary><c>verify</c>: every chain, row, sealed record, derived step and sum of the database.</summary>
internal static class VerifyCommand
{
    /// <returns>0 when everything is as it was recorded; 1 with a line for each finding.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HemvagDbContext>();
        var (findings, counts) = await scope.ServiceProvider.GetRequiredService<Verifier>().RunAsync(db, stop);
        foreach (var finding in findings)
        {
            await output.WriteLineAsync(finding.ToString());
        }

        await output.WriteLineAsync($"{counts.Streams} streams, {counts.Operations} operations, {counts.Rows} rows: {findings.Count} findings");
        return findings.Count == 0 ? 0 : 1;
    }
}
