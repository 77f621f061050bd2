namespace Hemvag.Modules.Accounts.Passkeys;

/// <summary>The button that shows a passkey to a page.</summary>
/// <param name="Page">Its path; the page has the handlers PasskeyOptions and Passkey.</param>
/// <param name="Return">Where to go afterwards.</param>
internal sealed record ShowPasskey(string Page, string? Return);
