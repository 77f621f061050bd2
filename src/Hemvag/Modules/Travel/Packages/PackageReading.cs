using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
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
                .Where(p => IsShown(handle, p))
                .OrderByDescending(p => p.MadeAt)
                .ThenByDescending(p => p.Id),
        ];

    /// <returns>Null for one that is not there, or not shown to the reader.</returns>
    public async Task<Package?> FindAsync(CaseHandle handle, Guid packageId) =>
        await db.Set<Package>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == packageId && p.CaseId == handle.CaseId) is { } found
        && IsShown(handle, found)
            ? found
            : null;

    /// <summary>Who each is for, by subject.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(OpenedCompartment opened) =>
        (await vault.ReadAllAsync<PackageWords>(db, opened, Compartment.Travel, PackageWords.SubjectPrefix)).ToDictionary(
            w => w.Subject,
            w => w.Value.Name,
            StringComparer.Ordinal
        );

    // That there is a clinic tells of health.
    private static bool IsShown(CaseHandle handle, Package package) =>
        package.Recipient != PackageRecipient.Clinic || handle.MayOpen(Compartment.Health);
}
