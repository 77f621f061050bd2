using Hemvag.Modules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>Reads the rows of a case as the gates see them.</summary>
internal static class RiskRowStates
{
    public static Task<List<RiskRowState>> OfAsync(GateContext context) =>
        context
            .Db.Set<RiskRow>()
            .AsNoTracking()
            .Where(r => r.CaseId == context.Case.Id)
            .OrderBy(r => r.Number)
            .Select(r => new RiskRowState(
                r.Id,
                r.Number,
                r.ResidualLevel ?? r.Level,
                r.Status == RiskStatus.Open,
                r.HasMeasure,
                r.OwnerRole != null,
                r.OwnerAccountId != null,
                r.DueOn != null
            ))
            .ToListAsync();
}
