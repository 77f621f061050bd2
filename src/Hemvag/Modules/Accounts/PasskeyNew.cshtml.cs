using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Accounts.Session;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts;

/// <summary>Makes a passkey. Where no second factor is set up yet, it is the second factor.</summary>
[ForRoles, WithoutSecondFactor, NeedsProof]
internal sealed class PasskeyNewModel(PasskeyCeremonies ceremonies, OwnPasskeys passkeys, SessionStart start, HemvagDbContext db) : AccountPageModel
{
    [BindProperty, MaxLength(AccountPasskey.LongestName)]
    public string? Name { get; set; }

    /// <summary>What the authenticator answered, as JSON.</summary>
    [BindProperty, MaxLength(20_000)]
    public string? Credential { get; set; }

    public void OnGet() { }

    /// <summary>What the script is to ask the authenticator for.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync()
    {
        var account = await db.Set<Account>().AsNoTracking().FirstAsync(a => a.Id == Me.Id);
        return Content(await ceremonies.AskToMakeAsync(HttpContext, account), "application/json");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var made = await ceremonies.MadeAsync(HttpContext, Me.Id, Credential) ?? throw new RefusedException(AccountRefusals.PasskeyRefused);
        var browser = BrowserSeen.Of(Request.Headers.UserAgent);
        if (await passkeys.AddAsync(OperationId, Me.Actor, Me.Id, made, Name, MySession, browser) is { } opened)
        {
            await start.FullAsync(HttpContext, opened);
            return Redirect("/");
        }

        return Redirect("/account/ways");
    }
}
