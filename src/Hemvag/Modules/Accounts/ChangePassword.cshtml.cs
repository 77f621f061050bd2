using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts.Session;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Accounts;

/// <summary>Chooses a password, or another one. Every other session ends.</summary>
[ForRoles, NeedsProof]
internal sealed class ChangePasswordModel(OwnAccount own, SessionStart start) : AccountPageModel
{
    [BindProperty, MaxLength(200), DataType(DataType.Password)]
    public string? Password { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var browser = BrowserSeen.Of(Request.Headers.UserAgent);
        if (await own.ChangePasswordAsync(OperationId, Me.Actor, Me.Id, Password ?? "", MySession, browser) is { } opened)
        {
            await start.FullAsync(HttpContext, opened);
        }

        return Redirect("/account/ways");
    }
}
