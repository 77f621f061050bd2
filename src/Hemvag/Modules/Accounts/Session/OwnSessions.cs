using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.Session;

/// <param name="SeenAt">To about ten minutes.</param>
internal sealed record SessionView(
    Guid Id,
    SignInMethod Method,
    BrowserFamily Browser,
    BrowserPlatform Platform,
    DateTime StartedAt,
    DateTime SeenAt
);

/// <summary>An owner's own sessions: seen and ended. An ended one is refused at its next request, copied cookies too.</summary>
internal sealed class OwnSessions(IDbContextFactory<HemvagDbContext> contexts, Operations operations, TimeProvider time)
{
    /// <summary>Those that can still be used, the newest first.</summary>
    public async Task<IReadOnlyList<SessionView>> ListAsync(Guid accountId)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var idle = now - SessionLength.Idle - SessionSeen.Step;
        await using var db = contexts.CreateDbContext();
        return await (
            from session in SessionRows.Live(db, accountId, now).AsNoTracking()
            join seen in db.Set<SessionSeen>() on session.Id equals seen.SessionId
            where seen.At > idle
            orderby session.StartedAt descending
            select new SessionView(session.Id, session.Method, session.Browser, session.Platform, session.StartedAt, seen.At)
        ).ToListAsync();
    }

    /// <summary>Signs out of this session.</summary>
    public Task SignOutAsync(Actor by, Guid accountId, Guid sessionId) =>
        EndAsync(Guid.CreateVersion7(time.GetUtcNow()), by, accountId, sessionId, "SignOut");

    /// <returns>False when the account has no such session.</returns>
    public async Task<bool> EndAsync(Guid operationId, Actor by, Guid accountId, Guid sessionId)
    {
        await using var db = contexts.CreateDbContext();
        if (!await db.Set<AccountSession>().AnyAsync(s => s.Id == sessionId && s.AccountId == accountId))
        {
            return false;
        }

        await EndAsync(operationId, by, accountId, sessionId, "EndSession");
        return true;
    }

    public Task EndOthersAsync(Guid operationId, Actor by, Guid accountId, Guid sessionId) =>
        operations.RunAsync(
            operationId,
            Streams.Account(accountId),
            "EndOtherSessions",
            by,
            async work => work.Record(new OtherSessionsEnded(accountId, await SessionRows.EndAllAsync(work, accountId, except: sessionId)))
        );

    private Task<bool> EndAsync(Guid operationId, Actor by, Guid accountId, Guid sessionId, string kind) =>
        operations.RunAsync(
            operationId,
            Streams.Account(accountId),
            kind,
            by,
            async work =>
            {
                if (await work.Db.Set<AccountSession>().FirstOrDefaultAsync(s => s.Id == sessionId && s.AccountId == accountId) is { } row)
                {
                    row.EndedAt ??= work.Now;
                }

                work.Record(new SessionEnded(accountId, sessionId));
            }
        );
}
