using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>A plan with at least one item was drawn up with the person (S1.24, S1.50).</summary>
internal sealed class PlanDrawnUpGate : IGate
{
    public GateKind Kind => GateKind.PlanDrawnUp;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var items = await context.Db.Set<PlanItem>().CountAsync(i => i.CaseId == context.Case.Id && i.RemovedIn == null);
        var detail = items > 0 ? "GateDetail.PlanDrawnUp.Met" : "GateDetail.PlanDrawnUp.Open";
        return new GateState(Kind, items > 0, detail, typeof(ReintegrationTexts), CaseLinks.Plan, items);
    }
}

/// <summary>Person, IOM Finland and local office have agreed to the plan as it stands (S1.24, S1.50).</summary>
internal sealed class PlanAgreedGate : IGate
{
    public GateKind Kind => GateKind.PlanAgreed;

    public async Task<GateState> CheckAsync(GateContext context)
    {
        var agreed = await context
            .Db.Set<Plan>()
            .Where(p => p.CaseId == context.Case.Id)
            .SelectMany(p => context.Db.Set<PlanAgreement>().Where(a => a.CaseId == p.CaseId && a.Version == p.Version))
            .CountAsync();
        var met = agreed == PlanParties.All.Count;
        var detail = met ? "GateDetail.PlanAgreed.Met" : "GateDetail.PlanAgreed.Open";
        return new GateState(Kind, met, detail, typeof(ReintegrationTexts), CaseLinks.Plan, agreed, PlanParties.All.Count);
    }
}
