using Hemvag.Data;
using Hemvag.Modules.Accounts.External;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Accounts;

/// <summary>Links one's own account with the organisation's own sign-in: goes there, comes back, says yes. Or unlinks it.</summary>
[ForRoles, NeedsProof]
internal sealed class AccountExternalModel(ExternalProviders providers, ExternalSignIns external, OwnIdentities identities, AccountQueries accounts)
    : AccountPageModel,
        ILoadsForRedisplay
{
    [BindProperty(SupportsGet = true)]
    public string? Provider { get; set; }

    internal ExternalProvider Known { get; private set; } = null!;

    /// <summary>The provider has said who this is; the owner's yes is still to come.</summary>
    internal bool IsShown { get; private set; }

    internal bool IsLinked { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnGetGoAsync()
    {
        await LoadAsync();
        var properties = ExternalHandshake.Begin();
        properties.Items[ExternalHandshake.LinkItem] = Me.Id.ToString();
        return Challenge(properties, Known.Scheme);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var shown = external.Pending(HttpContext, Me.Id, Known.Key) ?? throw new RefusedException(AccountRefusals.ExternalNotShown);
        await identities.LinkAsync(OperationId, Me, Known, shown);
        external.Forget(HttpContext);
        return Redirect("/account/ways");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await LoadAsync();
        if (IsLinked)
        {
            await identities.UnlinkAsync(OperationId, Me, Known.Key, MySession.Id);
        }

        return Redirect("/account/ways");
    }

    public async Task LoadAsync()
    {
        Known = providers.Find(Provider) ?? throw new NotThereException();
        IsLinked = (await accounts.IdentitiesAsync(Me.Id)).Contains(Known.Key);
        IsShown = !IsLinked && external.Pending(HttpContext, Me.Id, Known.Key) is not null;
    }
}
