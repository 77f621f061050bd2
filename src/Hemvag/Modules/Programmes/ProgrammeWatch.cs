using Hemvag.Data;

namespace Hemvag.Modules.Programmes;

/// <summary>Looks once a minute for versions that another node has published. A version runs from the day after at the earliest, so that all know it in time.</summary>
internal sealed partial class ProgrammeWatch(IServiceScopeFactory scopes, ILogger<ProgrammeWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops.
        }
    }

    /// <summary>One look; tests call it instead of waiting.</summary>
    internal async Task LookAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<StoredProgrammes>().ReadAsync(stop);
        }
        catch (StartRefusedException unreadable)
        {
            LogUnreadable(log, unreadable.Message);
        }
        catch (Exception error) when (DatabaseAway.Is(error))
        {
            // The database is away for the moment; the next look is in a minute.
            LogAway(log);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Reason}")]
    private static partial void LogUnreadable(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Published programme versions could not be looked for")]
    private static partial void LogAway(ILogger logger);
}
