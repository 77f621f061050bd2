namespace Hemvag.Data;

/// <summary>The application does not start, and the message says in one sentence why and what to do.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
