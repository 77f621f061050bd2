using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Matching;

/// <summary>
/// Who answers "have we met?": one named account of national coordination that works on no case (not from the seeds). An administrator of
/// national coordination names it, and never themselves.
/// </summary>
internal sealed class Arbiters(HemvagDbContext db, Operations operations)
{
    /// <summary>The account named last, while it can be arbiter; null when there is none.</summary>
    public static Task<Account?> CurrentAsync(HemvagDbContext db) =>
        db.Set<ArbiterNaming>()
            .OrderByDescending(n => n.NamedAt)
            .Take(1)
            .Join(Possible(db), n => n.AccountId, a => a.Id, (_, a) => a)
            .AsNoTracking()
            .FirstOrDefaultAsync();

    public Task<Account?> CurrentAsync() => CurrentAsync(db);

    public async Task<IReadOnlyList<Account>> PossibleAsync(CurrentAccount me) =>
        await Possible(db).Where(a => a.Id != me.Id).AsNoTracking().OrderBy(a => a.DisplayName).ToListAsync();

    /// <summary>Questions that wait pass to the new arbiter; those answered stay with the old.</summary>
    /// <exception cref="RefusedException">ArbiterNotPossible.</exception>
    public Task NameAsync(CurrentAccount me, Guid operationId, Guid accountId) =>
        operations.RunAsync(
            operationId,
            Streams.System,
            "NameArbiter",
            me.Actor,
            async work =>
            {
                if (accountId == me.Id || !await Possible(work.Db).AnyAsync(a => a.Id == accountId))
                {
                    throw new RefusedException(MatchingRefusals.ArbiterNotPossible, "AccountId");
                }

                work.Db.Add(
                    new ArbiterNaming
                    {
                        Id = work.NewId(),
                        AccountId = accountId,
                        NamedAt = work.Now,
                        NamedBy = me.Id,
                    }
                );
                work.Record(new ArbiterNamed(accountId));
            }
        );

    private static IQueryable<Account> Possible(HemvagDbContext db) =>
        db.Set<Account>()
            .Where(a => a.ClosedAt == null && db.Set<AccountRole>().Any(r => r.AccountId == a.Id && r.Role == Role.NationalCoordination))
            .Where(a => db.Set<Organisation>().Any(o => o.Id == a.OrganisationId && o.Kind == OrganisationKind.NationalCoordination));
}
