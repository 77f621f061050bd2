using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Notes;

/// <summary>Which Swedish partners may be told how it goes: those a live consent names, and nobody else.</summary>
internal static class ProgressNoteConsent
{
    public static IQueryable<Guid> Recipients(HemvagDbContext db, Guid caseId, DateOnly today) =>
        db.Set<ConsentRecipient>()
            .Where(r => r.CaseId == caseId)
            .Where(r =>
                db.Set<Consent>()
                    .Any(c =>
                        c.Id == r.ConsentId
                        && c.Purpose == ConsentPurpose.ProgressNotesToSwedishPartners
                        && c.WithdrawnAt == null
                        && c.StartsOn <= today
                        && (c.EndsOn == null || c.EndsOn >= today)
                    )
            )
            .Select(r => r.OrganisationId)
            // The sender is not a recipient, though a consent may name it.
            .Where(id => id != IomFinland.Id)
            .Distinct();
}
