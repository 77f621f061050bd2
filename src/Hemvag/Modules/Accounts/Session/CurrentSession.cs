namespace Hemvag.Modules.Accounts.Session;

/// <summary>What the session check knows beside the account.</summary>
/// <param name="Language">The account's: "sv" or "en".</param>
/// <param name="HasSecondFactor">The account has an authenticator app or a passkey.</param>
/// <param name="NeedsSecondFactor">Nothing but setting it up is allowed until then.</param>
internal sealed record CurrentSession(Guid Id, SignInMethod Method, DateTime Since, string Language, bool HasSecondFactor, bool NeedsSecondFactor);
