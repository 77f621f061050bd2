using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.Links;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Administration;

/// <summary>Makes an account. Its owner gets a link by mail; where no mail goes out it is shown here, once.</summary>
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

    /// <summary>The link to pass on; null where it was mailed.</summary>
    internal string? Link { get; private set; }

    public Task OnGetAsync()
    {
        Language = "sv";
        OrganisationId = Me.OrganisationId;
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        (CreatedId, var token) = await desk.CreateAsync(Me, OperationId, new NewAccount(Mail, Name, OrganisationId!.Value, Language!, Roles));
        if (token is null)
        {
            return Redirect($"/admin/accounts/{CreatedId}");
        }

        Link = LinkTokens.Address($"{Request.Scheme}://{Request.Host}", token);
        return Page();
    }

    public async Task LoadAsync()
    {
        var reach = await desk.OrganisationsAsync(Me);
        Organisations = [.. reach.Select(o => new Choice(o.Id.ToString(), o.Name))];
        var roles = reach.SelectMany(o => RoleRules.For(o.Kind)).Distinct().Order();
        RoleChoices = [.. roles.Select(r => new Choice(r.ToString(), words[$"Role.{r}"]))];
    }
}
