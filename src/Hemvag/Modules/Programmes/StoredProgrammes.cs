using System.Text.Json;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Programmes;

/// <summary>Takes what was published here into the catalogue: at start, and once a minute on every node.</summary>
internal sealed class StoredProgrammes(HemvagDbContext db, ProgrammeCatalogue catalogue)
{
    /// <exception cref="StartRefusedException">When this program can't read a version that another one has published; what it can read is taken in.</exception>
    public async Task ReadAsync(CancellationToken stop)
    {
        var known = catalogue.Versions.Select(version => version.Id).ToList();
        var rows = await db.Set<StoredProgramme>()
            .AsNoTracking()
            .Where(row => !known.Contains(row.ProgrammeId))
            .Select(row => new { row.ProgrammeId, row.Content })
            .ToListAsync(stop);
        var readings = rows.Select(row => (row.ProgrammeId, Read: Read(row.ProgrammeId, row.Content))).ToList();
        // One that can't be read keeps back none of the others.
        catalogue.Include([.. readings.Select(reading => reading.Read.File).OfType<ProgrammeFile>()]);
        var unread = readings.Where(reading => reading.Read.File is null).Select(reading => $"{reading.ProgrammeId} ({reading.Read.Path})").ToList();
        if (unread.Count > 0)
        {
            throw new StartRefusedException($"Stored programme versions can't be read by this program: {string.Join(", ", unread)}.");
        }
    }

    private static (ProgrammeFile? File, string? Path) Read(string id, string content)
    {
        try
        {
            return (ProgrammeFile.FromStore(id, content), null);
        }
        catch (JsonException wrong)
        {
            return (null, wrong.Path);
        }
    }
}
