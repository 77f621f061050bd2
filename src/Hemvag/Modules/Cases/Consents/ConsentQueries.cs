using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>A consent with those it names.</summary>
internal sealed record ConsentRow(Consent Consent, IReadOnlyList<Guid> Recipients, string RecordedByName);

internal sealed class ConsentQueries(HemvagDbContext db, CaseVault vault)
{
    /// <returns>Null when the case has no such consent.</returns>
    public async Task<ConsentRow?> OneAsync(CaseHandle handle, Guid consentId) =>
        (await AllAsync(handle)).FirstOrDefault(r => r.Consent.Id == consentId);

    /// <summary>What is sealed beside a consent, or beside the one it was narrowed from.</summary>
    /// <returns>Whether there is anything; the words while Protection is open.</returns>
    /// <param name="all">Every consent of the case.</param>
    public async Task<(bool Any, ConsentWords? Words)> WordsAsync(CaseHandle handle, Consent consent, IReadOnlyList<ConsentRow> all)
    {
        var written = await CaseVault.VersionsAsync(db, handle.CaseId, ConsentWords.SubjectPrefix);
        Consent? at = consent;
        while (at is not null && !written.ContainsKey(ConsentWords.SubjectOf(at.Id)))
        {
            at = at is { IsNarrowed: true, Replaces: { } before } ? all.FirstOrDefault(r => r.Consent.Id == before)?.Consent : null;
        }

        if (at is null)
        {
            return (false, null);
        }

        return handle.Opened is { } opened && opened.Covers(Compartment.Protection) && handle.MayOpen(Compartment.Protection)
            ? (true, (await vault.ReadAsync<ConsentWords>(db, opened, Compartment.Protection, ConsentWords.SubjectOf(at.Id)))?.Value)
            : (true, null);
    }

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

    /// <summary>Organisations that will not see the case any more once this consent is withdrawn, because nothing else shows it to them.</summary>
    public async Task<IReadOnlyList<Guid>> WouldLoseSightAsync(CaseHandle handle, ConsentRow row, DateOnly today)
    {
        var seeing = Seeing.Participants(db, today).Where(p => p.CaseId == handle.CaseId && row.Recipients.Contains(p.OrganisationId));
        var purpose = row.Consent.Purpose;
        var others = Seeing.LiveConsents(db, today).Where(c => c.CaseId == handle.CaseId && c.Id != row.Consent.Id && c.Purpose == purpose);
        return await seeing
            .Where(p => p.RestsOn == purpose)
            .Where(p => !seeing.Any(s => s.OrganisationId == p.OrganisationId && s.RestsOn != purpose))
            .Where(p => !db.Set<ConsentRecipient>().Any(r => r.OrganisationId == p.OrganisationId && others.Any(o => o.Id == r.ConsentId)))
            .Select(p => p.OrganisationId)
            .Distinct()
            .ToListAsync();
    }
}
