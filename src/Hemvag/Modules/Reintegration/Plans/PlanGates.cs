using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>A plan with at least one item was drawn up with the person (S1.24, S1.50).</summary>
internal sealed class PlanDrawnUpGate() : Gate<int>(GateKind.PlanDrawnUp)
{
    protected override Expression<Func<Case, int>> Looks(GateContext context) =>
        c => context.Db.Set<PlanItem>().Count(i => i.CaseId == c.Id && i.RemovedIn == null);

    /// <param name="seen">Items of the plan.</param>
    protected override GateState State(GateContext context, int seen)
    {
        var detail = seen > 0 ? "GateDetail.PlanDrawnUp.Met" : "GateDetail.PlanDrawnUp.Open";
        return new GateState(Kind, seen > 0, detail, typeof(ReintegrationTexts), CaseLinks.Plan, seen);
    }
}

/// <summary>Person, IOM Finland and local office have agreed to the plan as it stands (S1.24, S1.50).</summary>
internal sealed class PlanAgreedGate() : Gate<int?>(GateKind.PlanAgreed)
{
    protected override Expression<Func<Case, int?>> Looks(GateContext context) =>
        c =>
            context
                .Db.Set<ReintegrationPlan>()
                .Where(p => p.CaseId == c.Id)
                .Select(p => (int?)context.Db.Set<PlanAgreement>().Count(a => a.CaseId == p.CaseId && a.Version == p.Version))
                .FirstOrDefault();

    /// <param name="seen">Parties that have agreed to the plan as it stands; null where none was drawn up here.</param>
    protected override GateState State(GateContext context, int? seen)
    {
        if (seen is null && context.HappenedBefore(MilestoneKind.PlanAgreed))
        {
            return MetBefore(CaseLinks.Plan);
        }

        var agreed = seen ?? 0;
        var met = agreed == PlanParties.All.Count;
        var detail = met ? "GateDetail.PlanAgreed.Met" : "GateDetail.PlanAgreed.Open";
        return new GateState(Kind, met, detail, typeof(ReintegrationTexts), CaseLinks.Plan, agreed, PlanParties.All.Count);
    }
}
