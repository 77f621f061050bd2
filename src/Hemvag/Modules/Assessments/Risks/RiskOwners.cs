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
        var working = await Working(db, caseId, today).Select(p => new { p.OrganisationId, p.Role, p.AccountId }).ToListAsync();
        // Joined flat: a list inside a projection would need APPLY here, which SQLite does not have.
        var accounts = await (
            from p in Working(db, caseId, today)
            join a in db.Set<Account>() on p.OrganisationId equals a.OrganisationId
            join r in db.Set<AccountRole>() on new { AccountId = a.Id, p.Role } equals new { r.AccountId, r.Role }
            where a.ClosedAt == null && (p.AccountId == null || p.AccountId == a.Id)
            select new { p.OrganisationId, p.Role, a.Id, a.DisplayName }
        ).ToListAsync();
        var roles = working.Where(r => r.AccountId is null).Select(r => new OwnerOption(new RiskOwner(r.OrganisationId, r.Role, null), null));
        var people = accounts.Select(a => new OwnerOption(new RiskOwner(a.OrganisationId, a.Role, a.Id), a.DisplayName));
        return
        [
            .. people.Concat(roles).DistinctBy(o => o.Owner).OrderBy(o => o.AccountName is null).ThenBy(o => o.AccountName, StringComparer.CurrentCulture),
        ];
    }

    private static IQueryable<CaseParticipant> Working(HemvagDbContext db, Guid caseId, DateOnly today) =>
        db.Set<CaseParticipant>()
            .AsNoTracking()
            .Where(p => p.CaseId == caseId && p.Until == null && p.Role != Role.IomApprover)
            .Where(p =>
                !p.NeedsConsent
                || db.Set<ConsentRecipient>()
                    .Any(r =>
                        r.CaseId == caseId
                        && r.OrganisationId == p.OrganisationId
                        && db.Set<Consent>()
                            .Any(c =>
                                c.Id == r.ConsentId && c.WithdrawnAt == null && c.StartsOn <= today && (c.EndsOn == null || c.EndsOn >= today)
                            )
                    )
            );
}
