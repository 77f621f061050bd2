namespace Hemvag.Modules.Programmes;

/// <summary>What is wrong in a programme file, and where.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Path">JSON path, e.g. <c>$.milestones[3].after[0]</c>.</param>
/// <param name="Expected">What was expected there and, where it helps, what was found.</param>
internal sealed record ProgrammeFileError(string File, string Path, string Expected)
{
    public override string ToString() => $"{File}: {Path}: expected {Expected}";
}
