using Hemvag.Modules.Accounts.Session;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Accounts;

/// <summary>Ends this session by a POST, on the server too: a copied cookie is of no use afterwards.</summary>
[AllowAnonymous, WithoutSecondFactor]
internal sealed class SignOutModel(OwnSessions sessions, SessionStart start) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (HttpContext.AccountOrNull() is { } me && HttpContext.Features.Get<CurrentSession>() is { } session)
        {
            await sessions.SignOutAsync(me.Actor, me.Id, session.Id);
        }

        await start.EndAsync(HttpContext);
        return Redirect("/sign-in");
    }
}
