using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>Where the link of a package leads: a page that says nothing, the same for every link there is and is not, and asks for the code.</summary>
[AllowAnonymous]
internal sealed class HandedPageModel(PackageWindows windows, TimeProvider time) : PageModel
{
    [BindProperty]
    public Guid OperationId { get; set; }

    [BindProperty, Required, MaxLength(40)]
    public string? Code { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        var window = await windows.OpenAsync(token, Code!, OperationId, HttpContext.Connection.RemoteIpAddress);
        PackagePlaces.Keep(HttpContext, window, time.GetUtcNow());
        return Redirect(PackagePlaces.Window);
    }
}
