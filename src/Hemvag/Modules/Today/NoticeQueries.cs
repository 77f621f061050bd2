using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Consultations.Threads;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Today;

/// <summary>An account's own notices: what and which case, never more.</summary>
internal sealed class NoticeQueries(HemvagDbContext db, CaseAccess access, ConsultationAccess consultations)
{
    private const int Shown = 100;

    public Task<int> UnreadAsync(Guid accountId) => db.Set<Notice>().CountAsync(n => n.AccountId == accountId && n.ReadAt == null);

    /// <summary>Unread first, newest first. A case the account no longer sees has no number here.</summary>
    public async Task<IReadOnlyList<NoticeRow>> ListAsync(CurrentAccount account)
    {
        var visible = access.Visible(account);
        var asked = consultations.Visible(account);
        return await db.Set<Notice>()
            .AsNoTracking()
            .Where(n => n.AccountId == account.Id)
            .OrderBy(n => n.ReadAt != null)
            .ThenByDescending(n => n.CreatedAt)
            .Take(Shown)
            .Select(n => new NoticeRow(
                n.Id,
                n.Kind,
                n.CreatedAt,
                n.ReadAt != null,
                n.CaseId,
                visible.Where(c => c.Id == n.CaseId).Select(c => c.Number).FirstOrDefault(),
                asked.Where(c => c.Id == n.CaseId).Select(c => c.Number).FirstOrDefault()
            ))
            .ToListAsync();
    }
}

/// <param name="Number">Null when the account may no longer know of the case.</param>
/// <param name="QuestionNumber">Of the question it is about, if it is about one.</param>
internal sealed record NoticeRow(Guid Id, string Kind, DateTime CreatedAt, bool IsRead, Guid CaseId, string? Number, string? QuestionNumber);
