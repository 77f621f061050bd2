using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts;

/// <param name="SecondFactorSet">Whether an authenticator app is in use.</param>
internal sealed record AccountView(
    Guid Id,
    string Name,
    string? Mail,
    Guid OrganisationId,
    string Language,
    bool HasPassword,
    bool SecondFactorSet,
    DateTime? LockedUntil,
    DateTime? ClosedAt,
    IReadOnlyList<Role> Roles
);

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

    /// <summary>A request to remove the second factor that waits for another administrator.</summary>
    public Task<SecondFactorRemoval?> WaitingRemovalAsync(Guid accountId) =>
        TwoAdministrators.WaitingAsync(db, accountId, time.GetUtcNow().UtcDateTime);

    /// <summary>When administrators last removed the second factor; null when they never did.</summary>
    public async Task<DateTime?> SecondFactorRemovedAtAsync(Guid accountId)
    {
        var stream = Streams.Account(accountId);
        return await db.Set<Operation>()
            .Where(o => o.Stream == stream && o.Kind == TwoAdministrators.Removing)
            .OrderByDescending(o => o.Version)
            .Select(o => (DateTime?)o.At)
            .FirstOrDefaultAsync();
    }

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
                a.LockedUntil,
                a.ClosedAt,
                db.Set<AccountRole>().Where(r => r.AccountId == a.Id).Select(r => r.Role).ToList()
            ));
}
