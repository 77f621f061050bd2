using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Retention;

/// <summary>Destroys keys within an operation: the key's row, the match tokens made from what it sealed, and the tokens of papers shown. What it sealed stays as noise.</summary>
internal static class KeyErasing
{
    /// <param name="record">The operation's.</param>
    public static async Task EraseAsync(HemvagDbContext db, Action<IEvent> record, CaseKey key, DateTime erasedAt)
    {
        db.RemoveRange(await db.Set<StoredToken>().Where(t => t.CaseId == key.CaseId && t.Compartment == key.Compartment).ToListAsync());
        if (key.Compartment == Compartment.Identity)
        {
            var visits = await db.Set<CashVisit>().Where(v => v.CaseId == key.CaseId && v.ShownToken != null).ToListAsync();
            visits.ForEach(v => v.ShownToken = null);
        }

        await CaseKeys.DestroyAsync(db, key, erasedAt);
        record(new KeyErased(key.Id, key.Compartment));
    }

    /// <summary>Marks the case when no key is left in it; a consultation has none to mark.</summary>
    public static async Task CloseAsync(HemvagDbContext db, Guid caseId, DateTime now, IReadOnlyCollection<CaseKey> erased)
    {
        var ids = erased.Select(k => k.Id).ToList();
        if (
            erased.Count > 0
            && !await db.Set<CaseKey>().AnyAsync(k => k.CaseId == caseId && !ids.Contains(k.Id))
            && await db.Set<Case>().FirstOrDefaultAsync(c => c.Id == caseId) is { } @case
        )
        {
            @case.ErasedAt = now;
        }
    }
}
