using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>Of two versions of a kind that run from the same day only one would ever be in force, and nothing says which.</summary>
internal static class FirstDayCheck
{
    /// <param name="others">The versions there are; the version itself may be among them.</param>
    /// <returns>Null when no other version of the kind runs from that day.</returns>
    public static ProgrammeFileError? Of(ProgrammeFile file, IEnumerable<ProgrammeVersion> others) =>
        others.FirstOrDefault(other => other.Id != file.Version.Id && other.Kind == file.Version.Kind && other.RunsFrom == file.Version.RunsFrom)
            is { } same
            ? new ProgrammeFileError(file.Name, "$.runsFrom", $"a day from which no other version of the kind runs, found that of {same.Id}")
            : null;
}
