using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Colleagues;

/// <summary>A colleague who works on the case.</summary>
/// <param name="AccountId">Null: whoever holds the role, until someone takes the case on.</param>
/// <param name="Own">It is their own case; else it is shared with them.</param>
internal sealed record ColleaguePart(Guid? AccountId, string Name, bool Own, DateTime From);

/// <summary>Who of the reader's own organisation works on the case, and who there could.</summary>
internal sealed class ColleagueQueries(HemvagDbContext db)
{
    public async Task<IReadOnlyList<ColleaguePart>> PartsAsync(CaseHandle handle)
    {
        var role = ColleagueRoles.Of(handle);
        return await db.Set<CaseParticipant>()
            .AsNoTracking()
            .Where(p => p.CaseId == handle.CaseId && p.OrganisationId == handle.Account.OrganisationId && p.Role == role && p.Until == null)
            .OrderBy(p => p.SharedBy != null)
            .ThenBy(p => p.From)
            .Select(p => new ColleaguePart(
                p.AccountId,
                db.Set<Account>().Where(a => a.Id == p.AccountId).Select(a => a.DisplayName).FirstOrDefault() ?? "",
                p.SharedBy == null,
                p.From
            ))
            .ToListAsync();
    }

    /// <summary>Everyone else at the organisation who holds the role.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> ColleaguesAsync(CaseHandle handle)
    {
        var rows = await There(db, handle.Account.OrganisationId, ColleagueRoles.Of(handle))
            .Where(a => a.Id != handle.Account.Id)
            .OrderBy(a => a.DisplayName)
            .Select(a => new { a.Id, a.DisplayName })
            .ToListAsync();
        return [.. rows.Select(r => (r.Id, r.DisplayName))];
    }

    /// <summary>The open accounts of an organisation that hold a role.</summary>
    public static IQueryable<Account> There(HemvagDbContext db, Guid organisationId, Role role) =>
        db.Set<Account>()
            .Where(a => a.OrganisationId == organisationId && a.ClosedAt == null)
            .Where(a => db.Set<AccountRole>().Any(r => r.AccountId == a.Id && r.Role == role));
}
