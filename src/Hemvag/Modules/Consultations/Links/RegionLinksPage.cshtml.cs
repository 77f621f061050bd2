using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>Links that open a matter in the coordinator's region.</summary>
[ForRoles(Role.RegionalCoordinator)]
internal sealed class RegionLinksPageModel(LinkService service, LinkQueries queries) : AccountPageModel, ILoadsForRedisplay
{
    internal IReadOnlyList<LinkRow> Rows { get; private set; } = [];

    /// <summary>Shown on the answer to the form that made it, and never again.</summary>
    internal LinkSecret? Made { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostMakeAsync()
    {
        Made = await service.MakeForNewMatterAsync(Me, OperationId);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid linkId)
    {
        if (await queries.FindNewAsync(Me, linkId) is not { } link)
        {
            return NotFound();
        }

        await service.RevokeNewAsync(Me, OperationId, link);
        return Redirect(LinkPlaces.OfRegion);
    }

    public async Task LoadAsync() => Rows = await queries.OfRegionAsync(Me);
}
