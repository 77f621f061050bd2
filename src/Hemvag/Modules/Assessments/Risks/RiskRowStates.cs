using System.Linq.Expressions;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>Reads the rows of a case as the gates see them.</summary>
internal static class RiskRowStates
{
    public static Expression<Func<Case, List<RiskRowState>>> Of(GateContext context) =>
        c =>
            context
                .Db.Set<RiskRow>()
                .Where(r => r.CaseId == c.Id)
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
                .ToList();
}
