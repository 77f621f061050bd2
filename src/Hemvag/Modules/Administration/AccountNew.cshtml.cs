using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Administration;

/// <summary>Makes an account and shows its one-time code, once.</summary>
[ForRoles(Role.Administrator)]
internal sealed class AccountNewModel(AccountDesk desk, IStringLocalizer<ProgrammesTexts> words) : AccountPageModel, ILoadsForRedisplay
{
    [BindProperty, MaxLength(120)]
    public string Name { get; set; } = "";

    [BindProperty, MaxLength(200)]
    public string Mail { get; set; } = "";

    [BindProperty, Required]
    public Guid? OrganisationId { get; set; }

    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    [BindProperty, Required, RegularExpression("^(sv|en)$")]
    public string? Language { get; set; }

    internal IReadOnlyList<Choice> Organisations { get; private set; } = [];

    /// <summary>The roles that some organisation within reach has.</summary>
    internal IReadOnlyList<Choice> RoleChoices { get; private set; } = [];

    internal IReadOnlyList<Choice> Languages { get; } = [new("sv", "Svenska"), new("en", "English")];

    internal Guid CreatedId { get; private set; }

    internal string? PasswordCode { get; private set; }

    public Task OnGetAsync()
    {
        Language = "sv";
        OrganisationId = Me.OrganisationId;
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        (CreatedId, PasswordCode) = await desk.CreateAsync(Me, OperationId, new NewAccount(Mail, Name, OrganisationId!.Value, Language!, Roles));
        return PasswordCode is null ? Redirect($"/admin/accounts/{CreatedId}") : Page();
    }

    public async Task LoadAsync()
    {
        var reach = await desk.OrganisationsAsync(Me);
        Organisations = [.. reach.Select(o => new Choice(o.Id.ToString(), o.Name))];
        var roles = reach.SelectMany(o => RoleRules.For(o.Kind)).Distinct().Order();
        RoleChoices = [.. roles.Select(r => new Choice(r.ToString(), words[$"Role.{r}"]))];
    }
}
