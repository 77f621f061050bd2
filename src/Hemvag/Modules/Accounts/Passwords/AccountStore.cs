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
}
