using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.Web;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Accounts;

/// <summary>The second half of signing in: the code of the authenticator app.</summary>
[AllowAnonymous]
internal sealed class SignInCodeModel(SignIns signIns, SessionStart start, DeviceCookie devices, AccountQueries accounts)
    : PageModel,
        ILoadsForRedisplay
{
    [BindProperty, MaxLength(20)]
    public string Code { get; set; } = "";

    internal bool HasApp { get; private set; }

    internal bool HasPasskey { get; private set; }

    internal string Return { get; private set; } = "/";

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return HasApp || HasPasskey ? Page() : Redirect("/sign-in");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await SessionStart.WaitingAsync(HttpContext) is not { } waiting)
        {
            return Redirect("/sign-in");
        }

        var session = await signIns.WithCodeAsync(waiting.AccountId, Code, waiting.First, devices.OriginOf(HttpContext));
        await start.FullAsync(HttpContext, session);
        return Redirect(LocalPath.OrRoot(waiting.Return));
    }

    public async Task LoadAsync()
    {
        if (await SessionStart.WaitingAsync(HttpContext) is { } waiting && await accounts.FindAsync(waiting.AccountId) is { } account)
        {
            (HasApp, HasPasskey, Return) = (account.HasApp, account.Passkeys > 0, waiting.Return);
        }
    }
}
