using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.Session;

/// <summary>An account that has just signed in, and the session that came of it.</summary>
internal sealed record NewSession(Account Account, AccountSession Row);

/// <summary>Opens and ends sessions within an operation of their account.</summary>
internal static class SessionRows
{
    /// <summary>Ended and forgotten ones are kept so long for their owner's question "was that me?".</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static async Task<NewSession> OpenAsync(OperationWork work, Account account, SignInMethod method, BrowserSeen browser)
    {
        var old = work.Now - Kept;
        work.Db.RemoveRange(await work.Db.Set<AccountSession>().Where(s => s.AccountId == account.Id && s.StartedAt < old).ToListAsync());
        var row = new AccountSession
        {
            Id = work.NewId(),
            AccountId = account.Id,
            Method = method,
            Browser = browser.Family,
            Platform = browser.Platform,
            StartedAt = work.Now,
        };
        work.Db.Add(row);
        work.Db.Add(new SessionSeen { SessionId = row.Id, At = work.Now });
        return new NewSession(account, row);
    }

    /// <param name="except">The session that goes on; null for none.</param>
    /// <returns>How many that could still be used have ended.</returns>
    public static async Task<int> EndAllAsync(OperationWork work, Guid accountId, Guid? except = null)
    {
        var live = await Live(work.Db, accountId, work.Now).Where(s => s.Id != except).ToListAsync();
        foreach (var row in live)
        {
            row.EndedAt = work.Now;
        }

        return live.Count;
    }

    /// <summary>Those that nobody has ended and that are not too long.</summary>
    public static IQueryable<AccountSession> Live(HemvagDbContext db, Guid accountId, DateTime now)
    {
        var first = now - SessionLength.Absolute;
        return db.Set<AccountSession>().Where(s => s.AccountId == accountId && s.EndedAt == null && s.StartedAt > first);
    }
}
