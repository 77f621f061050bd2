using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Accounts;

/// <summary>The first half of signing in: address and password.</summary>
[AllowAnonymous]
internal sealed class SignInModel(SignIns signIns, SessionStart start, AccountsOptions options) : PageModel
{
    [BindProperty, MaxLength(200)]
    public string Mail { get; set; } = "";

    [BindProperty, MaxLength(200), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    internal bool IsDemo => options.Demo;

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await signIns.WithPasswordAsync(Mail, Password, HttpContext.Connection.RemoteIpAddress);
        var path = LocalPath.OrRoot(Return);
        if (account.SecondFactorKey is not null)
        {
            await start.HalfAsync(HttpContext, account, path);
            return Redirect("/sign-in/code");
        }

        await signIns.RecordAsync(account, SignInMethod.PasswordOnly);
        await start.FullAsync(HttpContext, account, SignInMethod.PasswordOnly);
        return Redirect("/account/second-factor");
    }
}
