namespace Hemvag.Modules.Programmes.Checks;

/// <summary>What one file alone can't tell: whether the version it takes its amounts from is there.</summary>
internal static class TakenFromCheck
{
    /// <param name="known">Ids of the versions there are.</param>
    /// <returns>Null when it takes none, or from one that is there.</returns>
    public static ProgrammeFileError? Of(ProgrammeFile file, IEnumerable<string> known) =>
        file.Version.Entitlements.TakenFrom is { } id && !known.Contains(id, StringComparer.Ordinal)
            ? new ProgrammeFileError(file.Name, "$.entitlements.takenFrom", $"the id of a version that is there, found \"{id}\"")
            : null;
}
