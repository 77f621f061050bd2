using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Jobs;

/// <summary>Leases jobs that are due and runs them. Many nodes may do this at once: a lease is taken by a compare-and-set on the row.</summary>
internal sealed partial class JobRunner(IServiceScopeFactory scopes, TimeProvider time, ILogger<JobRunner> log) : BackgroundService
{
    public const int MaxAttempts = 6;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RunOneAsync(stoppingToken)) { }
                await Task.Delay(Pause, TimeProvider.System, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (DatabaseAway.Is(error))
            {
                // The database may be away for a moment; the next round looks again.
                Log.RoundFailed(log, error.GetType().Name);
                await Task.Delay(Pause, TimeProvider.System, stoppingToken);
            }
        }
    }

    /// <summary>Runs everything that is due now; tests call it instead of waiting.</summary>
    public async Task RunDueAsync(CancellationToken stop)
    {
        while (await RunOneAsync(stop)) { }
    }

    private async Task<bool> RunOneAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HemvagDbContext>();
        if (await LeaseAsync(db, stop) is not { } job)
        {
            return false;
        }

        var handler = scope.ServiceProvider.GetServices<IJobHandler>().FirstOrDefault(h => h.Kind == job.Kind);
        var now = time.GetUtcNow().UtcDateTime;
        try
        {
            var again = handler is null ? throw new InvalidOperationException("No handler.") : await handler.RunAsync(job, stop);
            job.LeasedUntil = null;
            job.LastError = null;
            job.DoneAt = again is null ? now : null;
            job.RunAt = again ?? job.RunAt;
            job.Attempts = again is null ? job.Attempts : 0;
            if (again is null && handler.Forgets)
            {
                db.Remove(job);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A job's failure is kept on its row and tried again; it must not stop the others.
            Log.Failed(log, job.Kind, job.Id, error.GetType().Name);
            job.LeasedUntil = null;
            job.LastError = error.GetType().Name;
            job.RunAt = now + TimeSpan.FromMinutes(Math.Pow(2, job.Attempts));
            job.DeadAt = job.Attempts >= MaxAttempts ? now : null;
        }

        await db.SaveChangesAsync(stop);
        return true;
    }

    private async Task<Job?> LeaseAsync(HemvagDbContext db, CancellationToken stop)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var job = await db.Set<Job>()
            .Where(j => j.DoneAt == null && j.DeadAt == null && j.RunAt <= now && (j.LeasedUntil == null || j.LeasedUntil < now))
            .OrderBy(j => j.RunAt)
            .FirstOrDefaultAsync(stop);
        if (job is null)
        {
            return null;
        }

        job.LeasedUntil = now + Lease;
        job.Attempts++;
        try
        {
            await db.SaveChangesAsync(stop);
            return job;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node took it.
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Job {Kind} {JobId} failed: {ErrorType}")]
        public static partial void Failed(ILogger logger, string kind, Guid jobId, string errorType);

        [LoggerMessage(2, LogLevel.Warning, "A round of jobs failed: {ErrorType}")]
        public static partial void RoundFailed(ILogger logger, string errorType);
    }
}
