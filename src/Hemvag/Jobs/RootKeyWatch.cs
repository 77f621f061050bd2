using Hemvag.Sealing;

namespace Hemvag.Jobs;

/// <summary>Looks at the key file once a minute, so that a version added by <c>keys rotate</c> is taken up without a restart.</summary>
internal sealed partial class RootKeyWatch(RootKeys keys, ILogger<RootKeyWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Look();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops.
        }
    }

    private void Look()
    {
        try
        {
            if (keys.LookAgain())
            {
                LogTaken(log, keys.NewestVersion);
            }
        }
        catch (RootKeyException)
        {
            // Damaged, or wrapped for certificates that this node has not been given yet: what is held goes on opening everything.
            LogRefused(log, keys.NewestVersion);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Root keys of version {Version} are held now")]
    private static partial void LogTaken(ILogger logger, int version);

    [LoggerMessage(2, LogLevel.Error, "The key file has changed and is not taken up; the keys up to version {Version} stay in use")]
    private static partial void LogRefused(ILogger logger, int version);
}
