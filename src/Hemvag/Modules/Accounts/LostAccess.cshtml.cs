using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts.Recovery;
using Hemvag.Modules.Accounts.SigningIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Accounts;

/// <summary>"I have lost my ways in." The answer is the same and takes the same time whether anyone has the address.</summary>
[AllowAnonymous]
internal sealed class LostAccessModel(RecoveryAsk ask, DeviceCookie devices) : PageModel
{
    [BindProperty, MaxLength(200)]
    public string? Mail { get; set; }

    internal bool IsAsked { get; private set; }

    public void OnGet() { }

    public async Task OnPostAsync()
    {
        await ask.AskAsync(Mail ?? "", devices.OriginOf(HttpContext));
        IsAsked = true;
    }
}
