using System.Diagnostics;

namespace Hemvag.Modules.Accounts.SigningIn;

/// <summary>Refusals leave after the same time, whatever was looked up before them.</summary>
internal static class AnswerPace
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(600);

    public static long Start() => Stopwatch.GetTimestamp();

    /// <summary>Waits until the least time has passed. Real time, not the application's clock: this is about what a stopwatch outside sees.</summary>
    public static async Task EvenOutAsync(long started)
    {
        var left = Least - Stopwatch.GetElapsedTime(started);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, TimeProvider.System);
        }
    }
}
