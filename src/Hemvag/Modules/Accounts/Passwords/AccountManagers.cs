using Hemvag.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hemvag.Modules.Accounts.Passwords;

/// <summary>Identity's manager over the context of an operation, so that what it changes is part of the operation's one save.</summary>
internal sealed class AccountManagers(
    IOptions<IdentityOptions> options,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer normaliser,
    IdentityErrorDescriber describer,
    IServiceProvider services,
    ILogger<UserManager<Account>> log
)
{
    public UserManager<Account> Over(HemvagDbContext db) =>
        new(new AccountStore(db, describer), options, hasher, [], [new PasswordRule()], normaliser, describer, services, log);
}
