using Hemvag.Modules.Accounts.Session;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Accounts;

/// <summary>Ends the account's sessions by a POST: a copied cookie is of no use afterwards.</summary>
[AllowAnonymous, WithoutSecondFactor]
internal sealed class SignOutModel(OwnAccount own) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (HttpContext.AccountOrNull() is { } me)
        {
            await own.EndSessionsAsync(me.Actor, me.Id);
        }

        await SessionStart.EndAsync(HttpContext);
        return Redirect("/sign-in");
    }
}
