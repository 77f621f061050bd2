using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Passwords;
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
internal sealed class AccountRegister(Operations operations, AccountManagers managers, OrganisationQueries organisations, TimeProvider time)
{
    /// <returns>The account's id and the one-time code to choose a password with; the code is null when the same form was sent before.</returns>
    /// <exception cref="RefusedException">MailTaken, MailInvalid, OrganisationUnknown, RoleNotForOrganisation, RolesConflict, OversightConflict.</exception>
    public async Task<(Guid Id, string? PasswordCode)> CreateAsync(Guid operationId, Actor by, NewAccount wanted)
    {
        var organisation =
            await organisations.FindAsync(wanted.OrganisationId)
            ?? throw new RefusedException(AccountRefusals.OrganisationUnknown, nameof(NewAccount.OrganisationId));
        RoleRules.Require(organisation.Kind, wanted.Roles, nameof(NewAccount.Roles));
        MailRule.Require(wanted.Mail, nameof(NewAccount.Mail));
        // The same form sent twice means the same account.
        var id = wanted.Id ?? operationId;
        var code = PasswordCode.New();
        var done = await operations.RunAsync(operationId, Streams.Account(id), "CreateAccount", by, work => CreateAsync(work, id, wanted, code));
        return (id, done && !wanted.IsDemo ? code : null);
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
                account.PasswordCodeHash = null;
                work.Record(new AccountClosed(accountId));
                AccountLeft.Schedule(work, accountId);
                await users.UpdateSecurityStampAsync(account);
            }
        );

    /// <summary>Asks that the account may set up another authenticator app. Takes effect when another administrator does it.</summary>
    /// <exception cref="RefusedException">OwnAccount, AccountIsClosed, AdministratorTooNew, SecondFactorAndCode.</exception>
    public Task<bool> AskSecondFactorResetAsync(Guid operationId, Actor by, Guid accountId) =>
        ChangeAsync(
            operationId,
            by,
            accountId,
            TwoAdministrators.Asking,
            async (work, _, _) =>
            {
                RefuseOwn(by, accountId);
                await TwoAdministrators.RequireMayRemoveAsync(work, accountId);
                work.Record(new SecondFactorResetAsked(accountId));
                await OwnerNotice.TellAsync(work, accountId, nameof(SecondFactorResetAsked));
            }
        );

    /// <summary>Lets the account set up another authenticator app, as another administrator has asked.</summary>
    /// <exception cref="RefusedException">OwnAccount, AccountIsClosed, AnotherAdministrator, AdministratorTooNew, SecondFactorAndCode.</exception>
    public Task<bool> ResetSecondFactorAsync(Guid operationId, Actor by, Guid accountId) =>
        ChangeAsync(
            operationId,
            by,
            accountId,
            TwoAdministrators.Removing,
            async (work, account, users) =>
            {
                RefuseOwn(by, accountId);
                if (await TwoAdministrators.WaitingAsync(work.Db, accountId, work.Now) is not { } asked || asked.By == by.AccountId)
                {
                    throw new RefusedException(AccountRefusals.AnotherAdministrator);
                }

                await TwoAdministrators.RequireMayRemoveAsync(work, accountId);
                account.SecondFactorKey = null;
                account.SecondFactorStep = null;
                work.Record(new SecondFactorReset(accountId));
                await users.UpdateSecurityStampAsync(account);
                await OwnerNotice.TellAsync(work, accountId, nameof(SecondFactorReset));
            }
        );

    /// <summary>A new one-time code to choose a password with. Only someone else can give it.</summary>
    /// <returns>Null when the same form was sent before.</returns>
    /// <exception cref="RefusedException">OwnAccount, AccountIsClosed, SecondFactorAndCode.</exception>
    public async Task<string?> IssuePasswordCodeAsync(Guid operationId, Actor by, Guid accountId)
    {
        var code = PasswordCode.New();
        var done = await ChangeAsync(
            operationId,
            by,
            accountId,
            TwoAdministrators.IssuingCode,
            async (work, account, _) =>
            {
                RefuseOwn(by, accountId);
                await TwoAdministrators.RequireMayIssueCodeAsync(work, account);
                Issue(work, account, code);
                await OwnerNotice.TellAsync(work, accountId, nameof(PasswordCodeIssued));
            }
        );
        return done ? code : null;
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

    private async Task CreateAsync(OperationWork work, Guid id, NewAccount wanted, string code)
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
            Issue(work, account, code);
        }
    }

    private static void Issue(OperationWork work, Account account, string code)
    {
        account.PasswordCodeHash = PasswordCode.Hash(code);
        account.PasswordCodeEndsAt = work.Now + PasswordCode.Lasts;
        work.Record(new PasswordCodeIssued(account.Id, account.PasswordCodeEndsAt.Value));
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
}
