using Hemvag.Data;
using Hemvag.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts;

/// <summary>Where notices to an account go.</summary>
internal sealed class NoticeAddresses(HemvagDbContext db) : INoticeAddresses
{
    public Task<NoticeAddress?> ForAsync(Guid accountId, CancellationToken stop) =>
        db.Set<Account>()
            .AsNoTracking()
            .Where(a => a.Id == accountId && a.ClosedAt == null && a.Email != null)
            .Select(a => new NoticeAddress(a.Email!, a.Language))
            .FirstOrDefaultAsync(stop);
}
