namespace Hemvag.Modules.Accounts.Session;

/// <summary>What the session check knows beside the account.</summary>
/// <param name="Language">The account's: "sv" or "en".</param>
/// <param name="NeedsSecondFactor">Nothing but setting it up is allowed until then.</param>
internal sealed record CurrentSession(SignInMethod Method, DateTimeOffset Since, string Language, bool NeedsSecondFactor);
