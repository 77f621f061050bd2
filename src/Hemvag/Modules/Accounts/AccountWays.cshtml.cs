using Hemvag.Modules.Accounts.External;
using Hemvag.Modules.Organisations;
using Hemvag.Web.Refused;

namespace Hemvag.Modules.Accounts;

/// <summary>The ways into one's own account: passkeys, password and authenticator app.</summary>
[ForRoles]
internal sealed class AccountWaysModel(AccountQueries accounts, ExternalProviders providers, OrganisationQueries organisations) : AccountPageModel
{
    internal AccountView Account { get; private set; } = null!;

    internal IReadOnlyList<PasskeyView> Passkeys { get; private set; } = [];

    /// <summary>The own sign-ins of the reader's organisation, and whether the account is linked with each.</summary>
    internal IReadOnlyList<(ExternalProvider Provider, bool IsLinked)> External { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Account = await accounts.FindAsync(Me.Id) ?? throw new NotThereException();
        Passkeys = await accounts.PasskeysAsync(Me.Id);
        var own = new List<ExternalProvider>();
        foreach (var provider in providers.All)
        {
            if ((await organisations.FindByCodeAsync(provider.Organisation))?.Id == Me.OrganisationId)
            {
                own.Add(provider);
            }
        }

        var linked = own.Count == 0 ? [] : await accounts.IdentitiesAsync(Me.Id);
        External = [.. own.Select(p => (p, linked.Contains(p.Key)))];
    }
}
