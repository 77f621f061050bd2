using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Administration;

internal sealed record DeadJobView(Guid Id, string Kind, int Attempts, string? Error, DateTime DeadAt);

internal sealed record JobStartedAgain(Guid JobId, string Kind) : IEvent;

/// <summary>Jobs that were given up. A list of kinds and ids; what they are about stays with those who work on it.</summary>
internal sealed class JobDesk(HemvagDbContext db, Operations operations)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<DeadJobView>> DeadAsync() =>
        await db.Set<Job>()
            .AsNoTracking()
            .Where(j => j.DeadAt != null && j.DoneAt == null)
            .OrderByDescending(j => j.DeadAt)
            .Take(Most)
            .Select(j => new DeadJobView(j.Id, j.Kind, j.Attempts, j.LastError, j.DeadAt!.Value))
            .ToListAsync();

    /// <exception cref="RefusedException">JobNotDead: it was started again by someone else, or never given up.</exception>
    public Task StartAgainAsync(Guid operationId, Actor by, Guid jobId) =>
        operations.RunAsync(
            operationId,
            Streams.System,
            "StartJobAgain",
            by,
            async work =>
            {
                var job =
                    await work.Db.Set<Job>().FirstOrDefaultAsync(j => j.Id == jobId && j.DeadAt != null)
                    ?? throw new RefusedException(AdministrationRefusals.JobNotDead);
                job.DeadAt = null;
                job.Attempts = 0;
                job.RunAt = work.Now;
                work.Record(new JobStartedAgain(job.Id, job.Kind));
            }
        );
}

internal static class AdministrationRefusals
{
    public static readonly Refusal JobNotDead = new("JobNotDead", typeof(AdministrationTexts));
}
