using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>A first contact that waits in the region's inbox.</summary>
internal sealed record InboxRow(Guid CaseId, string Number, string NeutralName, DateTime OpenedAt, Guid OpenedByOrganisation);

internal sealed class MatterQueries(HemvagDbContext db, CaseAccess access)
{
    /// <summary>Matters of the account's region that nobody has taken, the oldest first.</summary>
    public async Task<IReadOnlyList<InboxRow>> InboxAsync(CurrentAccount account) =>
        await access
            .Visible(account)
            .AsNoTracking()
            .Where(c => c.State == CaseState.Matter && c.RegionId == account.OrganisationId)
            .OrderBy(c => c.OpenedAt)
            .Select(c => new InboxRow(
                c.Id,
                c.Number,
                c.NeutralName,
                c.OpenedAt,
                db.Set<Account>().Where(a => a.Id == c.OpenedBy).Select(a => a.OrganisationId).FirstOrDefault()
            ))
            .ToListAsync();
}
