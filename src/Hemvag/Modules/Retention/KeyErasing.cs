using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Retention;

/// <summary>Destroys keys within an operation: the key's row, and the match tokens made from what it sealed. What it sealed stays as noise.</summary>
internal static class KeyErasing
{
    public static async Task EraseAsync(CaseWork work, CaseKey key, DateTime erasedAt)
    {
        if (await work.Db.Set<ErasedKey>().FindAsync(key.Id) is null)
        {
            work.Db.Add(
                new ErasedKey
                {
                    Id = key.Id,
                    CaseId = key.CaseId,
                    Compartment = key.Compartment,
                    ErasedAt = erasedAt,
                }
            );
        }

        work.Db.RemoveRange(await work.Db.Set<StoredToken>().Where(t => t.CaseId == key.CaseId && t.Compartment == key.Compartment).ToListAsync());
        work.Db.Remove(key);
        work.Record(new KeyErased(key.Id, key.Compartment));
    }

    /// <summary>Marks the case when no key is left in it.</summary>
    public static async Task CloseAsync(CaseWork work, IReadOnlyCollection<CaseKey> erased)
    {
        var ids = erased.Select(k => k.Id).ToList();
        if (erased.Count > 0 && !await work.Db.Set<CaseKey>().AnyAsync(k => k.CaseId == work.Case.Id && !ids.Contains(k.Id)))
        {
            work.Case.ErasedAt = work.Now;
        }
    }
}
