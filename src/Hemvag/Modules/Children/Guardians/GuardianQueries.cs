using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Children.Guardians;

/// <summary>A guardian, with the child of the case they stand for.</summary>
/// <param name="ChildOrdinal">Of the one child they stand for.</param>
internal sealed record GuardianRow(Guardian Guardian, int? ChildOrdinal);

/// <summary>Reads those who stand for children in a case.</summary>
internal sealed class GuardianQueries(HemvagDbContext db, CaseVault vault)
{
    public async Task<IReadOnlyList<GuardianRow>> AllAsync(CaseHandle handle) =>
        await db.Set<Guardian>()
            .AsNoTracking()
            .Where(g => g.CaseId == handle.CaseId)
            .OrderBy(g => g.Number)
            .Select(g => new GuardianRow(
                g,
                db.Set<AccompanyingChild>().Where(c => c.Id == g.ChildId && c.CaseId == g.CaseId).Select(c => (int?)c.Ordinal).FirstOrDefault()
            ))
            .ToListAsync();

    /// <returns>Null when the case has no such guardian.</returns>
    public async Task<GuardianRow?> FindAsync(CaseHandle handle, Guid guardianId) =>
        (await AllAsync(handle)).FirstOrDefault(g => g.Guardian.Id == guardianId);

    /// <summary>Why a guardian is suspected or stands for nobody, under a live opening of Protection.</summary>
    public async Task<string?> ReasonAsync(OpenedCompartment opened, Guardian guardian) =>
        (await vault.ReadAsync<GuardianReason>(db, opened, Compartment.Protection, guardian.ReasonSubject))?.Value.Why;

    /// <summary>Under a live opening of Protection, by subject.</summary>
    public async Task<IReadOnlyDictionary<string, Unsealed<GuardianPayload>>> WordsAsync(OpenedCompartment opened)
    {
        var read = await vault.ReadAllAsync<GuardianPayload>(db, opened, Compartment.Protection, Guardian.SubjectPrefix);
        return read.ToDictionary(r => r.Subject, StringComparer.Ordinal);
    }
}
