using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>Who of those that work on cases may see them on a day.</summary>
internal static class Seeing
{
    /// <summary>The consents that hold on a day.</summary>
    public static IQueryable<Consent> LiveConsents(HemvagDbContext db, DateOnly today) =>
        db.Set<Consent>().Where(x => x.WithdrawnAt == null && x.StartsOn <= today && (x.EndsOn == null || x.EndsOn >= today));

    /// <summary>Those whose work has not ended and who need no consent, or have the one it rests on.</summary>
    public static IQueryable<CaseParticipant> Participants(HemvagDbContext db, DateOnly today) =>
        db.Set<CaseParticipant>()
            .Where(p => p.Until == null)
            .Where(p =>
                p.RestsOn == null
                || db.Set<ConsentRecipient>()
                    .Any(r =>
                        r.CaseId == p.CaseId
                        && r.OrganisationId == p.OrganisationId
                        && LiveConsents(db, today).Any(x => x.Id == r.ConsentId && x.Purpose == p.RestsOn)
                    )
            );
}
