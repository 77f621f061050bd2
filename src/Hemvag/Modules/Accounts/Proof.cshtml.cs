using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.Web;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Accounts;

/// <summary>Asks the owner to show a factor again before the ways in are changed: a stolen session has none to show.</summary>
[ForRoles]
internal sealed class ProofModel(
    AccountQueries accounts,
    SignIns signIns,
    PasskeySignIns passkeys,
    PasskeyCeremonies ceremonies,
    ProofCookie proof,
    DeviceCookie devices
) : AccountPageModel, ILoadsForRedisplay
{
    [BindProperty, MaxLength(20)]
    public string? Code { get; set; }

    /// <summary>What the authenticator answered, as JSON.</summary>
    [BindProperty, MaxLength(20_000)]
    public string? Credential { get; set; }

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    internal AccountView Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return NeedsProofAttribute.IsProved(HttpContext, MySession) ? GoOn() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await signIns.ProveByCodeAsync(Me.Id, Code ?? "", devices.OriginOf(HttpContext));
        return Proved();
    }

    /// <summary>What the script is to ask the authenticator for.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await ceremonies.AskToShowAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        await passkeys.ProveAsync(HttpContext, Me.Id, Credential);
        return Proved();
    }

    public async Task LoadAsync() => Account = await accounts.FindAsync(Me.Id) ?? throw new NotThereException();

    private RedirectResult Proved()
    {
        proof.Give(HttpContext, MySession.Id);
        return GoOn();
    }

    private RedirectResult GoOn() => Redirect(LocalPath.IsLocal(Return) ? Return! : "/account/ways");
}
