using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>Everything that must hold in a programme file beyond its form.</summary>
internal static class ProgrammeChecks
{
    public static IReadOnlyList<ProgrammeFileError> Of(ProgrammeVersion version, string file)
    {
        var found = new ErrorList(file);
        EveryTextAndSource.Check(version, found);
        return found.Errors;
    }
}
