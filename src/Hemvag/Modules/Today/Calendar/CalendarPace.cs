using System.Net;
using Hemvag.Modules.Accounts.SigningIn;

namespace Hemvag.Modules.Today.Calendar;

/// <summary>
/// How often a calendar is read: slowed for each address by itself. Wrong addresses are counted by network, apart from the sign-in's: the
/// calendar of somebody who has left goes on asking and locks nobody out.
/// </summary>
internal sealed class CalendarPace(TimeProvider time)
{
    /// <summary>Of one address within <see cref="NetworkThrottle.Window"/>.</summary>
    public const int Most = 30;

    private const int MostFeeds = 10_000;

    private readonly Lock counting = new();
    private readonly NetworkThrottle wrong = new(time);
    private readonly Dictionary<Guid, (DateTimeOffset Since, int Count)> reads = [];

    /// <summary>Counts a reading.</summary>
    /// <returns>False when it is one too many.</returns>
    public bool MayRead(Guid feedId)
    {
        var now = time.GetUtcNow();
        lock (counting)
        {
            if (reads.Count > MostFeeds)
            {
                reads.Clear();
            }

            var (since, count) = reads.TryGetValue(feedId, out var before) && now - before.Since < NetworkThrottle.Window ? before : (now, 0);
            reads[feedId] = (since, count + 1);
            return count < Most;
        }
    }

    /// <summary>Counts a wrong address.</summary>
    /// <returns>False when the network has tried too many.</returns>
    public bool MayTry(IPAddress? network)
    {
        var may = !wrong.IsFull(network);
        wrong.Failed(network);
        return may;
    }
}
