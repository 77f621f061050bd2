using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>Reads the packages of a case that access has been checked for.</summary>
internal sealed class PackageReading(HemvagDbContext db, CaseVault vault)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Package>> OfCaseAsync(CaseHandle handle) =>
        [
            .. (await db.Set<Package>().AsNoTracking().Where(p => p.CaseId == handle.CaseId).ToListAsync())
                .OrderByDescending(p => p.MadeAt)
                .ThenByDescending(p => p.Id),
        ];

    public Task<Package?> FindAsync(CaseHandle handle, Guid packageId) =>
        db.Set<Package>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == packageId && p.CaseId == handle.CaseId);

    /// <summary>Who each is for, by subject.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(OpenedCompartment opened) =>
        (await vault.ReadAllAsync<PackageWords>(db, opened, Compartment.Travel, PackageWords.SubjectPrefix)).ToDictionary(
            w => w.Subject,
            w => w.Value.Name,
            StringComparer.Ordinal
        );
}
