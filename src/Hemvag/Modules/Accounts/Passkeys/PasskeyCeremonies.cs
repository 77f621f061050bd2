using Hemvag.Data;
using Hemvag.Modules.Accounts.Passwords;
using Hemvag.Modules.Accounts.Session;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hemvag.Modules.Accounts.Passkeys;

/// <param name="Owner">Whose it is.</param>
/// <param name="Passkey">With the count of uses that the authenticator has just said.</param>
internal sealed record ShownPasskey(Account Owner, UserPasskeyInfo Passkey);

/// <summary>
/// The framework's two conversations with an authenticator: making a passkey, and showing one. What was asked is kept in a cookie until
/// the answer comes, five minutes at most. Nothing is saved here.
/// </summary>
internal sealed class PasskeyCeremonies(
    IDbContextFactory<HemvagDbContext> contexts,
    AccountManagers managers,
    IOptions<IdentityPasskeyOptions> options,
    IDataProtectionProvider protection
)
{
    // The first letter says which conversation it was: one's answer is none to the other.
    private const string Making = "m";
    private const string Showing = "s";
    private readonly ProtectedCookie asked = new("passkey", protection, TimeSpan.FromMinutes(5));

    /// <returns>What the browser's script is to ask for, as JSON.</returns>
    public async Task<string> AskToMakeAsync(HttpContext http, Account account)
    {
        await using var db = contexts.CreateDbContext();
        var made = await Over(db)
            .MakeCreationOptionsAsync(
                new PasskeyUserEntity
                {
                    Id = account.Id.ToString(),
                    Name = account.Email ?? account.DisplayName,
                    DisplayName = account.DisplayName,
                },
                http
            );
        asked.Write(http, Making + made.AttestationState);
        return made.CreationOptionsJson;
    }

    /// <returns>The new passkey; null when the answer is none to what was asked, or not for this account.</returns>
    public async Task<UserPasskeyInfo?> MadeAsync(HttpContext http, Guid accountId, string? credential)
    {
        if (TakeState(http, Making) is not { } state || string.IsNullOrWhiteSpace(credential))
        {
            return null;
        }

        await using var db = contexts.CreateDbContext();
        var result = await Over(db)
            .PerformAttestationAsync(
                new PasskeyAttestationContext
                {
                    HttpContext = http,
                    CredentialJson = credential,
                    AttestationState = state,
                }
            );
        return result.Succeeded && result.UserEntity.Id == accountId.ToString() && result.Passkey.IsUserVerified ? result.Passkey : null;
    }

    /// <summary>Asks for any passkey of this installation: nobody is named before it is shown.</summary>
    public async Task<string> AskToShowAsync(HttpContext http)
    {
        await using var db = contexts.CreateDbContext();
        var made = await Over(db).MakeRequestOptionsAsync(null, http);
        asked.Write(http, Showing + made.AssertionState);
        return made.RequestOptionsJson;
    }

    /// <returns>Whose passkey was shown; null when it is none of ours, or the answer is none to what was asked.</returns>
    public async Task<ShownPasskey?> ShownAsync(HttpContext http, string? credential)
    {
        if (TakeState(http, Showing) is not { } state || string.IsNullOrWhiteSpace(credential))
        {
            return null;
        }

        await using var db = contexts.CreateDbContext();
        var result = await Over(db)
            .PerformAssertionAsync(
                new PasskeyAssertionContext
                {
                    HttpContext = http,
                    CredentialJson = credential,
                    AssertionState = state,
                }
            );
        return result.Succeeded && result.Passkey.IsUserVerified ? new ShownPasskey(result.User, result.Passkey) : null;
    }

    private PasskeyHandler<Account> Over(HemvagDbContext db) => new(managers.Over(db), options);

    private string? TakeState(HttpContext http, string which)
    {
        var state = asked.Read(http);
        asked.Delete(http);
        return state?.StartsWith(which, StringComparison.Ordinal) == true ? state[which.Length..] : null;
    }
}
