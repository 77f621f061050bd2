using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.Links;
using Hemvag.Modules.Accounts.Recovery;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Administration;

/// <summary>One account: roles, link, recovery, closing. Never one's own roles or ways in.</summary>
[ForRoles(Role.Administrator)]
internal sealed class AccountDetailsModel(AccountDesk desk, OrganisationQueries organisations, IStringLocalizer<ProgrammesTexts> words)
    : AccountPageModel,
        ILoadsForRedisplay
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    internal AccountView Account { get; private set; } = null!;

    internal string Organisation { get; private set; } = "";

    internal IReadOnlyList<Choice> RoleChoices { get; private set; } = [];

    /// <summary>A link to pass on, shown this once.</summary>
    internal string? Link { get; private set; }

    /// <summary>The link that can still be used.</summary>
    internal LinkView? LiveLink { get; private set; }

    /// <summary>Ticked by who has spoken with the owner.</summary>
    [BindProperty]
    public bool Spoken { get; set; }

    internal RecoveryState Recovery { get; private set; } = new(null, null);

    internal bool IsOwn => Me.Id == Id;

    internal string State => AccountListModel.StateOf(Account);

    internal string RoleNames => string.Join(", ", Account.Roles.Order().Select(r => words[$"Role.{r}"].Value));

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Roles = [.. Account.Roles];
    }

    public async Task<IActionResult> OnPostRolesAsync()
    {
        await desk.WithAsync(Me, Id, register => register.SetRolesAsync(OperationId, Me.Actor, Id, Roles));
        return Redirect($"/admin/accounts/{Id}");
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        await desk.WithAsync(Me, Id, register => register.CloseAsync(OperationId, Me.Actor, Id));
        return Redirect("/admin/accounts");
    }

    public async Task<IActionResult> OnPostConfirmRecoveryAsync()
    {
        await desk.WithAsync(Me, Id, register => register.ConfirmRecoveryAsync(OperationId, Me.Actor, Id, Spoken));
        return Redirect($"/admin/accounts/{Id}");
    }

    public async Task<IActionResult> OnPostApproveRecoveryAsync()
    {
        await desk.WithAsync(Me, Id, register => register.ApproveRecoveryAsync(OperationId, Me.Actor, Id, Spoken, desk.Way));
        return Redirect($"/admin/accounts/{Id}");
    }

    public async Task<IActionResult> OnPostLinkAsync()
    {
        var token = await desk.WithAsync(Me, Id, register => register.IssueLinkAsync(OperationId, Me.Actor, Id, desk.Way));
        if (token is null)
        {
            return Redirect($"/admin/accounts/{Id}");
        }

        Link = LinkTokens.Address($"{Request.Scheme}://{Request.Host}", token);
        await OnGetAsync();
        return Page();
    }

    public async Task LoadAsync()
    {
        Account = await desk.GetAsync(Me, Id);
        Recovery = await desk.RecoveryAsync(Id);
        LiveLink = await desk.LiveLinkAsync(Id);
        var organisation = await organisations.GetAsync(Account.OrganisationId);
        Organisation = organisation.Name;
        RoleChoices = [.. RoleRules.For(organisation.Kind).Select(r => new Choice(r.ToString(), words[$"Role.{r}"]))];
    }
}
