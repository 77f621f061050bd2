using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Accounts;

/// <summary>Chooses a password with the one-time code from an administrator. The code is typed, so that no log holds it.</summary>
[AllowAnonymous]
internal sealed class SetPasswordModel(OwnAccount own) : PageModel
{
    [BindProperty]
    public Guid OperationId { get; set; }

    [BindProperty, MaxLength(200)]
    public string Mail { get; set; } = "";

    [BindProperty, MaxLength(60)]
    public string Code { get; set; } = "";

    [BindProperty, MaxLength(200), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        await own.SetPasswordAsync(OperationId, Mail, Code, Password, HttpContext.Connection.RemoteIpAddress);
        return Redirect("/sign-in");
    }
}
