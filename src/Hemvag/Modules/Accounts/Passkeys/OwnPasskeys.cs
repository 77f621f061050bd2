using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Passwords;
using Hemvag.Modules.Accounts.Session;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.Passkeys;

/// <summary>An owner's own passkeys: add, rename, remove. The owner is told of each that comes or goes.</summary>
internal sealed class OwnPasskeys(Operations operations, AccountManagers managers)
{
    private const int Most = 10;

    /// <summary>Adds a passkey. Where it is the first second factor, the session that rested on one factor becomes a whole one.</summary>
    /// <returns>The new session where there had to be one; null when the session goes on.</returns>
    /// <exception cref="RefusedException">TooManyPasskeys, PasskeyNameMissing.</exception>
    public async Task<NewSession?> AddAsync(
        Guid operationId,
        Actor by,
        Guid accountId,
        UserPasskeyInfo passkey,
        string? name,
        CurrentSession session,
        BrowserSeen browser
    )
    {
        passkey.Name = Named(name);
        NewSession? opened = null;
        await operations.RunAsync(
            operationId,
            Streams.Account(accountId),
            "AddPasskey",
            by,
            async work =>
            {
                opened = null;
                var account = await work.Db.Set<Account>().FirstAsync(a => a.Id == accountId);
                await AddWithinAsync(work, account, passkey);
                if (session.NeedsSecondFactor)
                {
                    await SessionRows.EndAllAsync(work, accountId);
                    opened = await SessionRows.OpenAsync(work, account, SignInMethod.Passkey, browser);
                }
            }
        );
        return opened;
    }

    /// <summary>The same within another operation.</summary>
    /// <exception cref="RefusedException">TooManyPasskeys.</exception>
    public async Task AddWithinAsync(OperationWork work, Account account, UserPasskeyInfo passkey)
    {
        if (await work.Db.Set<AccountPasskey>().CountAsync(p => p.AccountId == account.Id) >= Most)
        {
            throw new RefusedException(AccountRefusals.TooManyPasskeys, null, Most);
        }

        await managers.Over(work.Db).AddOrUpdatePasskeyAsync(account, MadeAt(work.Now, passkey));
        var row = work.Db.ChangeTracker.Entries<AccountPasskey>().Single(e => e.State == EntityState.Added).Entity;
        work.Record(new PasskeyAdded(account.Id, row.Id));
        await OwnerNotice.TellAsync(work, account.Id, nameof(PasskeyAdded));
    }

    /// <exception cref="RefusedException">PasskeyNameMissing, PasskeyGone.</exception>
    public Task RenameAsync(Guid operationId, Actor by, Guid accountId, Guid passkeyId, string? name) =>
        operations.RunAsync(
            operationId,
            Streams.Account(accountId),
            "RenamePasskey",
            by,
            async work =>
            {
                (await RowAsync(work, accountId, passkeyId)).Name = Named(name);
                work.Record(new PasskeyRenamed(accountId, passkeyId));
            }
        );

    /// <summary>Removes it; every other session ends, since it may have been opened by the passkey that is gone.</summary>
    /// <exception cref="RefusedException">LastWayIn, PasskeyGone.</exception>
    public Task RemoveAsync(Guid operationId, Actor by, Guid accountId, Guid passkeyId, Guid sessionId) =>
        operations.RunAsync(
            operationId,
            Streams.Account(accountId),
            "RemovePasskey",
            by,
            async work =>
            {
                var row = await RowAsync(work, accountId, passkeyId);
                var account = await work.Db.Set<Account>().FirstAsync(a => a.Id == accountId);
                var another = await work.Db.Set<AccountPasskey>().AnyAsync(p => p.AccountId == accountId && p.Id != passkeyId);
                if (!another && (account.PasswordHash is null || account.SecondFactorKey is null))
                {
                    throw new RefusedException(AccountRefusals.LastWayIn);
                }

                await managers.Over(work.Db).RemovePasskeyAsync(account, row.CredentialId);
                await SessionRows.EndAllAsync(work, accountId, except: sessionId);
                work.Record(new PasskeyRemoved(accountId, passkeyId));
                await OwnerNotice.TellAsync(work, accountId, nameof(PasskeyRemoved));
            }
        );

    private static async Task<AccountPasskey> RowAsync(OperationWork work, Guid accountId, Guid passkeyId) =>
        await work.Db.Set<AccountPasskey>().FirstOrDefaultAsync(p => p.Id == passkeyId && p.AccountId == accountId)
        ?? throw new RefusedException(AccountRefusals.PasskeyGone);

    // The application's clock, and nothing of what the authenticator said of itself.
    private static UserPasskeyInfo MadeAt(DateTime now, UserPasskeyInfo made) =>
        new(
            made.CredentialId,
            made.PublicKey,
            new DateTimeOffset(now, TimeSpan.Zero),
            made.SignCount,
            made.Transports,
            made.IsUserVerified,
            made.IsBackupEligible,
            made.IsBackedUp,
            [],
            []
        )
        {
            Name = made.Name,
        };

    /// <exception cref="RefusedException">PasskeyNameMissing.</exception>
    public static string Named(string? name) =>
        name?.Trim() is { Length: > 0 and <= AccountPasskey.LongestName } given
            ? given
            : throw new RefusedException(AccountRefusals.PasskeyNameMissing, "Name");
}
