using System.Globalization;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Data.Sqlite;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Retention;

/// <summary>Keeps the list outside the database and the database the same: what one of them knows as erased is erased in the other.</summary>
internal sealed class ErasureKeeping(HemvagDbContext db, Operations operations, ErasureList list, TimeProvider time)
{
    public const string ApplyKind = "ApplyErasures";

    private const string Mark = "erasures";

    /// <summary>Writes into the list what the database knows as erased.</summary>
    public async Task RememberAsync(CancellationToken stop)
    {
        var erased = await db.Set<ErasedKey>()
            .AsNoTracking()
            .OrderBy(k => k.ErasedAt)
            .Select(k => new ErasedEntry(k.Id, k.CaseId, k.Compartment, k.ErasedAt))
            .ToListAsync(stop);
        if (erased.Count == 0)
        {
            return;
        }

        var lines = await list.AddAsync(erased, stop);
        await CountAsync(lines, stop);
    }

    /// <summary>Destroys once more what the list names and a restored database holds; before anything can be opened.</summary>
    /// <returns>How many keys were there again.</returns>
    /// <exception cref="StartRefusedException">When a line of the list cannot be trusted.</exception>
    public async Task<int> ApplyAsync(CancellationToken stop)
    {
        var (entries, damage, _) = list.ReadAll();
        if (damage.Count > 0)
        {
            throw new StartRefusedException(
                $"Line {damage[0]} of {ErasureList.FileName} in the key folder can't be trusted. Restore that file from its own backup; it is never to be shortened or edited."
            );
        }

        var applied = 0;
        foreach (var ofCase in entries.GroupBy(e => e.CaseId))
        {
            var ids = ofCase.Select(e => e.KeyId).ToList();
            if (await db.Set<CaseKey>().AnyAsync(k => ids.Contains(k.Id), stop))
            {
                applied += await ApplyAsync(ofCase.Key, [.. ofCase]);
            }
        }

        await RememberAsync(stop);
        await SqliteForgetting.EmptyLogAsync(db, stop);
        return applied;
    }

    /// <summary>How many lines the list had, as the database remembers; 0 before the first.</summary>
    public static async Task<int> RememberedAsync(HemvagDbContext db, CancellationToken stop)
    {
        var value = await db.Set<DatabaseMark>().AsNoTracking().Where(m => m.Key == Mark).Select(m => m.Value).FirstOrDefaultAsync(stop);
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
    }

    private async Task<int> ApplyAsync(Guid caseId, IReadOnlyList<ErasedEntry> entries)
    {
        var count = 0;
        await operations.RunAsync(
            Guid.CreateVersion7(time.GetUtcNow()),
            // A consultation's keys are of a stream that is named alike.
            Streams.Case(caseId),
            ApplyKind,
            Actor.System(ApplyKind),
            async work =>
            {
                var ids = entries.Select(e => e.KeyId).ToList();
                var back = await work.Db.Set<CaseKey>().Where(k => k.CaseId == caseId && ids.Contains(k.Id)).ToListAsync();
                foreach (var key in back)
                {
                    await KeyErasing.EraseAsync(work.Db, work.Record, key, entries.First(e => e.KeyId == key.Id).ErasedAt);
                }

                await KeyErasing.CloseAsync(work.Db, caseId, work.Now, back);
                work.Record(new ErasureApplied(back.Count));
                count = back.Count;
            }
        );
        return count;
    }

    private async Task CountAsync(int lines, CancellationToken stop)
    {
        var value = lines.ToString(CultureInfo.InvariantCulture);
        var mark = await db.Set<DatabaseMark>().FirstOrDefaultAsync(m => m.Key == Mark, stop);
        if (mark is null)
        {
            db.Add(new DatabaseMark { Key = Mark, Value = value });
        }
        else if (await RememberedAsync(db, stop) < lines)
        {
            mark.Value = value;
        }

        await db.SaveChangesAsync(stop);
    }
}
