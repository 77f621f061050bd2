namespace Hemvag.Modules.Programmes;

/// <summary>The outcome of reading one programme file: the file, or every error found in it.</summary>
internal sealed record ProgrammeReading(ProgrammeFile? File, IReadOnlyList<ProgrammeFileError> Errors);
