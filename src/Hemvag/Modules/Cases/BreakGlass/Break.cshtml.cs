using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.BreakGlass;

/// <summary>Opens one compartment of a colleague's case in an emergency.</summary>
[ForRoles(Role.RegionalCoordinator, Role.IomCaseworker, Role.LocalOfficeWorker)]
internal sealed class BreakModel(GlassBreaking breaking, IStringLocalizer<ProgrammesTexts> words) : AccountPageModel
{
    [BindProperty, Required, MaxLength(40)]
    public string? Number { get; set; }

    [BindProperty, Required]
    public Compartment? Compartment { get; set; }

    [BindProperty, Required, MaxLength(2000)]
    public string? Reason { get; set; }

    internal IReadOnlyList<Choice> Choices =>
        [
            .. Compartments
                .Each(CasePermissions.CompartmentsFor(Me.Roles.First(GlassBreaking.Breaks.Contains)))
                .Select(c => new Choice(c.ToString(), words[$"Compartment.{c}"])),
        ];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync() =>
        Redirect(CaseLinks.To(await breaking.BreakAsync(Me, OperationId, Number!, Compartment!.Value, Reason!.Trim()), CaseLinks.Person));
}
