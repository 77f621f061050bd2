using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Links;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Accounts;

/// <summary>
/// Where a link from a mail leads. Opening the page uses nothing up, whoever opens it; it says neither whose the link is nor whether it
/// works. The token comes in the form alone: a script takes it from behind the #, or a person pastes it.
/// </summary>
[AllowAnonymous]
internal sealed class BeginModel(LinkUse links, PasskeyCeremonies ceremonies, SessionStart start, DeviceCookie devices)
    : PageModel,
        ILoadsForRedisplay
{
    [BindProperty]
    public Guid OperationId { get; set; }

    /// <summary>The token, or the whole address from the mail.</summary>
    [BindProperty, MaxLength(400)]
    public string? Token { get; set; }

    [BindProperty, MaxLength(200), DataType(DataType.Password)]
    public string? Password { get; set; }

    /// <summary>Of the new passkey.</summary>
    [BindProperty, MaxLength(AccountPasskey.LongestName)]
    public string? Name { get; set; }

    /// <summary>What the authenticator answered, as JSON.</summary>
    [BindProperty, MaxLength(20_000)]
    public string? Credential { get; set; }

    /// <summary>Null until a link that works was given.</summary>
    internal OpenLink? Open { get; private set; }

    public void OnGet() { }

    public async Task OnPostOpenAsync() => Open = await links.LookAsync(Token, devices.OriginOf(HttpContext));

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        var opened = await links.ChoosePasswordAsync(OperationId, Token, Password, devices.OriginOf(HttpContext));
        return opened is null ? Redirect("/sign-in") : await GoInAsync(opened, "/account/second-factor");
    }

    /// <summary>What the script is to ask the authenticator for.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync()
    {
        var open = await links.LookAsync(Token, devices.OriginOf(HttpContext));
        return Content(await ceremonies.AskToMakeAsync(HttpContext, open.Account), "application/json");
    }

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        var origin = devices.OriginOf(HttpContext);
        var open = await links.LookAsync(Token, origin);
        var made = await ceremonies.MadeAsync(HttpContext, open.Account.Id, Credential) ?? throw new RefusedException(AccountRefusals.PasskeyRefused);
        var opened = await links.AddPasskeyAsync(OperationId, Token, made, Name, origin);
        return opened is null ? Redirect("/sign-in") : await GoInAsync(opened, "/");
    }

    /// <summary>After a refusal the second step is shown again where the link still works, else the first.</summary>
    public async Task LoadAsync()
    {
        try
        {
            Open = await links.LookAsync(Token, devices.OriginOf(HttpContext));
        }
        catch (RefusedException)
        {
            Open = null;
        }
    }

    private async Task<IActionResult> GoInAsync(NewSession opened, string path)
    {
        await start.FullAsync(HttpContext, opened);
        return Redirect(path);
    }
}
