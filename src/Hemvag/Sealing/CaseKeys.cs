using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Sealing;

/// <summary>Destroys keys, which needs no root key. What they sealed stays as noise.</summary>
internal static class CaseKeys
{
    /// <summary>
    /// Destroys every key of one owner: what was sealed under them opens no more, here or in any copy made from now on. The caller records
    /// it as an event of the owner's stream in the same save, or <c>verify</c> finds sealed records without a key.
    /// </summary>
    /// <returns>The compartments whose keys are gone.</returns>
    public static async Task<Compartment> DestroyAllAsync(HemvagDbContext db, Guid ownerId, DateTime now)
    {
        var destroyed = await db.Set<CaseKey>().Where(k => k.CaseId == ownerId).ToListAsync();
        foreach (var key in destroyed)
        {
            await DestroyAsync(db, key, now);
        }

        return destroyed.Aggregate(Compartment.None, (all, key) => all | key.Compartment);
    }

    /// <summary>Destroys one key and keeps that it was: its envelopes go on naming it, and the list of erasures remembers it.</summary>
    public static async Task DestroyAsync(HemvagDbContext db, CaseKey key, DateTime erasedAt)
    {
        if (await db.Set<ErasedKey>().FindAsync(key.Id) is null)
        {
            db.Add(
                new ErasedKey
                {
                    Id = key.Id,
                    CaseId = key.CaseId,
                    Compartment = key.Compartment,
                    ErasedAt = erasedAt,
                }
            );
        }

        db.Remove(key);
    }
}
