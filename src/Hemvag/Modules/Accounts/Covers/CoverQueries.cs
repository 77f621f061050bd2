using Hemvag.Data;
using Hemvag.Web.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.Covers;

/// <param name="Colleague">Who stands in.</param>
internal sealed record CoverView(Guid Id, string Colleague, DateOnly FirstDay, DateOnly LastDay);

/// <summary>What an account has arranged and with whom it can.</summary>
internal sealed class CoverQueries(HemvagDbContext db)
{
    /// <summary>Those that hold or will, the nearest first.</summary>
    public async Task<IReadOnlyList<CoverView>> OfAsync(Guid accountId, DateOnly today) =>
        await db.Set<Cover>()
            .AsNoTracking()
            .Where(c => c.AccountId == accountId && c.EndedAt == null && c.LastDay >= today)
            .OrderBy(c => c.FirstDay)
            .Join(db.Set<Account>(), c => c.ByAccountId, a => a.Id, (c, a) => new CoverView(c.Id, a.DisplayName, c.FirstDay, c.LastDay))
            .ToListAsync();

    /// <summary>For whom the account stands in, or will.</summary>
    public async Task<IReadOnlyList<CoverView>> ByAsync(Guid accountId, DateOnly today) =>
        await db.Set<Cover>()
            .AsNoTracking()
            .Where(c => c.ByAccountId == accountId && c.EndedAt == null && c.LastDay >= today)
            .OrderBy(c => c.FirstDay)
            .Join(db.Set<Account>(), c => c.AccountId, a => a.Id, (c, a) => new CoverView(c.Id, a.DisplayName, c.FirstDay, c.LastDay))
            .ToListAsync();

    public async Task<IReadOnlyList<Choice>> ColleaguesAsync(Guid accountId) =>
        await Covering
            .ColleaguesOf(db, accountId)
            .OrderBy(a => a.DisplayName)
            .Select(a => new Choice(a.Id.ToString(), a.DisplayName, false, null))
            .ToListAsync();
}
