using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing;

/// <summary>Keys of a case were wrapped under another version of the root keys. What they seal stays as it is.</summary>
internal sealed record CaseKeysRewrapped(int RootKeyVersion, int Keys) : IEvent;

/// <summary>
/// Wraps case keys under the current root key version, case by case, beside the running application. Each case is one operation in its own
/// stream, so it can be stopped anywhere and begun again: what is done is no longer found.
/// </summary>
internal sealed class KeyRewrapping(IDbContextFactory<HemvagDbContext> contexts, Operations operations, RootKeys keys, TimeProvider time)
{
    public const string Kind = "RewrapKeys";

    /// <summary>Cases looked up at once.</summary>
    private const int Batch = 200;

    private static readonly Actor By = Actor.System("keys rewrap");

    /// <param name="tell">Hears after each batch how many keys are done.</param>
    /// <returns>How many keys were wrapped anew.</returns>
    public async Task<int> RunAsync(Func<int, Task> tell, CancellationToken stop)
    {
        var done = 0;
        var after = Guid.Empty;
        while (await NextAsync(after, stop) is { Count: > 0 } cases)
        {
            foreach (var caseId in cases)
            {
                stop.ThrowIfCancellationRequested();
                done += await RewrapAsync(caseId);
                after = caseId;
            }

            await tell(done);
        }

        return done;
    }

    /// <summary>How many case keys are wrapped under each version, the oldest first.</summary>
    public async Task<IReadOnlyList<(int Version, int Keys)>> CountAsync(CancellationToken stop)
    {
        await using var db = contexts.CreateDbContext();
        var counts = await db.Set<CaseKey>()
            .GroupBy(k => k.RootKeyVersion)
            .Select(g => new { Version = g.Key, Keys = g.Count() })
            .OrderBy(g => g.Version)
            .ToListAsync(stop);
        return [.. counts.Select(c => (c.Version, c.Keys))];
    }

    private async Task<List<Guid>> NextAsync(Guid after, CancellationToken stop)
    {
        await using var db = contexts.CreateDbContext();
        var current = keys.CurrentVersion;
        return await db.Set<CaseKey>()
            .Where(k => k.RootKeyVersion < current && k.CaseId.CompareTo(after) > 0)
            .Select(k => k.CaseId)
            .Distinct()
            .OrderBy(id => id)
            .Take(Batch)
            .ToListAsync(stop);
    }

    private async Task<int> RewrapAsync(Guid caseId)
    {
        var count = 0;
        try
        {
            await operations.RunAsync(
                Guid.CreateVersion7(time.GetUtcNow()),
                Streams.Case(caseId),
                Kind,
                By,
                async work =>
                {
                    var current = keys.CurrentVersion;
                    var old = await work.Db.Set<CaseKey>().Where(k => k.CaseId == caseId && k.RootKeyVersion < current).ToListAsync();
                    count = old.Count == 0 ? throw new DoneMeanwhileException() : old.Count;
                    foreach (var key in old)
                    {
                        key.Wrapped = KeyWrapping.Wrap(keys, caseId, key.Compartment, KeyWrapping.Unwrap(keys, caseId, key.Compartment, key.Wrapped));
                        key.RootKeyVersion = KeyWrapping.VersionIn(key.Wrapped)!.Value;
                    }

                    work.Record(new CaseKeysRewrapped(current, count));
                }
            );
            return count;
        }
        catch (DoneMeanwhileException)
        {
            // Another run was here first, or the case was erased: nothing is left to record.
            return 0;
        }
    }

    private sealed class DoneMeanwhileException : Exception;
}
