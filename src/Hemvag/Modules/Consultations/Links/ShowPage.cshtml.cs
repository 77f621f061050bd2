using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>Opens what was written through the link; recorded before it is shown.</summary>
[AllowAnonymous]
internal sealed class ShowPageModel(LinkWindows windows) : LinkWindowPageModel
{
    public IActionResult OnGet() => Redirect(LinkPlaces.Window);

    public async Task<IActionResult> OnPostAsync()
    {
        await windows.ShowAsync(Window!, OperationId);
        return Redirect(LinkPlaces.Window);
    }
}
