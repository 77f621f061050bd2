using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Cases.List;

/// <summary>A search is a post, so that what was typed stands in no address and no log. What finds nothing is shown again with its sentence.</summary>
[ForRoles(Role.ReferringProfessional, Role.RegionalCoordinator, Role.IomCaseworker, Role.IomApprover, Role.LocalOfficeWorker)]
internal sealed class FindModel(CaseListQueries queries) : PageModel
{
    [BindProperty, Required, MaxLength(40)]
    public string? Number { get; set; }

    public IActionResult OnGet() => Redirect("/cases");

    /// <exception cref="RefusedException">CaseNumberUnknown.</exception>
    public async Task<IActionResult> OnPostAsync() =>
        await queries.FindAsync(HttpContext.Account(), Number!) is { } id
            ? Redirect(CaseLinks.To(id))
            : throw new RefusedException(CaseRefusals.CaseNumberUnknown, nameof(Number));
}
