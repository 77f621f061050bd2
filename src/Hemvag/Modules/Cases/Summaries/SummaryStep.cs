namespace Hemvag.Modules.Cases.Summaries;

/// <summary>A step that can be printed: what is known of it without reading the case.</summary>
/// <param name="Name">The last part of the summary's address.</param>
/// <param name="Texts">The resource class that holds its name.</param>
/// <param name="Title">The key of its name.</param>
/// <param name="Pages">The pages of the case that link to it, as the last part of their address; empty for the overview.</param>
/// <param name="Operations">The kinds of operation that belong to it; each operation on a case to one step at most.</param>
/// <param name="MaySee">Whether the account sees the step's own page.</param>
internal sealed record SummaryStep(
    string Name,
    Type Texts,
    string Title,
    IReadOnlyList<string> Pages,
    IReadOnlySet<string> Operations,
    Func<CaseHandle, bool> MaySee
)
{
    /// <summary>Reading in an emergency is for that hour and that task; nothing of it is printed.</summary>
    public bool MayPrint(CaseHandle handle) => handle.EmergencyUntil is null && MaySee(handle);
}
