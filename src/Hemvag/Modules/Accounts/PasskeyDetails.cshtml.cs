using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Accounts;

/// <summary>One of one's own passkeys: call it something else, or remove it. Another's does not exist here.</summary>
[ForRoles, NeedsProof]
internal sealed class PasskeyDetailsModel(AccountQueries accounts, OwnPasskeys passkeys) : AccountPageModel, ILoadsForRedisplay
{
    [BindProperty(SupportsGet = true)]
    public Guid PasskeyId { get; set; }

    [BindProperty, MaxLength(AccountPasskey.LongestName)]
    public string? Name { get; set; }

    internal PasskeyView Passkey { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Name = Passkey.Name;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        await passkeys.RenameAsync(OperationId, Me.Actor, Me.Id, PasskeyId, Name);
        return Redirect("/account/ways");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await passkeys.RemoveAsync(OperationId, Me.Actor, Me.Id, PasskeyId, MySession.Id);
        return Redirect("/account/ways");
    }

    public async Task LoadAsync() =>
        Passkey = (await accounts.PasskeysAsync(Me.Id)).FirstOrDefault(p => p.Id == PasskeyId) ?? throw new NotThereException();
}
