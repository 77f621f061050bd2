using Hemvag.Modules.Accounts.Session;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Accounts;

/// <summary>Ends the session by a POST.</summary>
[AllowAnonymous, WithoutSecondFactor]
internal sealed class SignOutModel : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await SessionStart.EndAsync(HttpContext);
        return Redirect("/sign-in");
    }
}
