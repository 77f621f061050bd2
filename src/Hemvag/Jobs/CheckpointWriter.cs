using Hemvag.Auditing.Verification;
using Hemvag.Data;

namespace Hemvag.Jobs;

/// <summary>Writes signed heads outside the database every minute, and when the application stops.</summary>
internal sealed partial class CheckpointWriter(IServiceScopeFactory scopes, CheckpointFile file, ILogger<CheckpointWriter> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            do
            {
                await WriteAsync(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The last one is written by StopAsync.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    private async Task WriteAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await file.WriteAsync(scope.ServiceProvider.GetRequiredService<HemvagDbContext>(), stop);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException || DatabaseAway.Is(error))
        {
            // A full disk or an absent database must not end the application; the next minute tries again.
            LogFailed(log, error.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A checkpoint could not be written: {ErrorType}")]
    private static partial void LogFailed(ILogger logger, string errorType);
}
