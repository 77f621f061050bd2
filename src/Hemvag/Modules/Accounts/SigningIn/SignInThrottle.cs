using System.Collections.Concurrent;
using System.Net;

namespace Hemvag.Modules.Accounts.SigningIn;

/// <summary>
/// Counts failed attempts in the memory of this node, never stored: by network, so that someone who tries many accounts is slowed, and
/// by account together with where it was tried from, so that who guesses at an account does not lock its owner out, who is elsewhere.
/// What a network is, <see cref="NetworkThrottle"/> says.
/// </summary>
internal sealed class SignInThrottle(NetworkThrottle networks, TimeProvider time)
{
    // A pause ends after half an hour at most; what lies so far back has been slept over.
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(12);
    private const int MostEntries = 10_000;

    private readonly ConcurrentDictionary<(Guid Account, string From), (int Failures, long Last)> tallies = new();

    /// <summary>Whether an attempt from there counts at all now. A device that the account knows is answerable for its own failures alone.</summary>
    public bool MayTry(Guid accountId, SignInOrigin origin) =>
        !IsPaused((accountId, FromOf(accountId, origin))) && (origin.IsKnownTo(accountId) || !IsFull(origin.Network));

    public bool IsFull(IPAddress? address) => networks.IsFull(address);

    /// <param name="accountId">Null for an address that nobody has.</param>
    public void Failed(Guid? accountId, SignInOrigin origin)
    {
        Sweep();
        networks.Failed(origin.Network);
        if (accountId is { } id)
        {
            var key = (id, FromOf(id, origin));
            // What is refused unread during a pause neither counts nor makes the pause longer.
            if (!IsPaused(key))
            {
                tallies.AddOrUpdate(key, _ => (1, time.GetTimestamp()), (_, old) => (IsOld(old.Last) ? 1 : old.Failures + 1, time.GetTimestamp()));
            }
        }
    }

    public void Succeeded(Guid accountId, SignInOrigin origin) => tallies.TryRemove((accountId, FromOf(accountId, origin)), out _);

    private bool IsPaused((Guid, string) key) =>
        tallies.TryGetValue(key, out var tally) && !IsOld(tally.Last) && time.GetElapsedTime(tally.Last) < SignInLock.After(tally.Failures);

    private bool IsOld(long last) => time.GetElapsedTime(last) > Forgotten;

    private void Sweep()
    {
        if (tallies.Count > MostEntries)
        {
            foreach (var (key, _) in tallies.Where(t => IsOld(t.Value.Last)))
            {
                tallies.TryRemove(key, out _);
            }
        }
    }

    private static string FromOf(Guid accountId, SignInOrigin origin) =>
        origin.IsKnownTo(accountId) ? origin.Device!.Id.ToString("N") : NetworkThrottle.NetworkOf(origin.Network);
}
