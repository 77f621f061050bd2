using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.Links;
using Hemvag.Modules.Accounts.Recovery;
using Hemvag.Modules.Organisations;
using Hemvag.Web.Refused;

namespace Hemvag.Modules.Administration;

/// <summary>
/// What an administrator reaches: the accounts of one's own organisation; from national coordination, all of them.
/// Anything else does not exist for them.
/// </summary>
internal sealed class AccountDesk(AccountQueries accounts, AccountRegister register, OrganisationQueries organisations, SmtpOptions smtp)
{
    public Task<IReadOnlyList<AccountView>> ListAsync(CurrentAccount me) => accounts.ListAsync(SeesAll(me) ? null : me.OrganisationId);

    /// <exception cref="NotThereException">Unknown, or of an organisation out of reach.</exception>
    public async Task<AccountView> GetAsync(CurrentAccount me, Guid accountId) =>
        await accounts.FindAsync(accountId) is { } account && (SeesAll(me) || account.OrganisationId == me.OrganisationId)
            ? account
            : throw new NotThereException();

    /// <summary>Where mail goes out nobody but the owner sees a link; elsewhere it is shown once, to pass on.</summary>
    public LinkWay Way => smtp.Host is null ? LinkWay.Shown : LinkWay.ByMail;

    /// <inheritdoc cref="AccountQueries.RecoveryAsync"/>
    public Task<RecoveryState> RecoveryAsync(Guid accountId) => accounts.RecoveryAsync(accountId);

    /// <inheritdoc cref="AccountQueries.WantRecoveryAsync"/>
    public Task<IReadOnlySet<string>> WantRecoveryAsync() => accounts.WantRecoveryAsync();

    /// <inheritdoc cref="AccountQueries.LiveLinkAsync"/>
    public Task<LinkView?> LiveLinkAsync(Guid accountId) => accounts.LiveLinkAsync(accountId);

    /// <summary>The organisations in which new accounts may be made.</summary>
    public async Task<IReadOnlyList<OrganisationView>> OrganisationsAsync(CurrentAccount me) =>
        SeesAll(me) ? await organisations.OfAsync() : [await organisations.GetAsync(me.OrganisationId)];

    /// <inheritdoc cref="AccountRegister.CreateAsync"/>
    public Task<(Guid Id, string? Token)> CreateAsync(CurrentAccount me, Guid operationId, NewAccount wanted) =>
        SeesAll(me) || wanted.OrganisationId == me.OrganisationId
            ? register.CreateAsync(operationId, me.Actor, wanted, Way)
            : throw new NotThereException();

    /// <summary>Checks reach, then lets the register act.</summary>
    public async Task<T> WithAsync<T>(CurrentAccount me, Guid accountId, Func<AccountRegister, Task<T>> act)
    {
        await GetAsync(me, accountId);
        return await act(register);
    }

    private static bool SeesAll(CurrentAccount me) => me.OrganisationKind == OrganisationKind.NationalCoordination;
}
