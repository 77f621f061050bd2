using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Versions.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Versions.Drafts;

/// <summary>What a draft would change.</summary>
[ForRoles(Role.NationalCoordination, Role.IomApprover)]
internal sealed class DraftChangesModel(DraftQueries drafts, VersionComparison versions) : DraftPageBase(drafts)
{
    [BindProperty(SupportsGet = true)]
    public string? With { get; set; }

    internal ChangesShown Shown => ChangesShown.Of(versions, Draft.File, With);

    public Task OnGetAsync() => LoadAsync();
}
