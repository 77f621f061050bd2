using System.Globalization;
using System.Runtime.CompilerServices;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Retention;

/// <summary>Compares the erasure list with the database: a destroyed key that is there again, a list that was shortened or changed.</summary>
internal sealed class ErasureVerification(ErasureList list) : IVerification
{
    public async IAsyncEnumerable<Finding> CheckAsync(HemvagDbContext db, [EnumeratorCancellation] CancellationToken stop)
    {
        var remembered = await ErasureKeeping.RememberedAsync(db, stop);
        var (entries, damage, lines) = list.ReadAll();
        foreach (var line in damage)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {line}");
            yield return new Finding("erasures", place, "cannot be trusted: its signature does not hold");
        }

        if (lines < remembered)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {lines + 1}");
            yield return new Finding("erasures", place, "is missing: the list was shortened, emptied or deleted");
        }

        var listed = entries.Select(e => e.KeyId).ToHashSet();
        var known = await db.Set<ErasedKey>().Select(k => k.Id).ToListAsync(stop);
        listed.UnionWith(known);
        // Read first: PostgreSQL holds one open reader per connection.
        foreach (var chunk in listed.Chunk(500).Select(c => c.ToList()))
        {
            foreach (var key in await db.Set<CaseKey>().AsNoTracking().Where(k => chunk.Contains(k.Id)).ToListAsync(stop))
            {
                yield return new Finding(Streams.Case(key.CaseId), $"CaseKey {key.Id}", "was erased and is there again: run «erasures apply»");
            }
        }
    }
}
