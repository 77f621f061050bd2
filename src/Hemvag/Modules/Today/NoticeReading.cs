using Hemvag.Data;
using Hemvag.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Today;

/// <summary>Marks an account's own notices as read.</summary>
internal sealed class NoticeReading(HemvagDbContext db, TimeProvider time)
{
    /// <returns>False when the account has no such notice.</returns>
    public async Task<bool> ReadAsync(Guid accountId, Guid noticeId)
    {
        var notice = await db.Set<Notice>().FirstOrDefaultAsync(n => n.Id == noticeId && n.AccountId == accountId);
        if (notice is null)
        {
            return false;
        }

        notice.ReadAt ??= time.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync();
        return true;
    }

    public async Task ReadAllAsync(Guid accountId)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var unread = await db.Set<Notice>().Where(n => n.AccountId == accountId && n.ReadAt == null).ToListAsync();
        unread.ForEach(n => n.ReadAt = now);
        await db.SaveChangesAsync();
    }
}
