using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>How a link stands.</summary>
internal enum LinkState
{
    Live,

    /// <summary>Somebody writes, or could.</summary>
    WindowOpen,
    Used,
    Expired,
    Revoked,

    /// <summary>Too many wrong codes.</summary>
    Dead,
}

/// <param name="MakerName">Who made it.</param>
internal sealed record LinkRow(OneTimeLink Link, string? MakerName, LinkState State);

/// <summary>What was written through links that follow on one another.</summary>
internal sealed record LinkThread(Guid ThreadId, IReadOnlyList<TurnShown> Turns);

/// <summary>Reads the links of a case and of a region.</summary>
internal sealed class LinkQueries(HemvagDbContext db, CaseVault vault, TimeProvider time)
{
    private const int Shown = 50;

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<LinkRow>> OfCaseAsync(CaseHandle handle) => RowsAsync(db.Set<OneTimeLink>().Where(l => l.CaseId == handle.CaseId));

    /// <summary>Those that open a matter and have not yet.</summary>
    public Task<IReadOnlyList<LinkRow>> OfRegionAsync(CurrentAccount account) =>
        RowsAsync(db.Set<OneTimeLink>().Where(l => l.RegionId == account.OrganisationId && l.OpensMatter && l.MatterOpenedAt == null));

    /// <returns>Null when the region has no such link.</returns>
    public Task<OneTimeLink?> FindNewAsync(CurrentAccount account, Guid linkId) =>
        db.Set<OneTimeLink>()
            .AsNoTracking()
            .FirstOrDefaultAsync(l => l.Id == linkId && l.RegionId == account.OrganisationId && l.OpensMatter && l.MatterOpenedAt == null);

    /// <summary>Everything that came through links of the case, and the answers; nothing while Protection is closed to the reader.</summary>
    public async Task<IReadOnlyList<LinkThread>> ThreadsAsync(CaseHandle handle)
    {
        if (handle.Opened is not { } opened || !opened.Covers(Compartment.Protection) || !handle.MayOpen(Compartment.Protection))
        {
            return [];
        }

        var words = await vault.ReadAllAsync<LinkWords>(db, opened, Compartment.Protection, LinkWords.SubjectPrefix);
        return
        [
            .. words
                .OrderBy(w => w.WrittenAt)
                .ThenBy(w => w.Subject, StringComparer.Ordinal)
                .GroupBy(w => Guid.ParseExact(w.Subject.Split('.')[1], "N"))
                .Select(g => new LinkThread(g.Key, [.. g.Select(w => new TurnShown(w.Value.Side, w.Value.Text, w.WrittenAt))])),
        ];
    }

    private async Task<IReadOnlyList<LinkRow>> RowsAsync(IQueryable<OneTimeLink> links)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var rows = await links
            .AsNoTracking()
            .OrderByDescending(l => l.MadeAt)
            .Take(Shown)
            .Select(l => new { Link = l, Name = db.Set<Account>().Where(a => a.Id == l.MadeBy).Select(a => a.DisplayName).FirstOrDefault() })
            .ToListAsync();
        return [.. rows.Select(r => new LinkRow(r.Link, r.Name, StateOf(r.Link, now)))];
    }

    private static LinkState StateOf(OneTimeLink link, DateTime now) =>
        link.RevokedAt is not null ? LinkState.Revoked
        : link.HasWindow(now) ? LinkState.WindowOpen
        : link.UsedAt is not null ? LinkState.Used
        : link.IsDead ? LinkState.Dead
        : link.ExpiresAt <= now ? LinkState.Expired
        : LinkState.Live;
}
