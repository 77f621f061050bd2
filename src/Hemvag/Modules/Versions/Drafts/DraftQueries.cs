using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Versions.Drafts;

/// <summary>A draft without its content, for lists.</summary>
internal sealed record DraftRow(Guid Id, string ProgrammeId, DraftState State, string Owner, DateTime UploadedAt);

/// <summary>A draft with its version.</summary>
/// <param name="Read">Null when this program can't read the version: the rules have changed since it was uploaded.</param>
internal sealed record DraftShown(ProgrammeDraft Draft, ProgrammeFile? Read, string Owner)
{
    /// <summary>Its short name, or its id where the version can't be read.</summary>
    public string Name => Read?.Version.ShortName.Shown ?? Draft.ProgrammeId;

    /// <exception cref="NotThereException">This program can't read the version: there is nothing to compare or to try.</exception>
    public ProgrammeFile File => Read ?? throw new NotThereException();
}

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
        return new DraftShown(draft, ProgrammeFile.TryFromStore(draft.ProgrammeId, draft.Content), owner);
    }
}
