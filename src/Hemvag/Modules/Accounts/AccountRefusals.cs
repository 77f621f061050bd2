using Hemvag.Data;

namespace Hemvag.Modules.Accounts;

/// <summary>Why something about an account was refused.</summary>
internal static class AccountRefusals
{
    /// <summary>One answer for a wrong password, an unknown address, a closed account and too many attempts alike.</summary>
    public static readonly Refusal SignInRefused = Of("SignInRefused");
    public static readonly Refusal CodeRefused = Of("CodeRefused");
    public static readonly Refusal PasswordCodeRefused = Of("PasswordCodeRefused");
    public static readonly Refusal PasswordTooShort = Of("PasswordTooShort");
    public static readonly Refusal PasswordTooCommon = Of("PasswordTooCommon");
    public static readonly Refusal MailTaken = Of("MailTaken");
    public static readonly Refusal MailInvalid = Of("MailInvalid");
    public static readonly Refusal OrganisationUnknown = Of("OrganisationUnknown");
    public static readonly Refusal RoleNotForOrganisation = Of("RoleNotForOrganisation");
    public static readonly Refusal RolesConflict = Of("RolesConflict");
    public static readonly Refusal OversightConflict = Of("OversightConflict");
    public static readonly Refusal OwnAccount = Of("OwnAccount");
    public static readonly Refusal LastAdministrator = Of("LastAdministrator");
    public static readonly Refusal AdministratorTooNew = Of("AdministratorTooNew");
    public static readonly Refusal AnotherAdministrator = Of("AnotherAdministrator");
    public static readonly Refusal SecondFactorAndCode = Of("SecondFactorAndCode");
    public static readonly Refusal AccountIsClosed = Of("AccountIsClosed");

    public static readonly Refusal CoverColleagueMissing = Of("CoverColleagueMissing");
    public static readonly Refusal CoverDays = Of("CoverDays");
    public static readonly Refusal CoverAlready = Of("CoverAlready");
    public static readonly Refusal CoverOver = Of("CoverOver");

    private static Refusal Of(string name) => new(name, typeof(AccountsTexts));
}
