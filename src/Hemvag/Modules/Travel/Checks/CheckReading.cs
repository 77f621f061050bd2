using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Checks;

/// <summary>Reads the checks of a case that access has been checked for.</summary>
internal sealed class CheckReading(HemvagDbContext db, CaseVault vault)
{
    public async Task<IReadOnlyDictionary<TravelCheckKind, TravelCheck>> LoadAsync(Guid caseId) =>
        await db.Set<TravelCheck>().AsNoTracking().Where(c => c.CaseId == caseId).ToDictionaryAsync(c => c.Kind);

    /// <summary>By the check's subject, see <see cref="TravelCheckWords.SubjectOf"/>.</summary>
    public async Task<IReadOnlyDictionary<string, TravelCheckWords>> WordsAsync(OpenedCompartment opened) =>
        (await vault.ReadAllAsync<TravelCheckWords>(db, opened, Compartment.Travel, TravelCheckWords.SubjectPrefix)).ToDictionary(
            w => w.Subject,
            w => w.Value,
            StringComparer.Ordinal
        );
}
