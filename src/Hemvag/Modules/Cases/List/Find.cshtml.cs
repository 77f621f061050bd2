using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Cases.List;

/// <summary>A search is a post, so that what was typed stands in no address and no log.</summary>
[ForRoles(Role.ReferringProfessional, Role.RegionalCoordinator, Role.IomCaseworker, Role.IomApprover, Role.LocalOfficeWorker)]
internal sealed class FindModel(CaseListQueries queries) : PageModel
{
    public IActionResult OnGet() => Redirect("/cases");

    public async Task<IActionResult> OnPostAsync(string? number)
    {
        var found = string.IsNullOrWhiteSpace(number) ? null : await queries.FindAsync(HttpContext.Account(), number);
        return found is { } id ? Redirect(CaseLinks.To(id)) : Redirect("/cases?find=none");
    }
}
