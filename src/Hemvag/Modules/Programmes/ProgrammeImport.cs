using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Programmes;

/// <summary>Keeps each programme version as it was when it first ran here, and stops the start when a file has changed since.</summary>
internal sealed class ProgrammeImport(ProgrammeCatalogue catalogue, StoredProgrammes stored, HemvagDbContext db, Operations operations)
{
    /// <exception cref="StartRefusedException">When a file under a known id differs from what was imported or published, or a published version can't be read.</exception>
    public async Task RunAsync()
    {
        var known = await db.Set<StoredProgramme>().AsNoTracking().ToDictionaryAsync(p => p.ProgrammeId, p => p.Sha256);
        foreach (var file in catalogue.Shipped)
        {
            if (!known.TryGetValue(file.Version.Id, out var before))
            {
                await ImportAsync(file);
            }
            else
            {
                RequireSame(file, before);
            }
        }

        await stored.ReadAsync(CancellationToken.None);
    }

    private static void RequireSame(ProgrammeFile file, string before)
    {
        if (before != file.Sha256)
        {
            throw new StartRefusedException(
                $"programmes/{file.Version.Id}.json has changed since it was first used here. A rule that changes is a new version with a new id."
            );
        }
    }

    private async Task ImportAsync(ProgrammeFile file)
    {
        try
        {
            await AddAsync(file);
        }
        catch (RefusedException there) when (there.Refusal == ProgrammeRefusals.VersionExists)
        {
            // Another node was first, with the same file.
        }
    }

    private Task<bool> AddAsync(ProgrammeFile file) =>
        operations.RunAsync(
            Guid.CreateVersion7(),
            Streams.Programmes,
            "ImportProgramme",
            Actor.System("start"),
            async work =>
            {
                // Two nodes may start at once: the other one may have been first.
                if (await work.Db.Set<StoredProgramme>().AsNoTracking().FirstOrDefaultAsync(p => p.ProgrammeId == file.Version.Id) is { } before)
                {
                    RequireSame(file, before.Sha256);
                    throw new RefusedException(ProgrammeRefusals.VersionExists);
                }

                work.Db.Add(
                    new StoredProgramme
                    {
                        Id = work.NewId(),
                        ProgrammeId = file.Version.Id,
                        Sha256 = file.Sha256,
                        Content = file.Content,
                        ImportedAt = work.Now,
                    }
                );
                work.Record(new ProgrammeImported(file.Version.Id, file.Sha256));
            }
        );
}
