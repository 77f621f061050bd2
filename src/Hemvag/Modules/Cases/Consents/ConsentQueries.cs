using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>A consent with those it names.</summary>
internal sealed record ConsentRow(Consent Consent, IReadOnlyList<Guid> Recipients, string RecordedByName);

internal sealed class ConsentQueries(HemvagDbContext db, CaseVault vault)
{
    /// <summary>
    /// Whether the reader is told of consents to the purpose. That there is a thread of access to justice is told to those behind its wall
    /// alone, and whoever sees the case for the thread alone is told of no other consent.
    /// </summary>
    public static bool Shows(CaseHandle reader, ConsentPurpose purpose) =>
        purpose == ConsentPurpose.AccessToJustice ? reader.May(CaseAction.SeeJustice) : !reader.IsThreadAlone;

    /// <exception cref="RefusedException">ConsentMissing for a purpose the writer is not told of; CaseClosed for one that ended with the case.</exception>
    public static void Require(CaseHandle writer, Case @case, ConsentPurpose purpose)
    {
        if (!Shows(writer, purpose))
        {
            throw new RefusedException(CaseRefusals.ConsentMissing);
        }

        if (!@case.Keeps(purpose))
        {
            throw new RefusedException(CaseRefusals.CaseClosed);
        }
    }

    /// <returns>Null when the case has no such consent.</returns>
    public async Task<ConsentRow?> OneAsync(CaseHandle handle, Guid consentId) =>
        (await AllAsync(handle)).FirstOrDefault(r => r.Consent.Id == consentId);

    /// <summary>Of which consents something is sealed: nothing is opened for it.</summary>
    public async Task<IReadOnlySet<string>> WithWordsAsync(CaseHandle handle) =>
        (await CaseVault.VersionsAsync(db, handle.CaseId, ConsentWords.SubjectPrefix)).Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>What is sealed beside the consents, by subject; nothing while Protection is closed to the reader.</summary>
    public async Task<IReadOnlyDictionary<string, ConsentWords>> WordsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        if (opened is null || !opened.Covers(Compartment.Protection) || !handle.MayOpen(Compartment.Protection))
        {
            return new Dictionary<string, ConsentWords>();
        }

        var read = await vault.ReadAllAsync<ConsentWords>(db, opened, Compartment.Protection, ConsentWords.SubjectPrefix);
        return read.ToDictionary(r => r.Subject, r => r.Value, StringComparer.Ordinal);
    }

    /// <summary>Those who may say yes for the person who returns, where that is a child.</summary>
    public async Task<IReadOnlyList<Guardian>> GuardiansAsync(CaseHandle handle) =>
        await db.Set<Guardian>()
            .AsNoTracking()
            .Where(g =>
                g.CaseId == handle.CaseId && g.StandsFor == StandsFor.Person && g.EndedOn == null && !g.IsSuspected && g.Kind != GuardianKind.Parent
            )
            .OrderBy(g => g.Number)
            .ToListAsync();

    /// <summary>The subject of what was said at a consent, or at the one it was narrowed from.</summary>
    /// <param name="all">Every consent of the case.</param>
    public static string SubjectOf(Consent consent, IReadOnlyList<ConsentRow> all)
    {
        while (consent is { IsNarrowed: true, Replaces: { } before })
        {
            consent = all.First(r => r.Consent.Id == before).Consent;
        }

        return ConsentWords.SubjectOf(consent.Id);
    }

    /// <summary>Every consent of the case, live ones first, each with its recipients.</summary>
    public async Task<IReadOnlyList<ConsentRow>> AllAsync(CaseHandle handle)
    {
        var shown = Enum.GetValues<ConsentPurpose>().Where(p => Shows(handle, p)).ToList();
        var rows = await db.Set<Consent>()
            .AsNoTracking()
            .Where(c => c.CaseId == handle.CaseId && shown.Contains(c.Purpose))
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
