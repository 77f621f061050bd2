using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Disclosures.WithoutConsent;

/// <param name="Reason">Null while Protection is closed to the reader.</param>
internal sealed record DisclosureRequestRow(DisclosureRequest Request, string Organisation, string AskedBy, string Reviewer, string? Reason);

internal sealed class DisclosureRequestQueries(HemvagDbContext db, OrganisationQueries organisations, SealedNotes notes)
{
    /// <summary>Newest first.</summary>
    /// <param name="withReasons">With the reasons too, as far as Protection is open to the reader.</param>
    public async Task<IReadOnlyList<DisclosureRequestRow>> OfAsync(CaseHandle handle, bool withReasons)
    {
        var accounts = db.Set<Account>();
        var rows = await db.Set<DisclosureRequest>()
            .AsNoTracking()
            .Where(r => r.CaseId == handle.CaseId)
            .OrderByDescending(r => r.AskedAt)
            .Select(r => new
            {
                Request = r,
                AskedBy = accounts.Where(a => a.Id == r.AskedBy).Select(a => a.DisplayName).First(),
                Reviewer = accounts.Where(a => a.Id == r.ReviewerId).Select(a => a.DisplayName).First(),
            })
            .ToListAsync();
        var reasons = !withReasons ? null : await notes.ReadAsync<DisclosureReason>(handle, Compartment.Protection, DisclosureReason.SubjectPrefix);
        var found = new List<DisclosureRequestRow>();
        foreach (var row in rows)
        {
            found.Add(
                new DisclosureRequestRow(
                    row.Request,
                    await organisations.NameAsync(row.Request.OrganisationId),
                    row.AskedBy,
                    row.Reviewer,
                    reasons?.GetValueOrDefault(DisclosureReason.SubjectOf(row.Request.Id))?.Reason
                )
            );
        }

        return found;
    }
}
