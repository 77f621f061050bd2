using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Notes;

/// <summary>The notes an account may know of: those of its own organisation, and those written to it while the consent still lives.</summary>
internal sealed class ProgressNoteQueries(HemvagDbContext db, OrganisationQueries organisations)
{
    public async Task<IReadOnlyList<OrganisationView>> RecipientsAsync(CaseHandle handle, DateOnly today)
    {
        var ids = await ProgressNoteConsent.Recipients(db, handle.CaseId, today).ToListAsync();
        var all = await organisations.OfAsync();
        return [.. all.Where(o => ids.Contains(o.Id))];
    }

    /// <param name="recipients">Those a live consent names, as <see cref="RecipientsAsync"/> gave them.</param>
    public async Task<IReadOnlyList<ProgressNoteRow>> ListAsync(CaseHandle handle, IReadOnlyList<OrganisationView> recipients)
    {
        var mine = handle.Account.OrganisationId;
        var isSender = mine == IomFinland.Id;
        if (!isSender && recipients.All(r => r.Id != mine))
        {
            return [];
        }

        var rows = await db.Set<ProgressNote>()
            .AsNoTracking()
            .Where(n => n.CaseId == handle.CaseId)
            .Where(n => isSender || db.Set<ProgressNoteRecipient>().Any(r => r.NoteId == n.Id && r.OrganisationId == mine))
            .OrderByDescending(n => n.NotedOn)
            .ThenByDescending(n => n.WrittenAt)
            .Select(n => new
            {
                Note = n,
                By = db.Set<Account>().Where(a => a.Id == n.WrittenBy).Select(a => a.DisplayName).FirstOrDefault(),
                To = db.Set<ProgressNoteRecipient>().Where(r => r.NoteId == n.Id).Select(r => r.OrganisationId).ToList(),
            })
            .AsSingleQuery()
            .ToListAsync();
        var names = (await organisations.OfAsync()).ToDictionary(o => o.Id, o => o.Name);
        return [.. rows.Select(r => new ProgressNoteRow(r.Note, r.By ?? "", [.. r.To.Select(t => names.GetValueOrDefault(t, ""))]))];
    }
}

internal sealed record ProgressNoteRow(ProgressNote Note, string By, IReadOnlyList<string> To);
