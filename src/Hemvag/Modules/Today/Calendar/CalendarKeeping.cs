using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Today.Calendar;

/// <summary>What people do with their own calendar's address: make it, revoke it.</summary>
internal sealed class CalendarKeeping(Operations operations, LinkSecrets secrets, HemvagDbContext db)
{
    public const string Page = "/account/calendar";

    private const string Secret = "calendar";

    /// <summary>Since when it lives, UTC; null when there is none.</summary>
    public Task<DateTime?> LiveSinceAsync(Guid accountId) =>
        Live(db, accountId).AsNoTracking().Select(f => (DateTime?)f.MadeAt).FirstOrDefaultAsync();

    /// <summary>Makes the address anew; the one before shows nothing from then on.</summary>
    /// <returns>The secret part of the address, shown once; null for a form that was another's, or whose address is revoked meanwhile.</returns>
    public async Task<string?> MakeAsync(CurrentAccount me, Guid operationId)
    {
        var token = secrets.For(operationId, Secret).Token;
        var digest = secrets.DigestOfToken(token);
        await operations.RunAsync(
            operationId,
            Streams.Account(me.Id),
            "MakeCalendar",
            me.Actor,
            async work =>
            {
                await RevokeAllAsync(work, me.Id);
                var feed = new CalendarFeed
                {
                    Id = work.NewId(),
                    AccountId = me.Id,
                    MadeAt = work.Now,
                    LinkDigest = digest,
                };
                work.Db.Add(feed);
                work.Record(new CalendarMade(feed.Id));
            }
        );
        return await Live(db, me.Id).AnyAsync(f => f.LinkDigest == digest) ? token : null;
    }

    /// <summary>At once. Without an address there is nothing to do.</summary>
    public async Task RevokeAsync(CurrentAccount me, Guid operationId)
    {
        if (await Live(db, me.Id).AnyAsync())
        {
            await operations.RunAsync(operationId, Streams.Account(me.Id), "RevokeCalendar", me.Actor, work => RevokeAllAsync(work, me.Id));
        }
    }

    private static async Task RevokeAllAsync(OperationWork work, Guid accountId)
    {
        foreach (var feed in await Live(work.Db, accountId).ToListAsync())
        {
            work.Record(feed.Revoke(work.Now));
        }
    }

    private static IQueryable<CalendarFeed> Live(HemvagDbContext db, Guid accountId) =>
        db.Set<CalendarFeed>().Where(f => f.AccountId == accountId && f.RevokedAt == null);
}
