namespace Hemvag.Modules.Accounts;

/// <summary>Where the session check leaves the account it has read, and where everyone takes it from.</summary>
internal static class SignedIn
{
    /// <exception cref="InvalidOperationException">On a page that lets anonymous readers in.</exception>
    public static CurrentAccount Account(this HttpContext http) =>
        http.AccountOrNull() ?? throw new InvalidOperationException("Nobody is signed in.");

    public static CurrentAccount? AccountOrNull(this HttpContext http) => http.Features.Get<CurrentAccount>();
}
