using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>The one place that decides which cases an account may see, and what it may do and open there.</summary>
internal sealed class CaseAccess(HemvagDbContext db, TimeProvider time)
{
    /// <summary>The cases an account may see. Every list of cases starts here.</summary>
    public IQueryable<Case> Visible(CurrentAccount account) => VisibleIn(db, account, Today);

    /// <returns>Null when the case does not exist or the account may not know that it does: both look the same outside.</returns>
    public Task<CaseHandle?> FindAsync(Guid caseId, CurrentAccount account) => FindIn(db, caseId, account);

    /// <summary>The same on another context: an operation checks again before it saves.</summary>
    public async Task<CaseHandle?> FindIn(HemvagDbContext context, Guid caseId, CurrentAccount account)
    {
        var today = Today;
        var stream = Streams.Case(caseId);
        var found = await VisibleIn(context, account, today)
            .AsNoTracking()
            .Where(c => c.Id == caseId)
            .Select(c => new
            {
                Case = c,
                Version = context.Set<StreamHead>().Where(h => h.Stream == stream).Select(h => h.Count).FirstOrDefault(),
                Mine = context
                    .Set<CaseParticipant>()
                    .Where(p => p.CaseId == c.Id && p.Until == null && p.OrganisationId == account.OrganisationId)
                    .Where(p => p.AccountId == account.Id || (p.AccountId == null && roles.Contains(p.Role)))
                    .ToList(),
                Consents = context
                    .Set<Consent>()
                    .Where(x => x.CaseId == c.Id && x.WithdrawnAt == null && x.StartsOn <= today && (x.EndsOn == null || x.EndsOn >= today))
                    .Where(x => context.Set<ConsentRecipient>().Any(r => r.ConsentId == x.Id && r.OrganisationId == account.OrganisationId))
                    .Select(x => x.Compartments)
                    .ToList(),
            })
            .FirstOrDefaultAsync();
        if (found is null)
        {
            return null;
        }

        // Three queries: lists inside one projection need APPLY, which SQLite does not have.
        var consents = await LiveConsents(context, caseId, account.OrganisationId, today).Select(x => x.Compartments).ToListAsync();
        var roles = account.Roles.ToList();
        var mine = await context
            .Set<CaseParticipant>()
            .AsNoTracking()
            .Where(p => p.CaseId == caseId && p.Until == null && p.OrganisationId == account.OrganisationId)
            .Where(p => (p.AccountId == account.Id || p.AccountId == null) && roles.Contains(p.Role))
            .Where(p => !p.NeedsConsent || consents.Count > 0)
            .ToListAsync();
        var consented = consents.Aggregate(Compartment.None, (all, one) => all | one);
        if (mine.Count == 0)
        {
            return null;
        }

        var compartments = mine.Aggregate(
            Compartment.None,
            (all, p) => all | (CasePermissions.CompartmentsFor(p.Role) & (p.NeedsConsent ? consented : Compartments.All))
        );
        var held = mine.Select(p => p.Role).ToHashSet();
        return new CaseHandle(account, found.Case, found.Version, held, CasePermissions.ActionsFor(held), compartments);
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private static IQueryable<Case> VisibleIn(HemvagDbContext db, CurrentAccount account, DateOnly today)
    {
        var roles = account.Roles.ToList();
        var organisation = account.OrganisationId;
        return db.Set<Case>()
            .Where(c =>
                db.Set<CaseParticipant>()
                    .Any(p =>
                        p.CaseId == c.Id
                        && p.Until == null
                        && p.OrganisationId == organisation
                        && (p.AccountId == account.Id || p.AccountId == null)
                        && roles.Contains(p.Role)
                        && (
                            !p.NeedsConsent
                            || db.Set<ConsentRecipient>()
                                .Any(r =>
                                    r.CaseId == c.Id
                                    && r.OrganisationId == organisation
                                    && db.Set<Consent>()
                                        .Any(x =>
                                            x.Id == r.ConsentId
                                            && x.WithdrawnAt == null
                                            && x.StartsOn <= today
                                            && (x.EndsOn == null || x.EndsOn >= today)
                                        )
                                )
                        )
                    )
            );
    }
}
