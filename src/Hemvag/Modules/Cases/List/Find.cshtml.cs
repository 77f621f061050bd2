using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Cases.List;

/// <summary>A search is a post, so that what was typed stands in no address and no log. What finds nothing is shown again with its sentence.</summary>
[ForRoles(Role.ReferringProfessional, Role.RegionalCoordinator, Role.IomCaseworker, Role.IomApprover, Role.LocalOfficeWorker, Role.MigrationOfficer)]
internal sealed class FindModel(CaseListQueries queries, PersonSearch persons) : PageModel
{
    internal sealed class Form
    {
        [MaxLength(240)]
        public string? Name { get; set; }

        [Range(1900, 2100)]
        public int? BirthYear { get; set; }

        [MaxLength(40)]
        public string? Phone { get; set; }

        [MaxLength(40)]
        public string? DocumentNumber { get; set; }
    }

    public string? Number { get; set; }

    internal Form Input { get; private set; } = new();

    /// <summary>Null until someone has searched for a person.</summary>
    internal IReadOnlyList<FoundCase>? Found { get; private set; }

    internal bool MaySearchPersons => PersonSearch.IsFor(HttpContext.Account());

    public IActionResult OnGet() => Page();

    /// <exception cref="RefusedException">CaseNumberUnknown.</exception>
    public async Task<IActionResult> OnPostAsync(TypedNumber typed)
    {
        Number = typed.Number;
        return await queries.FindAsync(HttpContext.Account(), typed.Number!) is { } id
            ? Redirect(CaseLinks.To(id))
            : throw new RefusedException(CaseRefusals.CaseNumberUnknown, nameof(Number));
    }

    /// <exception cref="RefusedException">NothingToSearch.</exception>
    public async Task<IActionResult> OnPostPersonAsync([Bind(Prefix = "Input")] Form input)
    {
        Input = input;
        var subject = new MatchSubject(input.Name, input.BirthYear, Given(input.Phone), Given(input.DocumentNumber));
        Found = MaySearchPersons ? await persons.FindAsync(HttpContext.Account(), subject) : [];
        return Page();
    }

    private static IReadOnlyList<string> Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? [] : [typed];

    /// <summary>A class, and no argument of the handler: the framework's log names the values of those.</summary>
    internal sealed class TypedNumber
    {
        [Required, MaxLength(40)]
        public string? Number { get; set; }
    }
}
