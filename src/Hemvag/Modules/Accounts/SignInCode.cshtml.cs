using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Accounts;

/// <summary>The second half of signing in: the code of the authenticator app.</summary>
[AllowAnonymous]
internal sealed class SignInCodeModel(SignIns signIns, SessionStart start) : PageModel
{
    [BindProperty, MaxLength(20)]
    public string Code { get; set; } = "";

    public async Task<IActionResult> OnGetAsync() => await SessionStart.WaitingAsync(HttpContext) is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await SessionStart.WaitingAsync(HttpContext) is not { } waiting)
        {
            return Redirect("/sign-in");
        }

        var account = await signIns.WithCodeAsync(waiting.AccountId, Code, HttpContext.Connection.RemoteIpAddress);
        await start.FullAsync(HttpContext, account, SignInMethod.PasswordAndCode);
        return Redirect(LocalPath.OrRoot(waiting.Return));
    }
}
