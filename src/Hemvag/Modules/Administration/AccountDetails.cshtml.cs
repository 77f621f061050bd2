using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Administration;

/// <summary>One account: roles, one-time code, second factor, closing. Never one's own roles or second factor.</summary>
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

    internal string? PasswordCode { get; private set; }

    /// <summary>A request to remove the second factor that waits for another administrator.</summary>
    internal SecondFactorRemoval? Removal { get; private set; }

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

    public async Task<IActionResult> OnPostAskSecondFactorAsync()
    {
        await desk.WithAsync(Me, Id, register => register.AskSecondFactorResetAsync(OperationId, Me.Actor, Id));
        return Redirect($"/admin/accounts/{Id}");
    }

    public async Task<IActionResult> OnPostSecondFactorAsync()
    {
        await desk.WithAsync(Me, Id, register => register.ResetSecondFactorAsync(OperationId, Me.Actor, Id));
        return Redirect($"/admin/accounts/{Id}");
    }

    public async Task<IActionResult> OnPostCodeAsync()
    {
        PasswordCode = await desk.WithAsync(Me, Id, register => register.IssuePasswordCodeAsync(OperationId, Me.Actor, Id));
        await OnGetAsync();
        return Page();
    }

    public async Task LoadAsync()
    {
        Account = await desk.GetAsync(Me, Id);
        Removal = await desk.RemovalAsync(Id);
        var organisation = await organisations.GetAsync(Account.OrganisationId);
        Organisation = organisation.Name;
        RoleChoices = [.. RoleRules.For(organisation.Kind).Select(r => new Choice(r.ToString(), words[$"Role.{r}"]))];
    }
}
