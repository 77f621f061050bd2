using Hemvag.Modules.Programmes.Checks;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes;

/// <summary>
/// Every programme version: those of the folder <c>programmes/</c>, read and checked once at start, and those that were published here since.
/// Versions are added and never change; whoever reads sees the ones before or the ones after.
/// </summary>
internal sealed class ProgrammeCatalogue
{
    private readonly Lock _adding = new();
    private volatile IReadOnlyList<ProgrammeFile> _files;

    private ProgrammeCatalogue(IReadOnlyList<ProgrammeFile> files)
    {
        Shipped = files;
        _files = files;
    }

    /// <summary>The files of the folder alone.</summary>
    public IReadOnlyList<ProgrammeFile> Shipped { get; }

    /// <summary>All with their hashes, in the order of their ids.</summary>
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
        var read = readings.Select(reading => reading.File).OfType<ProgrammeFile>().ToList();
        var ids = read.Select(file => file.Version.Id).ToList();
        var errors = readings
            .SelectMany(reading => reading.Errors)
            .Concat(read.Select(file => TakenFromCheck.Of(file, ids)).OfType<ProgrammeFileError>())
            .ToList();
        return errors.Count == 0
            ? new ProgrammeCatalogue([.. readings.Select(reading => reading.File!)])
            : throw new ProgrammeFilesRefusedException(errors);
    }

    /// <summary>Reads the folder <c>programmes</c> that the build puts beside the application.</summary>
    /// <exception cref="ProgrammeFilesRefusedException">As <see cref="Load"/>.</exception>
    public static ProgrammeCatalogue LoadInstalled() => Load(Path.Combine(AppContext.BaseDirectory, "programmes"));

    /// <summary>The version under which a case of the kind starts on the day: the one in force that began last.</summary>
    /// <exception cref="InvalidOperationException">No version runs on the day.</exception>
    public ProgrammeVersion InForce(DateOnly day, ProgrammeKind kind = ProgrammeKind.AssistedReturn) =>
        FindInForce(day, kind) ?? throw new InvalidOperationException("No programme version runs on this day.");

    /// <summary>As <see cref="InForce"/>; null when none runs on the day.</summary>
    public ProgrammeVersion? FindInForce(DateOnly day, ProgrammeKind kind) =>
        Versions.Where(v => v.Kind == kind && v.RunsOn(day)).MaxBy(v => v.RunsFrom);

    /// <exception cref="KeyNotFoundException">There is no version with this id.</exception>
    public ProgrammeVersion Get(string id) => Find(id) ?? throw new KeyNotFoundException("There is no programme version with this id.");

    /// <summary>Takes in versions from the store; an id that is known already stays as it is.</summary>
    public void Include(IReadOnlyList<ProgrammeFile> stored)
    {
        lock (_adding)
        {
            var fresh = stored.Where(file => Find(file.Version.Id) is null).ToList();
            if (fresh.Count > 0)
            {
                _files = [.. _files.Concat(fresh).OrderBy(file => file.Version.Id, StringComparer.Ordinal)];
            }
        }
    }

    public ProgrammeVersion? Find(string id) => _files.FirstOrDefault(file => string.Equals(file.Version.Id, id, StringComparison.Ordinal))?.Version;
}
