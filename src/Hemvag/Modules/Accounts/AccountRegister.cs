using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Links;
using Hemvag.Modules.Accounts.Passwords;
using Hemvag.Modules.Accounts.Recovery;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts;

/// <param name="Mail">Also what the account signs in with.</param>
/// <param name="Language">"sv" or "en".</param>
/// <param name="Id">Given by the demo alone, which wants the same ids every time.</param>
internal sealed record NewAccount(
    string Mail,
    string Name,
    Guid OrganisationId,
    string Language,
    IReadOnlyCollection<Role> Roles,
    Guid? Id = null,
    bool IsDemo = false
);

/// <summary>Makes and closes accounts, gives and takes roles. Each is an operation in the account's own stream.</summary>
internal sealed class AccountRegister(
    Operations operations,
    AccountManagers managers,
    OrganisationQueries organisations,
    LinkTokens tokens,
    TimeProvider time
)
{
    /// <param name="way">Who gets the link to begin with. A demo account has none.</param>
    /// <returns>The account's id, and the token of the link where it is to be shown; null too when the same form was sent before.</returns>
    /// <exception cref="RefusedException">MailTaken, MailInvalid, OrganisationUnknown, RoleNotForOrganisation, RolesConflict, OversightConflict.</exception>
    public async Task<(Guid Id, string? Token)> CreateAsync(Guid operationId, Actor by, NewAccount wanted, LinkWay way = LinkWay.Shown)
    {
        var organisation =
            await organisations.FindAsync(wanted.OrganisationId)
            ?? throw new RefusedException(AccountRefusals.OrganisationUnknown, nameof(NewAccount.OrganisationId));
        RoleRules.Require(organisation.Kind, wanted.Roles, nameof(NewAccount.Roles));
        MailRule.Require(wanted.Mail, nameof(NewAccount.Mail));
        // The same form sent twice means the same account.
        var id = wanted.Id ?? operationId;
        var token = wanted.IsDemo || way == LinkWay.ByMail ? null : LinkTokens.New();
        var done = await operations.RunAsync(operationId, Streams.Account(id), "CreateAccount", by, work => CreateAsync(work, id, wanted, token));
        return (id, done ? token : null);
    }

    /// <summary>Makes the account hold exactly these roles.</summary>
    /// <exception cref="RefusedException">OwnAccount, LastAdministrator, RoleNotForOrganisation, RolesConflict, OversightConflict, AccountIsClosed.</exception>
    public Task<bool> SetRolesAsync(Guid operationId, Actor by, Guid accountId, IReadOnlyCollection<Role> roles) =>
        ChangeAsync(
            operationId,
            by,
            accountId,
            "SetRoles",
            async (work, account, users) =>
            {
                RefuseOwn(by, accountId);
                var kind = (await organisations.GetAsync(account.OrganisationId)).Kind;
                RoleRules.Require(kind, roles, "Roles");
                var held = await work.Db.Set<AccountRole>().Where(r => r.AccountId == accountId).ToListAsync();
                foreach (var taken in held.Where(r => !roles.Contains(r.Role)))
                {
                    await AdministratorGuard.RequireAnotherAsync(work, accountId, taken.Role);
                    work.Db.Remove(taken);
                    work.Record(new RoleTaken(accountId, taken.Role));
                }

                if (held.Any(r => !roles.Contains(r.Role)))
                {
                    AccountLeft.Schedule(work, accountId);
                }

                foreach (var given in roles.Distinct().Where(r => held.All(h => h.Role != r)))
                {
                    Give(work, accountId, given);
                }

                await SessionRows.EndAllAsync(work, accountId);
                await users.UpdateSecurityStampAsync(account);
            }
        );

    /// <summary>For ever: whoever comes back gets a new account.</summary>
    /// <exception cref="RefusedException">LastAdministrator, AccountIsClosed.</exception>
    public Task<bool> CloseAsync(Guid operationId, Actor by, Guid accountId) =>
        ChangeAsync(
            operationId,
            by,
            accountId,
            "CloseAccount",
            async (work, account, users) =>
            {
                await AdministratorGuard.RequireAnotherAsync(work, accountId, Role.Administrator);
                account.ClosedAt = work.Now;
                await LinkIssue.WithdrawAsync(work, accountId);
                work.Record(new AccountClosed(accountId));
                AccountLeft.Schedule(work, accountId);
                await SessionRows.EndAllAsync(work, accountId);
                await users.UpdateSecurityStampAsync(account);
            }
        );

    /// <summary>
    /// The first administrator's word that the owner has lost the ways in and was spoken with. Takes effect when another gives theirs.
    /// </summary>
    /// <exception cref="RefusedException">HaveYouSpoken, OwnAccount, AccountIsClosed, AdministratorTooNew, RecoveryAndLink.</exception>
    public Task<bool> ConfirmRecoveryAsync(Guid operationId, Actor by, Guid accountId, bool hasSpoken) =>
        ChangeAsync(
            operationId,
            by,
            accountId,
            TwoAdministrators.Confirming,
            async (work, _, _) =>
            {
                RequireSpoken(hasSpoken);
                RefuseOwn(by, accountId);
                await TwoAdministrators.RequireMayConfirmAsync(work, accountId);
                work.Record(new RecoveryConfirmed(accountId));
                await OwnerNotice.TellAsync(work, accountId, nameof(RecoveryConfirmed));
            }
        );

    /// <summary>The second administrator's word: a link goes out that begins anew. Until it is used the old ways in go on.</summary>
    /// <param name="way">Where no mail goes out, a third administrator has to show the link: neither of the two holds it.</param>
    /// <exception cref="RefusedException">
    /// HaveYouSpoken, OwnAccount, AccountIsClosed, AnotherAdministrator, OneOfOrganisation, AdministratorTooNew, RecoveryAndLink.
    /// </exception>
    public Task<bool> ApproveRecoveryAsync(Guid operationId, Actor by, Guid accountId, bool hasSpoken, LinkWay way) =>
        ChangeAsync(
            operationId,
            by,
            accountId,
            TwoAdministrators.Approving,
            async (work, account, _) =>
            {
                RequireSpoken(hasSpoken);
                RefuseOwn(by, accountId);
                await TwoAdministrators.RequireMayApproveAsync(work, account);
                work.Record(new RecoveryApproved(accountId));
                await LinkIssue.IssueAsync(work, accountId, LinkPurpose.Recovery, null, mailed: way == LinkWay.ByMail);
                await OwnerNotice.TellAsync(work, accountId, nameof(RecoveryApproved));
            }
        );

    /// <summary>A new link for the owner; it takes the place of one that was not used. Only someone else can give it.</summary>
    /// <returns>The token where it is to be shown; null when it is mailed, or the same form was sent before.</returns>
    /// <exception cref="RefusedException">OwnAccount, AccountIsClosed, RecoveryAndLink.</exception>
    public async Task<string?> IssueLinkAsync(Guid operationId, Actor by, Guid accountId, LinkWay way)
    {
        var token = way == LinkWay.Shown ? LinkTokens.New() : null;
        var done = await ChangeAsync(
            operationId,
            by,
            accountId,
            TwoAdministrators.IssuingLink,
            async (work, account, _) =>
            {
                RefuseOwn(by, accountId);
                await TwoAdministrators.RequireMayIssueLinkAsync(work, account);
                var purpose = await LinkIssue.LiveAsync(work, accountId) ?? LinkPurpose.Entry;
                await LinkIssue.IssueAsync(work, accountId, purpose, token is null ? null : tokens.Mac(token), mailed: token is null);
                await OwnerNotice.TellAsync(work, accountId, nameof(LinkIssued));
            }
        );
        return done ? token : null;
    }

    private Task<bool> ChangeAsync(
        Guid operationId,
        Actor by,
        Guid accountId,
        string kind,
        Func<OperationWork, Account, Microsoft.AspNetCore.Identity.UserManager<Account>, Task> change
    ) =>
        operations.RunAsync(
            operationId,
            Streams.Account(accountId),
            kind,
            by,
            async work =>
            {
                var account = await work.Db.Set<Account>().FirstAsync(a => a.Id == accountId);
                if (account.ClosedAt is not null)
                {
                    throw new RefusedException(AccountRefusals.AccountIsClosed);
                }

                await change(work, account, managers.Over(work.Db));
                if (work.Events.Count == 0)
                {
                    work.Record(new NothingChanged(accountId));
                }
            }
        );

    private async Task CreateAsync(OperationWork work, Guid id, NewAccount wanted, string? token)
    {
        var account = new Account
        {
            Id = id,
            UserName = wanted.Mail.Trim(),
            Email = wanted.Mail.Trim(),
            DisplayName = wanted.Name.Trim(),
            OrganisationId = wanted.OrganisationId,
            Language = wanted.Language == "en" ? "en" : "sv",
            IsDemo = wanted.IsDemo,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        var users = managers.Over(work.Db);
        if (await users.FindByNameAsync(account.UserName) is not null)
        {
            throw new RefusedException(AccountRefusals.MailTaken, nameof(NewAccount.Mail));
        }

        await users.CreateAsync(account);
        work.Record(new AccountCreated(id, wanted.OrganisationId));
        foreach (var role in wanted.Roles.Distinct())
        {
            Give(work, id, role);
        }

        if (!wanted.IsDemo)
        {
            await LinkIssue.IssueAsync(work, id, LinkPurpose.Entry, token is null ? null : tokens.Mac(token), mailed: token is null);
        }
    }

    private static void Give(OperationWork work, Guid accountId, Role role)
    {
        work.Db.Add(
            new AccountRole
            {
                Id = work.NewId(),
                AccountId = accountId,
                Role = role,
            }
        );
        work.Record(new RoleGiven(accountId, role));
    }

    private static void RefuseOwn(Actor by, Guid accountId)
    {
        if (by.AccountId == accountId)
        {
            throw new RefusedException(AccountRefusals.OwnAccount);
        }
    }

    private static void RequireSpoken(bool hasSpoken)
    {
        if (!hasSpoken)
        {
            throw new RefusedException(AccountRefusals.HaveYouSpoken, "Spoken");
        }
    }
}
