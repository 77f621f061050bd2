using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Web.Refused;

namespace Hemvag.Modules.Administration;

/// <summary>
/// What an administrator reaches: the accounts of one's own organisation; from national coordination, all of them.
/// Anything else does not exist for them.
/// </summary>
internal sealed class AccountDesk(AccountQueries accounts, AccountRegister register, OrganisationQueries organisations)
{
    public Task<IReadOnlyList<AccountView>> ListAsync(CurrentAccount me) => accounts.ListAsync(SeesAll(me) ? null : me.OrganisationId);

    /// <exception cref="NotThereException">Unknown, or of an organisation out of reach.</exception>
    public async Task<AccountView> GetAsync(CurrentAccount me, Guid accountId) =>
        await accounts.FindAsync(accountId) is { } account && (SeesAll(me) || account.OrganisationId == me.OrganisationId)
            ? account
            : throw new NotThereException();

    /// <inheritdoc cref="AccountQueries.WaitingRemovalAsync"/>
    public Task<SecondFactorRemoval?> RemovalAsync(Guid accountId) => accounts.WaitingRemovalAsync(accountId);

    /// <summary>The organisations in which new accounts may be made.</summary>
    public async Task<IReadOnlyList<OrganisationView>> OrganisationsAsync(CurrentAccount me) =>
        SeesAll(me) ? await organisations.OfAsync() : [await organisations.GetAsync(me.OrganisationId)];

    /// <inheritdoc cref="AccountRegister.CreateAsync"/>
    public Task<(Guid Id, string? PasswordCode)> CreateAsync(CurrentAccount me, Guid operationId, NewAccount wanted) =>
        SeesAll(me) || wanted.OrganisationId == me.OrganisationId
            ? register.CreateAsync(operationId, me.Actor, wanted)
            : throw new NotThereException();

    /// <summary>Checks reach, then lets the register act.</summary>
    public async Task<T> WithAsync<T>(CurrentAccount me, Guid accountId, Func<AccountRegister, Task<T>> act)
    {
        await GetAsync(me, accountId);
        return await act(register);
    }

    private static bool SeesAll(CurrentAccount me) => me.OrganisationKind == OrganisationKind.NationalCoordination;
}
