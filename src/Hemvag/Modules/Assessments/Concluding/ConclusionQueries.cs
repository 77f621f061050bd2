using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Concluding;

/// <summary>A conclusion as it is listed.</summary>
internal sealed record ConclusionView(int Number, ConclusionOutcome Outcome, TravelFitness? Fitness, DateOnly ConcludedOn, string ConcludedBy);

internal sealed class ConclusionQueries(HemvagDbContext db)
{
    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<ConclusionView>> OfAsync(CaseHandle handle, AssessmentPart part) =>
        await db.Set<AssessmentConclusion>()
            .AsNoTracking()
            .Where(c => c.CaseId == handle.CaseId && c.Part == part)
            .OrderByDescending(c => c.Number)
            .Join(
                db.Set<Account>(),
                c => c.ConcludedBy,
                a => a.Id,
                (c, a) => new ConclusionView(c.Number, c.Outcome, c.Fitness, c.ConcludedOn, a.DisplayName)
            )
            .ToListAsync();
}
