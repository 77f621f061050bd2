namespace Hemvag.Modules.Programmes;

/// <summary>What is wrong in a programme file, and where.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Path">JSON path, e.g. <c>$.milestones[3].after[0]</c>.</param>
/// <param name="Expected">What was expected there and, where it helps, what was found.</param>
/// <param name="NotJsonFrom">Where the text stops being JSON; null for everything else that is wrong.</param>
internal sealed record ProgrammeFileError(string File, string Path, string Expected, TextPlace? NotJsonFrom = null)
{
    public override string ToString() => $"{File}: {Path}: expected {Expected}";
}

/// <summary>A place in a text, line and character counted from 1 as an editor shows them.</summary>
internal sealed record TextPlace(long Line, int Character);
