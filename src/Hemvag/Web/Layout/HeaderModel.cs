namespace Hemvag.Web.Layout;

/// <summary>The header of a signed-in page.</summary>
/// <param name="Name">The signed-in person's name.</param>
/// <param name="Function">Role and office, in the reader's language.</param>
/// <param name="Links">In order; where the user may not go there is no link.</param>
/// <param name="FindsCases">Whether the field for a case number is shown.</param>
public sealed record HeaderModel(string Name, string Function, IReadOnlyList<HeaderLink> Links, bool FindsCases);

/// <summary>One place in the header.</summary>
/// <param name="Count">What waits there, or null where nothing is counted.</param>
public sealed record HeaderLink(string Text, string Path, int? Count, bool Current);
