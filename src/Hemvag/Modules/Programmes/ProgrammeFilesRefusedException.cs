namespace Hemvag.Modules.Programmes;

/// <summary>The programme files can't be used; the application does not start on half a programme.</summary>
internal sealed class ProgrammeFilesRefusedException(IReadOnlyList<ProgrammeFileError> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<ProgrammeFileError> Errors { get; } = errors;
}
