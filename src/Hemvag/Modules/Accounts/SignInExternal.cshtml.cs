using Hemvag.Modules.Accounts.External;
using Hemvag.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Accounts;

/// <summary>Sends the browser to an organisation's own sign-in. A link and no form: a form may send nobody to another site.</summary>
[AllowAnonymous]
internal sealed class SignInExternalModel(ExternalProviders providers) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Provider { get; set; }

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    public IActionResult OnGet()
    {
        if (providers.Find(Provider) is not { } provider)
        {
            return NotFound();
        }

        var properties = ExternalHandshake.Begin();
        properties.RedirectUri = LocalPath.OrRoot(Return);
        return Challenge(properties, provider.Scheme);
    }
}
