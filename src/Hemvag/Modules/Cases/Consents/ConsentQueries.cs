using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>A consent with those it names.</summary>
internal sealed record ConsentRow(Consent Consent, IReadOnlyList<Guid> Recipients, string RecordedByName);

internal sealed class ConsentQueries(HemvagDbContext db)
{
    /// <summary>Every consent of the case, live ones first, each with its recipients.</summary>
    public async Task<IReadOnlyList<ConsentRow>> AllAsync(CaseHandle handle)
    {
        var rows = await db.Set<Consent>()
            .AsNoTracking()
            .Where(c => c.CaseId == handle.CaseId)
            .OrderBy(c => c.WithdrawnAt != null)
            .ThenByDescending(c => c.RecordedAt)
            .Select(c => new
            {
                Consent = c,
                Recipients = db.Set<ConsentRecipient>().Where(r => r.ConsentId == c.Id).Select(r => r.OrganisationId).ToList(),
                By = db.Set<Account>().Where(a => a.Id == c.RecordedBy).Select(a => a.DisplayName).FirstOrDefault(),
            })
            .ToListAsync();
        return [.. rows.Select(r => new ConsentRow(r.Consent, r.Recipients, r.By ?? ""))];
    }
}
