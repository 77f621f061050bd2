using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes;

/// <summary>Every programme version of the folder <c>programmes/</c>, read and checked once at start.</summary>
internal sealed class ProgrammeCatalogue
{
    private readonly IReadOnlyList<ProgrammeFile> _files;

    private ProgrammeCatalogue(IReadOnlyList<ProgrammeFile> files) => _files = files;

    /// <summary>The files with their hashes, in the order of their ids.</summary>
    public IReadOnlyList<ProgrammeFile> Files => _files;

    public IReadOnlyList<ProgrammeVersion> Versions => [.. _files.Select(file => file.Version)];

    /// <summary>Reads every <c>*.json</c> of the folder.</summary>
    /// <exception cref="ProgrammeFilesRefusedException">A file is wrong, or there is none; names every error.</exception>
    public static ProgrammeCatalogue Load(string folder)
    {
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToArray() : [];
        if (paths.Length == 0)
        {
            throw new ProgrammeFilesRefusedException([new ProgrammeFileError(folder, "$", "at least one programme file (*.json)")]);
        }

        var readings = paths.Select(path => ProgrammeFile.Read(Path.GetFileName(path), File.ReadAllBytes(path))).ToList();
        var errors = readings.SelectMany(reading => reading.Errors).ToList();
        return errors.Count == 0
            ? new ProgrammeCatalogue([.. readings.Select(reading => reading.File!)])
            : throw new ProgrammeFilesRefusedException(errors);
    }

    /// <summary>Reads the folder <c>programmes</c> that the build puts beside the application.</summary>
    /// <exception cref="ProgrammeFilesRefusedException">As <see cref="Load"/>.</exception>
    public static ProgrammeCatalogue LoadInstalled() => Load(Path.Combine(AppContext.BaseDirectory, "programmes"));

    /// <summary>The version under which a case starts on the day: the one in force that began last.</summary>
    /// <exception cref="InvalidOperationException">No version runs on the day.</exception>
    public ProgrammeVersion InForce(DateOnly day) =>
        Versions.Where(v => v.RunsOn(day)).MaxBy(v => v.RunsFrom) ?? throw new InvalidOperationException("No programme version runs on this day.");

    /// <exception cref="KeyNotFoundException">There is no version with this id.</exception>
    public ProgrammeVersion Get(string id) => Find(id) ?? throw new KeyNotFoundException("There is no programme version with this id.");

    public ProgrammeVersion? Find(string id) => _files.FirstOrDefault(file => string.Equals(file.Version.Id, id, StringComparison.Ordinal))?.Version;
}
