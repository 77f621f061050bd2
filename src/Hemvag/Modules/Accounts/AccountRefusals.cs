using Hemvag.Data;

namespace Hemvag.Modules.Accounts;

/// <summary>Why something about an account was refused.</summary>
internal static class AccountRefusals
{
    /// <summary>One answer for a wrong password, an unknown address, a closed account and too many attempts alike.</summary>
    public static readonly Refusal SignInRefused = Of("SignInRefused");
    public static readonly Refusal CodeRefused = Of("CodeRefused");
    public static readonly Refusal PasskeyRefused = Of("PasskeyRefused");
    public static readonly Refusal PasskeyGone = Of("PasskeyGone");
    public static readonly Refusal PasskeyNameMissing = Of("PasskeyNameMissing");
    public static readonly Refusal TooManyPasskeys = Of("TooManyPasskeys");
    public static readonly Refusal LastWayIn = Of("LastWayIn");
    public static readonly Refusal ExternalNotYours = Of("ExternalNotYours");
    public static readonly Refusal ExternalTaken = Of("ExternalTaken");
    public static readonly Refusal ExternalNotShown = Of("ExternalNotShown");
    public static readonly Refusal LinkRefused = Of("LinkRefused");
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
    public static readonly Refusal RecoveryAndLink = Of("RecoveryAndLink");
    public static readonly Refusal OneOfOrganisation = Of("OneOfOrganisation");
    public static readonly Refusal HaveYouSpoken = Of("HaveYouSpoken");
    public static readonly Refusal AccountIsClosed = Of("AccountIsClosed");

    public static readonly Refusal CoverColleagueMissing = Of("CoverColleagueMissing");
    public static readonly Refusal CoverDays = Of("CoverDays");
    public static readonly Refusal CoverAlready = Of("CoverAlready");
    public static readonly Refusal CoverOver = Of("CoverOver");

    private static Refusal Of(string name) => new(name, typeof(AccountsTexts));
}
