using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>Someone who can answer for a risk.</summary>
/// <param name="AccountName">Null: whoever holds the role.</param>
internal sealed record OwnerOption(RiskOwner Owner, string? AccountName);

/// <summary>Who works on the case and can answer for a risk: nobody outside it, and nobody who may not know of it.</summary>
internal static class RiskOwners
{
    /// <param name="today">Consents live on this day count.</param>
    public static async Task<IReadOnlyList<OwnerOption>> OnCaseAsync(HemvagDbContext db, Guid caseId, DateOnly today)
    {
        var rows = await Working(db, caseId, today)
            .Join(db.Set<Account>(), p => p.OrganisationId, a => a.OrganisationId, (p, a) => new { p, a })
            .Where(x => x.a.ClosedAt == null && (x.p.AccountId == null || x.a.Id == x.p.AccountId))
            .Where(x => db.Set<AccountRole>().Any(r => r.AccountId == x.a.Id && r.Role == x.p.Role))
            .Select(x => new
            {
                x.p.OrganisationId,
                x.p.Role,
                IsRole = x.p.AccountId == null,
                x.a.Id,
                x.a.DisplayName,
            })
            .ToListAsync();
        var roles = rows.Where(r => r.IsRole).Select(r => new OwnerOption(new RiskOwner(r.OrganisationId, r.Role, null), null));
        var people = rows.Select(r => new OwnerOption(new RiskOwner(r.OrganisationId, r.Role, r.Id), r.DisplayName));
        return
        [
            .. people
                .Concat(roles)
                .DistinctBy(o => o.Owner)
                .OrderBy(o => o.AccountName is null)
                .ThenBy(o => o.AccountName, StringComparer.CurrentCulture),
        ];
    }

    private static IQueryable<CaseParticipant> Working(HemvagDbContext db, Guid caseId, DateOnly today) =>
        Seeing.Participants(db, today).AsNoTracking().Where(p => p.CaseId == caseId && p.Role != Role.IomApprover);
}
