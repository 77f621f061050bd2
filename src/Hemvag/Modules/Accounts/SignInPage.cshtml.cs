using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts.External;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Accounts;

/// <summary>Signs in by a passkey, without asking who it is; or, the other way, begins with address and password.</summary>
[AllowAnonymous]
internal sealed class SignInModel(
    SignIns signIns,
    PasskeySignIns passkeys,
    PasskeyCeremonies ceremonies,
    SessionStart start,
    DeviceCookie devices,
    AccountsOptions options,
    ExternalProviders providers
) : PageModel
{
    [BindProperty, MaxLength(200)]
    public string? Mail { get; set; }

    [BindProperty, MaxLength(200), DataType(DataType.Password)]
    public string? Password { get; set; }

    /// <summary>What the authenticator answered, as JSON.</summary>
    [BindProperty, MaxLength(20_000)]
    public string? Credential { get; set; }

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>"failed" when an organisation's own sign-in came to nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? External { get; set; }

    internal IReadOnlyList<ExternalProvider> Providers => providers.All;

    internal bool IsDemo => options.Demo;

    public async Task<IActionResult> OnPostAsync()
    {
        var origin = devices.OriginOf(HttpContext);
        var first = await signIns.WithPasswordAsync(Mail ?? "", Password ?? "", origin);
        if (first.HasApp || first.HasPasskey)
        {
            await SessionStart.HalfAsync(HttpContext, first.Account.Id, SignInMethod.PasswordOnly, LocalPath.OrRoot(Return));
            return Redirect("/sign-in/code");
        }

        await start.FullAsync(HttpContext, await signIns.RecordAsync(first.Account, SignInMethod.PasswordOnly, origin));
        return Redirect("/account/second-factor");
    }

    /// <summary>What the script is to ask the authenticator for.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await ceremonies.AskToShowAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        await start.FullAsync(HttpContext, await passkeys.SignInAsync(HttpContext, Credential));
        return Redirect(LocalPath.OrRoot(Return));
    }
}
