using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Hemvag.Modules.Accounts.SigningIn;

/// <summary>
/// Counts failed attempts by network, in the memory of this node and never stored, so that someone who tries many accounts is slowed too.
/// A network is a /24 of IPv4 or a /64 of IPv6.
/// </summary>
internal sealed class NetworkThrottle(TimeProvider time)
{
    public const int Most = 30;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private const int MostNetworks = 10_000;

    private readonly ConcurrentDictionary<string, Queue<long>> failures = new(StringComparer.Ordinal);

    public bool IsFull(IPAddress? address) => failures.TryGetValue(NetworkOf(address), out var queue) && Count(queue) >= Most;

    public void Failed(IPAddress? address)
    {
        if (failures.Count > MostNetworks)
        {
            foreach (var (network, old) in failures)
            {
                if (Count(old) == 0)
                {
                    failures.TryRemove(network, out _);
                }
            }
        }

        var queue = failures.GetOrAdd(NetworkOf(address), _ => new Queue<long>());
        lock (queue)
        {
            queue.Enqueue(time.GetTimestamp());
        }
    }

    private int Count(Queue<long> queue)
    {
        lock (queue)
        {
            while (queue.TryPeek(out var first) && time.GetElapsedTime(first) > Window)
            {
                queue.Dequeue();
            }

            return queue.Count;
        }
    }

    public static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return Convert.ToHexString(bytes, 0, plain.AddressFamily == AddressFamily.InterNetwork ? 3 : 8);
    }
}
