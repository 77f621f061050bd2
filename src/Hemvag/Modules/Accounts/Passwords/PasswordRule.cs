using Hemvag.Data;
using Microsoft.AspNetCore.Identity;

namespace Hemvag.Modules.Accounts.Passwords;

/// <summary>Twelve characters at least, none of the common passwords; no rule about kinds of characters, which makes people choose worse ones.</summary>
internal sealed class PasswordRule : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    public const int Longest = 200;

    /// <exception cref="RefusedException">PasswordTooShort or PasswordTooCommon.</exception>
    public static void Require(string? password, string field)
    {
        if (Broken(password) is { } refusal)
        {
            throw new RefusedException(refusal, field, Shortest);
        }
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Broken(password) is { } refusal ? IdentityResult.Failed(new IdentityError { Code = refusal.Name }) : IdentityResult.Success);

    private static Refusal? Broken(string? password) =>
        password is null || password.Length is < Shortest or > Longest ? AccountRefusals.PasswordTooShort
        : CommonPasswords.Contain(password) ? AccountRefusals.PasswordTooCommon
        : null;
}
