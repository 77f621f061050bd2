using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>Closes the window before its half hour is over.</summary>
[AllowAnonymous]
internal sealed class LeavePageModel(LinkWindows windows, TimeProvider time) : LinkWindowPageModel
{
    public IActionResult OnGet() => Redirect(LinkPlaces.Window);

    public async Task<IActionResult> OnPostAsync()
    {
        await windows.LeaveAsync(Window!, OperationId);
        LinkPlaces.Forget(HttpContext, time.GetUtcNow());
        return Redirect(LinkPlaces.Window);
    }
}
