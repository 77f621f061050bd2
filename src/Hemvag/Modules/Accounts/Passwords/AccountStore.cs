using System.Security.Cryptography;
using Hemvag.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

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
}
