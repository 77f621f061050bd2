using Hemvag.Data;

namespace Hemvag.Modules.Retention;

/// <summary>Once a minute each node brings its own list up to what the database knows as erased, whichever node erased it.</summary>
internal sealed partial class ErasureSync(IServiceScopeFactory scopes, ILogger<ErasureSync> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RememberAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start does it.
        }
    }

    /// <summary>One round; tests call it instead of waiting.</summary>
    internal async Task RememberAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ErasureKeeping>().RememberAsync(stop);
        }
        catch (Exception error) when (error is IOException || DatabaseAway.Is(error))
        {
            // A full disk, an absent database, or another node at the same mark: the next minute tries again.
            LogFailed(log, error.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The erasure list could not be written: {ErrorType}")]
    private static partial void LogFailed(ILogger logger, string errorType);
}
