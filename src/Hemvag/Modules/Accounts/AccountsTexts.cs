namespace Hemvag.Modules.Accounts;

/// <summary>Marks the texts of this module: signing in, one's own account, refusals.</summary>
internal sealed class AccountsTexts;
