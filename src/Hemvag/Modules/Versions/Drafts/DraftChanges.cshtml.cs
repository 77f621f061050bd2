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

    internal ChangesShown Shown { get; private set; } = null!;

    /// <exception cref="Hemvag.Web.Refused.NotThereException">There is no such draft, or it can't be read.</exception>
    public async Task OnGetAsync()
    {
        await LoadAsync();
        Shown = ChangesShown.Of(versions, Draft.File, With);
    }
}
