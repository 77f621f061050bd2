using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Versions.Drafts;

/// <summary>A draft without its content, for lists.</summary>
internal sealed record DraftRow(Guid Id, string ProgrammeId, DraftState State, string Owner, DateTime UploadedAt);

/// <summary>A draft with its version.</summary>
internal sealed record DraftShown(ProgrammeDraft Draft, ProgrammeFile File, string Owner);

internal sealed class DraftQueries(HemvagDbContext db)
{
    /// <summary>Those that are neither published nor taken back, the newest first.</summary>
    public async Task<IReadOnlyList<DraftRow>> OpenAsync() =>
        await db.Set<ProgrammeDraft>()
            .AsNoTracking()
            .Where(draft => draft.State == DraftState.Open || draft.State == DraftState.Submitted)
            .OrderByDescending(draft => draft.UploadedAt)
            .Join(
                db.Set<Account>(),
                draft => draft.OwnerId,
                account => account.Id,
                (draft, account) => new DraftRow(draft.Id, draft.ProgrammeId, draft.State, account.DisplayName, draft.UploadedAt)
            )
            .ToListAsync();

    /// <exception cref="NotThereException">There is no such draft.</exception>
    public async Task<DraftShown> GetAsync(Guid id)
    {
        var draft = await db.Set<ProgrammeDraft>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id) ?? throw new NotThereException();
        var owner = await db.Set<Account>().Where(account => account.Id == draft.OwnerId).Select(account => account.DisplayName).SingleAsync();
        return new DraftShown(draft, ProgrammeFile.FromStore(draft.ProgrammeId, draft.Content), owner);
    }
}
