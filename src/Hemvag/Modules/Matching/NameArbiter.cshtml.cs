using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Matching;

/// <summary>An administrator of national coordination names the arbiter.</summary>
[ForRoles(Role.Administrator, At = [OrganisationKind.NationalCoordination])]
internal sealed class NameArbiterModel(Arbiters arbiters) : AccountPageModel, ILoadsForRedisplay
{
    [BindProperty, Required]
    public Guid? AccountId { get; set; }

    public string? ArbiterName { get; private set; }

    internal IReadOnlyList<Choice> Possible { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await arbiters.NameAsync(Me, OperationId, AccountId!.Value);
        return Redirect("/admin/arbiter");
    }

    public async Task LoadAsync()
    {
        ArbiterName = (await arbiters.CurrentAsync())?.DisplayName;
        Possible = [.. (await arbiters.PossibleAsync(Me)).Select(a => new Choice(a.Id.ToString(), a.DisplayName))];
    }
}
