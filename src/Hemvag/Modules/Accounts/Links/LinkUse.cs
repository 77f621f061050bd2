using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.External;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Accounts.Passwords;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.Links;

/// <param name="MayAddPasskey">The account has no second factor, or the link takes the ones there were away.</param>
internal sealed record OpenLink(Account Account, bool MayAddPasskey);

/// <summary>
/// Looks at a link, which changes nothing however often, and uses it, which works once. Whatever is wrong with it, the answer is the same
/// and takes the same time.
/// </summary>
internal sealed class LinkUse(
    IDbContextFactory<HemvagDbContext> contexts,
    Operations operations,
    AccountManagers managers,
    LinkTokens tokens,
    OwnPasskeys passkeys,
    SignIns signIns,
    TimeProvider time
)
{
    /// <exception cref="RefusedException">LinkRefused.</exception>
    public async Task<OpenLink> LookAsync(string? token, SignInOrigin origin)
    {
        var (link, account) = await FindAsync(token, origin);
        var factors = await signIns.FactorsAsync(account);
        return new OpenLink(account, link.Purpose == LinkPurpose.Recovery || !(factors.HasApp || factors.HasPasskey));
    }

    /// <returns>A session to set up the second factor in; null where the account has one and signs in as usual.</returns>
    /// <exception cref="RefusedException">LinkRefused, PasswordTooShort, PasswordTooCommon.</exception>
    public async Task<NewSession?> ChoosePasswordAsync(Guid operationId, string? token, string? password, SignInOrigin origin)
    {
        PasswordRule.Require(password, "Password");
        NewSession? opened = null;
        await UseAsync(
            operationId,
            token,
            origin,
            async (work, account, bare) =>
            {
                opened = null;
                var users = managers.Over(work.Db);
                await users.RemovePasswordAsync(account);
                await users.AddPasswordAsync(account, password!);
                work.Record(new PasswordSet(account.Id));
                opened = bare ? await signIns.SucceedAsync(work, account, SignInMethod.PasswordOnly, origin) : null;
            }
        );
        return opened;
    }

    /// <exception cref="RefusedException">LinkRefused: also where the account has a second factor; TooManyPasskeys.</exception>
    public async Task<NewSession?> AddPasskeyAsync(Guid operationId, string? token, UserPasskeyInfo passkey, string? name, SignInOrigin origin)
    {
        passkey.Name = OwnPasskeys.Named(name);
        NewSession? opened = null;
        await UseAsync(
            operationId,
            token,
            origin,
            async (work, account, bare) =>
            {
                if (!bare)
                {
                    throw new RefusedException(AccountRefusals.LinkRefused);
                }

                await passkeys.AddWithinAsync(work, account, passkey);
                opened = await signIns.SucceedAsync(work, account, SignInMethod.Passkey, origin);
            }
        );
        return opened;
    }

    private async Task UseAsync(Guid operationId, string? token, SignInOrigin origin, Func<OperationWork, Account, bool, Task> use)
    {
        var (found, owner) = await FindAsync(token, origin);
        await operations.RunAsync(
            operationId,
            Streams.Account(owner.Id),
            "UseLink",
            new Actor(owner.Id, owner.DisplayName),
            async work =>
            {
                var link = await work.Db.Set<AccountLink>().FirstAsync(l => l.Id == found.Id);
                var account = await work.Db.Set<Account>().FirstAsync(a => a.Id == owner.Id);
                // Looked at again inside the operation: of two who use it at once, one is too late.
                if (!link.IsLive(work.Now) || account.ClosedAt is not null)
                {
                    throw new RefusedException(AccountRefusals.LinkRefused);
                }

                link.UsedAt = work.Now;
                work.Record(new LinkUsed(account.Id, link.Id, link.Purpose));
                await SessionRows.EndAllAsync(work, account.Id);
                var held = await work.Db.Set<AccountPasskey>().Where(p => p.AccountId == account.Id).ToListAsync();
                var isFirst = account.PasswordHash is null && held.Count == 0;
                if (link.Purpose == LinkPurpose.Recovery)
                {
                    var identities = await work.Db.Set<ExternalIdentity>().Where(i => i.AccountId == account.Id).ToListAsync();
                    work.Db.RemoveRange(identities);
                    BeginAnew(work, account, held);
                    held = [];
                }

                await managers.Over(work.Db).UpdateSecurityStampAsync(account);
                await use(work, account, account.SecondFactorKey is null && held.Count == 0);
                if (!isFirst)
                {
                    await OwnerNotice.TellAsync(work, account.Id, nameof(LinkUsed));
                }
            }
        );
    }

    private static void BeginAnew(OperationWork work, Account account, List<AccountPasskey> held)
    {
        account.PasswordHash = null;
        account.SecondFactorKey = null;
        account.SecondFactorStep = null;
        work.Db.RemoveRange(held);
        work.Record(new WaysInRemoved(account.Id, held.Count));
    }

    private async Task<(AccountLink Link, Account Account)> FindAsync(string? token, SignInOrigin origin)
    {
        var started = AnswerPace.Start();
        var macs = tokens.Candidates(token ?? "");
        await using (var db = contexts.CreateDbContext())
        {
            var link = await db.Set<AccountLink>().AsNoTracking().FirstOrDefaultAsync(l => l.TokenMac != null && macs.Contains(l.TokenMac));
            if (
                link?.IsLive(time.GetUtcNow().UtcDateTime) == true
                && await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == link.AccountId && a.ClosedAt == null) is { } account
            )
            {
                return (link, account);
            }
        }

        await signIns.FailAsync(null, origin);
        await AnswerPace.EvenOutAsync(started);
        throw new RefusedException(AccountRefusals.LinkRefused, "Token");
    }
}
