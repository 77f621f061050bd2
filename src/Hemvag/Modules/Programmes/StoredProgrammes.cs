using System.Text.Json;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Programmes;

/// <summary>Takes what was published here into the catalogue: at start, and once a minute on every node.</summary>
internal sealed class StoredProgrammes(HemvagDbContext db, ProgrammeCatalogue catalogue)
{
    /// <exception cref="StartRefusedException">When this program can't read a version that another one has published.</exception>
    public async Task ReadAsync(CancellationToken stop)
    {
        var known = catalogue.Versions.Select(version => version.Id).ToList();
        var rows = await db.Set<StoredProgramme>()
            .AsNoTracking()
            .Where(row => !known.Contains(row.ProgrammeId))
            .Select(row => new { row.ProgrammeId, row.Content })
            .ToListAsync(stop);
        catalogue.Include([.. rows.Select(row => Read(row.ProgrammeId, row.Content))]);
    }

    private static ProgrammeFile Read(string id, string content)
    {
        try
        {
            return ProgrammeFile.FromStore(id, content);
        }
        catch (JsonException wrong)
        {
            throw new StartRefusedException($"The stored programme version {id} can't be read by this program: {wrong.Path}.");
        }
    }
}
