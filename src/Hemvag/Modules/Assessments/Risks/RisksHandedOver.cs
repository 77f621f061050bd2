using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>Whoever takes the case over answers for its risks too.</summary>
internal sealed class RisksHandedOver : IReactTo<CaseHandedOver>, IReactTo<CaseHandedOn>
{
    public Task ReactAsync(CaseHandedOver happened, CaseWork work) => MoveAsync(work, happened.FromAccountId, happened.ToAccountId, happened.Role);

    public Task ReactAsync(CaseHandedOn happened, CaseWork work) => MoveAsync(work, happened.FromAccountId, happened.ToAccountId, happened.Role);

    private static async Task MoveAsync(CaseWork work, Guid from, Guid? to, Role role)
    {
        var rows = await work
            .Db.Set<RiskRow>()
            .Where(r => r.CaseId == work.Case.Id && r.OwnerAccountId == from && r.OwnerRole == role)
            .OrderBy(r => r.Number)
            .ToListAsync();
        foreach (var row in rows)
        {
            work.Record(row.MoveTo(to));
        }
    }
}
