namespace Hemvag.Modules.Accounts;

/// <summary>The application does not start; the message says in one sentence why and what to do.</summary>
internal sealed class AccountsRefusedException(string message) : Exception(message);
