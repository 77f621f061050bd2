using System.Security.Cryptography;
using Hemvag.Data;
using Hemvag.Modules.Accounts.Passkeys;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts.Passwords;

/// <summary>Identity's store on our context. It never saves by itself: the operation that owns the context does.</summary>
internal sealed class AccountStore
    : UserOnlyStore<Account, HemvagDbContext, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>>
{
    public AccountStore(HemvagDbContext context, IdentityErrorDescriber describer)
        : base(context, describer) => AutoSaveChanges = false;

    /// <summary>
    /// The account is tracked already. Identity's own way attaches it anew, by which a second change in one operation
    /// would forget what the database holds.
    /// </summary>
    public override Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken = default)
    {
        user.ConcurrencyStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        return Task.FromResult(IdentityResult.Success);
    }

    public override async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await Passkeys.Where(p => p.CredentialId == credentialId).Select(p => p.AccountId).FirstOrDefaultAsync(cancellationToken) is var id
        && id != Guid.Empty
            ? await Context.Set<Account>().FirstOrDefaultAsync(a => a.Id == id, cancellationToken)
            : null;

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await RowAsync(user, credentialId, cancellationToken))?.ToInfo();

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await Passkeys.Where(p => p.AccountId == user.Id).ToListAsync(cancellationToken)).Select(p => p.ToInfo())];

    public override async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        if (await RowAsync(user, passkey.CredentialId, cancellationToken) is { } row)
        {
            row.SignCount = passkey.SignCount;
            row.IsBackedUp = passkey.IsBackedUp;
            return;
        }

        Context.Add(
            new AccountPasskey
            {
                Id = Guid.CreateVersion7(passkey.CreatedAt),
                AccountId = user.Id,
                CredentialId = passkey.CredentialId,
                PublicKey = passkey.PublicKey,
                Name = passkey.Name ?? "",
                CreatedAt = passkey.CreatedAt.UtcDateTime,
                SignCount = passkey.SignCount,
                Transports = string.Join(' ', (passkey.Transports ?? []).Where(t => t.Length < 20 && t.All(char.IsAsciiLetter)).Take(6)),
                IsBackupEligible = passkey.IsBackupEligible,
                IsBackedUp = passkey.IsBackedUp,
            }
        );
    }

    public override async Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        if (await RowAsync(user, credentialId, cancellationToken) is { } row)
        {
            Context.Remove(row);
        }
    }

    private DbSet<AccountPasskey> Passkeys => Context.Set<AccountPasskey>();

    private Task<AccountPasskey?> RowAsync(Account user, byte[] credentialId, CancellationToken stop) =>
        Passkeys.FirstOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == credentialId, stop);
}
