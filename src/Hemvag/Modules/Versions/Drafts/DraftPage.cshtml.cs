using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Comparing;
using Hemvag.Modules.Versions.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Versions.Drafts;

/// <summary>A draft: what it would be as a version, and what its owner or a second person can do with it.</summary>
[ForRoles(Role.NationalCoordination, Role.IomApprover)]
internal sealed class DraftPageModel(DraftDesk desk, DraftQueries drafts, DefinitionWords words, TimeProvider time) : DraftPageBase(drafts)
{
    internal VersionShown Shown => new(Draft.File, words.Version(Draft.File));

    /// <summary>False when this program can't read the version: the draft can only be taken back.</summary>
    internal bool IsReadable => Draft.Read is not null;

    internal bool CanPublish => IsReadable && !IsMine && Draft.Draft.State == DraftState.Submitted;

    /// <summary>It would run before every node is sure to know it.</summary>
    internal bool IsTooEarly => Draft.File.Version.RunsFrom <= LocalDates.Today(time.GetUtcNow().UtcDateTime, Me.Zone);

    public Task OnGetAsync() => LoadAsync();

    /// <exception cref="RefusedException">DraftYourOwn, DraftNotSubmitted, DraftEnded, DraftInvalid, VersionTooEarly, VersionExists, VersionSameDay.</exception>
    public async Task<IActionResult> OnPostPublishAsync()
    {
        await LoadAsync();
        await desk.PublishAsync(Me, OperationId, DraftId);
        return Redirect(VersionPlaces.Version(Draft.Draft.ProgrammeId));
    }

    /// <exception cref="RefusedException">DraftNotYours, DraftEnded.</exception>
    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await LoadAsync();
        await desk.WithdrawAsync(Me, OperationId, DraftId);
        return Redirect(VersionPlaces.All);
    }
}
