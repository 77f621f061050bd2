using Hemvag.Modules.Accounts.Session;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Accounts;

/// <summary>A page outside any case, of someone who is signed in.</summary>
internal abstract class AccountPageModel : PageModel
{
    /// <summary>Carried by every form; a second submit is the same operation.</summary>
    [BindProperty]
    public Guid OperationId { get; set; }

    /// <summary>Who makes this request.</summary>
    internal CurrentAccount Me => HttpContext.Account();

    /// <summary>The session it is made in.</summary>
    internal CurrentSession MySession => HttpContext.Features.Get<CurrentSession>() ?? throw new InvalidOperationException("Nobody is signed in.");

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Me.Zone);
}
