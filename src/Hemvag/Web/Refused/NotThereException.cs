namespace Hemvag.Web.Refused;

/// <summary>
/// Answers 404, for what does not exist and for what this user may not see alike. For loading code that can't
/// return a result; a page handler returns <c>NotFound()</c>.
/// </summary>
public sealed class NotThereException() : Exception("Not there, or not for this user.");
