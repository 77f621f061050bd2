using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.External;
using Hemvag.Modules.Accounts.Links;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Accounts.Recovery;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts;

/// <param name="HasApp">Whether an authenticator app is in use.</param>
/// <param name="Passkeys">How many there are.</param>
internal sealed record AccountView(
    Guid Id,
    string Name,
    string? Mail,
    Guid OrganisationId,
    string Language,
    bool HasPassword,
    bool HasApp,
    int Passkeys,
    DateTime? ClosedAt,
    IReadOnlyList<Role> Roles
)
{
    public bool SecondFactorSet => HasApp || Passkeys > 0;
}

/// <param name="UsedAt">Null when it has not been used since it was made.</param>
internal sealed record PasskeyView(Guid Id, string Name, DateTime CreatedAt, DateTime? UsedAt);

/// <param name="IsOut">It has been mailed or shown.</param>
internal sealed record LinkView(LinkPurpose Purpose, bool IsOut, DateTime EndsAt);

/// <param name="Succeeded">False for a failed try.</param>
internal sealed record SignInView(DateTime At, bool Succeeded);

/// <summary>Reads accounts for their own page, for administrators and for the demo's list.</summary>
internal sealed class AccountQueries(HemvagDbContext db, TimeProvider time)
{
    public Task<AccountView?> FindAsync(Guid id) => Views(db.Set<Account>().Where(a => a.Id == id)).FirstOrDefaultAsync();

    /// <param name="organisationId">Null for every organisation.</param>
    public async Task<IReadOnlyList<AccountView>> ListAsync(Guid? organisationId) =>
        await Views(db.Set<Account>().Where(a => organisationId == null || a.OrganisationId == organisationId).OrderBy(a => a.DisplayName))
            .ToListAsync();

    public async Task<IReadOnlyList<AccountView>> DemoAsync() =>
        await Views(db.Set<Account>().Where(a => a.IsDemo && a.ClosedAt == null).OrderBy(a => a.DisplayName)).ToListAsync();

    /// <summary>An account's passkeys, the oldest first.</summary>
    public async Task<IReadOnlyList<PasskeyView>> PasskeysAsync(Guid accountId) =>
        await db.Set<AccountPasskey>()
            .AsNoTracking()
            .Where(p => p.AccountId == accountId)
            .OrderBy(p => p.CreatedAt)
            .ThenBy(p => p.Id)
            .Select(p => new PasskeyView(p.Id, p.Name, p.CreatedAt, p.UsedAt))
            .ToListAsync();

    /// <summary>Keys of the providers that the account is linked with.</summary>
    public async Task<IReadOnlyList<string>> IdentitiesAsync(Guid accountId) =>
        await db.Set<ExternalIdentity>().Where(i => i.AccountId == accountId).Select(i => i.Provider).ToListAsync();

    /// <summary>The newest sign-ins and failed tries of an account.</summary>
    public async Task<IReadOnlyList<SignInView>> RecentSignInsAsync(Guid accountId, int count)
    {
        var stream = Streams.Account(accountId);
        return await db.Set<Operation>()
            .AsNoTracking()
            .Where(o => o.Stream == stream && (o.Kind == "SignIn" || o.Kind == "SignInFailed"))
            .OrderByDescending(o => o.Version)
            .Take(count)
            .Select(o => new SignInView(o.At, o.Kind == "SignIn"))
            .ToListAsync();
    }

    /// <summary>Whether the owner asks for help to get in, and which administrator has confirmed it.</summary>
    public Task<RecoveryState> RecoveryAsync(Guid accountId) => TwoAdministrators.StateAsync(db, accountId, time.GetUtcNow().UtcDateTime);

    /// <summary>Accounts whose owners have asked for help within the last days; some of them may have got in since.</summary>
    public async Task<IReadOnlySet<string>> WantRecoveryAsync()
    {
        var since = time.GetUtcNow().UtcDateTime - TwoAdministrators.Apart;
        return (
            await db.Set<Operation>().Where(o => o.Kind == TwoAdministrators.Wanting && o.At > since).Select(o => o.Stream).ToListAsync()
        ).ToHashSet();
    }

    /// <summary>The link that can still be used; null when there is none.</summary>
    public async Task<LinkView?> LiveLinkAsync(Guid accountId)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return await db.Set<AccountLink>()
            .AsNoTracking()
            .Where(l => l.AccountId == accountId && l.UsedAt == null && l.WithdrawnAt == null && l.EndsAt > now)
            .Select(l => new LinkView(l.Purpose, l.TokenMac != null, l.EndsAt))
            .FirstOrDefaultAsync();
    }

    /// <summary>When the owner last began anew with the help of two administrators; null when never.</summary>
    public Task<DateTime?> RecoveredAtAsync(Guid accountId) =>
        db.Set<AccountLink>()
            .Where(l => l.AccountId == accountId && l.Purpose == LinkPurpose.Recovery && l.UsedAt != null)
            .OrderByDescending(l => l.UsedAt)
            .Select(l => l.UsedAt)
            .FirstOrDefaultAsync();

    private IQueryable<AccountView> Views(IQueryable<Account> accounts) =>
        accounts
            .AsNoTracking()
            .Select(a => new AccountView(
                a.Id,
                a.DisplayName,
                a.Email,
                a.OrganisationId,
                a.Language,
                a.PasswordHash != null,
                a.SecondFactorKey != null,
                db.Set<AccountPasskey>().Count(p => p.AccountId == a.Id),
                a.ClosedAt,
                db.Set<AccountRole>().Where(r => r.AccountId == a.Id).Select(r => r.Role).ToList()
            ));
}
