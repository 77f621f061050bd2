using Hemvag.Auditing;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Trail.Verifying;

/// <summary>Verifies every chain in the background and keeps how far it has come and what it found.</summary>
internal sealed class VerifyTrail(IDbContextFactory<HemvagDbContext> contexts, Verifier verifier, TimeProvider time) : IJobHandler
{
    public const string JobKind = "VerifyTrail";

    private const int FindingsKept = 50;

    /// <summary>A run that has said nothing for so long was on a node that is gone.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    public string Kind => JobKind;

    public async Task<DateTime?> RunAsync(Job job, CancellationToken stop)
    {
        await using var own = contexts.CreateDbContext();
        var run = await own.Set<VerificationRun>().FirstAsync(r => r.Id == job.SubjectId, stop);
        if (run.FinishedAt is not null)
        {
            return null;
        }

        if (run.TouchedAt > Now - Silence)
        {
            return Now + Silence;
        }

        run.StartedAt = run.TouchedAt = Now;
        run.OperationsInAll = await own.Set<Operation>().CountAsync(stop);
        await own.SaveChangesAsync(stop);
        await using var read = contexts.CreateDbContext();
        var (findings, counts) = await verifier.RunAsync(read, stop, done => TellAsync(own, run, done, stop));
        run.Streams = counts.Streams;
        run.Operations = counts.Operations;
        run.Rows = counts.Rows;
        run.Findings = findings.Count;
        run.FirstFindings = Cut(string.Join('\n', findings.Take(FindingsKept)));
        run.FinishedAt = run.TouchedAt = Now;
        await own.SaveChangesAsync(stop);
        return null;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task TellAsync(HemvagDbContext own, VerificationRun run, VerifyProgress done, CancellationToken stop)
    {
        run.Operations = (int)Math.Min(done.Operations, int.MaxValue);
        run.Rows = (int)Math.Min(done.Rows, int.MaxValue);
        run.TouchedAt = Now;
        await own.SaveChangesAsync(stop);
    }

    private static string Cut(string text) =>
        text.Length <= VerificationRunMapping.FindingsLength ? text : text[..VerificationRunMapping.FindingsLength];
}
