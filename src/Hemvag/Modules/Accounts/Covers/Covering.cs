using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.Covers;

/// <summary>Arranges that a colleague stands in, and ends it. Both of them are told, whoever arranges it.</summary>
internal sealed class Covering(Operations operations)
{
    public const string Arranged = "CoverArranged";
    public const string Ended = "CoverEnded";

    /// <param name="today">The day in the zone of the one who arranges it.</param>
    /// <exception cref="RefusedException">CoverColleagueMissing, CoverDays, CoverAlready.</exception>
    public Task ArrangeAsync(Guid operationId, Actor by, Guid accountId, Guid colleagueId, DateOnly firstDay, DateOnly lastDay, DateOnly today) =>
        operations.RunAsync(
            operationId,
            Streams.Account(accountId),
            "ArrangeCover",
            by,
            async work =>
            {
                await RequireColleagueAsync(work.Db, accountId, colleagueId);
                RequireDays(firstDay, lastDay, today);
                var overlaps = await work
                    .Db.Set<Cover>()
                    .AnyAsync(c =>
                        c.AccountId == accountId
                        && c.ByAccountId == colleagueId
                        && c.EndedAt == null
                        && c.FirstDay <= lastDay
                        && c.LastDay >= firstDay
                    );
                if (overlaps)
                {
                    throw new RefusedException(AccountRefusals.CoverAlready, "ColleagueId");
                }

                var cover = new Cover
                {
                    Id = work.NewId(),
                    AccountId = accountId,
                    ByAccountId = colleagueId,
                    FirstDay = firstDay,
                    LastDay = lastDay,
                };
                work.Db.Add(cover);
                work.Record(new CoverArranged(cover.Id, accountId, colleagueId, firstDay, lastDay));
                await TellAsync(work, by, cover, Arranged);
            }
        );

    /// <exception cref="RefusedException">CoverOver when there is no such cover of the account, or it has ended.</exception>
    public Task EndAsync(Guid operationId, Actor by, Guid accountId, Guid coverId) =>
        operations.RunAsync(
            operationId,
            Streams.Account(accountId),
            "EndCover",
            by,
            async work =>
            {
                var cover = await work.Db.Set<Cover>().FirstOrDefaultAsync(c => c.Id == coverId && c.AccountId == accountId);
                if (cover is not { EndedAt: null })
                {
                    throw new RefusedException(AccountRefusals.CoverOver);
                }

                cover.EndedAt = work.Now;
                work.Record(new CoverEnded(cover.Id, accountId, cover.ByAccountId));
                await TellAsync(work, by, cover, Ended);
            }
        );

    /// <summary>Colleagues who could stand in: of the same organisation, with a role of case work that the account holds too.</summary>
    public static IQueryable<Account> ColleaguesOf(HemvagDbContext db, Guid accountId)
    {
        var roles = db.Set<AccountRole>();
        return db.Set<Account>()
            .Where(a => a.Id != accountId && a.ClosedAt == null)
            .Where(a => db.Set<Account>().Any(x => x.Id == accountId && x.ClosedAt == null && x.OrganisationId == a.OrganisationId))
            .Where(a =>
                roles.Any(r =>
                    r.AccountId == a.Id && RoleRules.OfCaseWork.Contains(r.Role) && roles.Any(x => x.AccountId == accountId && x.Role == r.Role)
                )
            );
    }

    private static async Task RequireColleagueAsync(HemvagDbContext db, Guid accountId, Guid colleagueId)
    {
        if (!await ColleaguesOf(db, accountId).AnyAsync(a => a.Id == colleagueId))
        {
            throw new RefusedException(AccountRefusals.CoverColleagueMissing, "ColleagueId");
        }
    }

    private static void RequireDays(DateOnly firstDay, DateOnly lastDay, DateOnly today)
    {
        if (firstDay < today || firstDay > today.AddYears(1))
        {
            throw new RefusedException(AccountRefusals.CoverDays, "FirstDay");
        }

        if (lastDay < firstDay || lastDay.DayNumber - firstDay.DayNumber >= Cover.MostDays)
        {
            throw new RefusedException(AccountRefusals.CoverDays, "LastDay");
        }
    }

    private static async Task TellAsync(OperationWork work, Actor by, Cover cover, string kind)
    {
        foreach (var one in new[] { cover.AccountId, cover.ByAccountId }.Where(id => id != by.AccountId))
        {
            await OwnerNotice.TellAsync(work, one, kind);
        }
    }
}
