using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>
/// Who sees the case as this operation leaves it. <see cref="Seeing"/> asks the database, which does not know yet what the operation
/// has changed: whom it has let in or out, which consents it has taken up or ended.
/// </summary>
/// <param name="isNew">The database has no row of the case yet.</param>
internal sealed class SeeingNow(HemvagDbContext db, Case @case, DateOnly today, bool isNew)
{
    private static readonly KnownQuery<Func<HemvagDbContext, Guid, IAsyncEnumerable<CaseParticipant>>> Parts = new(() =>
        EF.CompileAsyncQuery((HemvagDbContext db, Guid caseId) => db.Set<CaseParticipant>().Where(p => p.CaseId == caseId && p.Until == null))
    );

    // Each consent beside each of those it names, in one look.
    private static readonly KnownQuery<Func<HemvagDbContext, Guid, IAsyncEnumerable<ConsentNaming>>> Consents = new(() =>
        EF.CompileAsyncQuery(
            (HemvagDbContext db, Guid caseId) =>
                from consent in db.Set<Consent>()
                where consent.CaseId == caseId && consent.WithdrawnAt == null
                join r in db.Set<ConsentRecipient>() on consent.Id equals r.ConsentId into recipients
                from recipient in recipients.DefaultIfEmpty()
                select new ConsentNaming(consent, recipient)
        )
    );

    private bool partsLoaded = isNew;
    private bool consentsLoaded = isNew;

    /// <summary>Those who see the case now.</summary>
    public async Task<IReadOnlyList<CaseParticipant>> ParticipantsAsync()
    {
        await LoadConsentsAsync();
        var id = @case.Id;
        var live = db.Set<Consent>()
            .Local.Where(c => c.CaseId == id && c.IsLive(today) && @case.Keeps(c.Purpose))
            .ToDictionary(c => c.Id, c => c.Purpose);
        var named = db.Set<ConsentRecipient>()
            .Local.Where(r => live.ContainsKey(r.ConsentId))
            .Select(r => (r.OrganisationId, live[r.ConsentId]))
            .ToHashSet();
        return [.. (await PartsAsync()).Where(p => p.RestsOn is not { } purpose || named.Contains((p.OrganisationId, purpose)))];
    }

    /// <summary>Those who work on the case, whether the consent they rest on still lets them see it or not.</summary>
    public async Task<IEnumerable<CaseParticipant>> PartsAsync()
    {
        if (!partsLoaded)
        {
            await Parts.For(db)(db, @case.Id).ToListAsync();
            partsLoaded = true;
        }

        return db.Set<CaseParticipant>().Local.Where(p => p.CaseId == @case.Id && p.Until is null);
    }

    /// <summary>
    /// Those whose consent was taken back while the person is on the way: they keep what is needed to meet the person
    /// (<see cref="MinimumSight"/>), and so can be told that nothing is heard.
    /// </summary>
    public async Task<IReadOnlyList<CaseParticipant>> OnTheWayAsync()
    {
        if (@case.ClosedAt is not null || !@case.IsUnderWay)
        {
            return [];
        }

        var id = @case.Id;
        var ended = await db.Set<Consent>().Where(c => c.CaseId == id && c.WithdrawnAt != null).ToListAsync();
        var named = (await db.Set<ConsentRecipient>().Where(r => r.CaseId == id).ToListAsync()).ToLookup(r => r.OrganisationId, r => r.ConsentId);
        // What this operation takes back, the database does not know yet.
        var all = ended.Union(db.Set<Consent>().Local.Where(c => c.CaseId == id && c.WithdrawnAt is not null)).ToList();
        return
        [
            .. (await PartsAsync()).Where(p =>
                MinimumSight.InCharge.Contains(p.Role)
                && p.RestsOn is not (null or ConsentPurpose.AccessToJustice)
                && all.Any(c => c.Purpose == p.RestsOn && c.WithdrawnAt >= p.From && named[p.OrganisationId].Contains(c.Id))
            ),
        ];
    }

    /// <summary>Whether anyone at the organisation sees the case in that role.</summary>
    public async Task<bool> SeesAsync(Guid organisationId, Role role) =>
        (await ParticipantsAsync()).Any(p => p.OrganisationId == organisationId && p.Role == role);

    // What is loaded once stays tracked, so that later changes of the operation are seen in it.
    private async Task LoadConsentsAsync()
    {
        if (!consentsLoaded)
        {
            await Consents.For(db)(db, @case.Id).ToListAsync();
            consentsLoaded = true;
        }
    }

    private sealed record ConsentNaming(Consent Consent, ConsentRecipient? Recipient);
}
