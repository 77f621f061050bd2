using Hemvag.Data;
using Hemvag.Modules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>The people of a decision, read to be changed.</summary>
internal static class CashFamily
{
    private static readonly KnownQuery<Func<HemvagDbContext, Guid, IAsyncEnumerable<CashFamilyMember>>> Members = new(() =>
        EF.CompileAsyncQuery(
            (HemvagDbContext db, Guid caseId) => db.Set<CashFamilyMember>().Where(m => m.CaseId == caseId).OrderBy(m => m.Ordinal).AsQueryable()
        )
    );

    /// <summary>Everyone, the applicant first.</summary>
    public static async Task<IReadOnlyList<CashFamilyMember>> ReadAsync(CaseWork work) =>
        await Members.For(work.Db)(work.Db, work.Case.Id).ToListAsync();
}
