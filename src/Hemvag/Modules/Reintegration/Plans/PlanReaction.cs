using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>When the local office may know of the person, it is asked for its yes to the plan that waits.</summary>
internal sealed class AskOfficeForItsYes : IReactTo<MilestoneReached>
{
    public async Task ReactAsync(MilestoneReached happened, CaseWork work)
    {
        if (happened.Kind != MilestoneKind.LocalOfficeContacted)
        {
            return;
        }

        var waits = await work
            .Db.Set<ReintegrationPlan>()
            .AnyAsync(p =>
                p.CaseId == work.Case.Id
                && !work.Db.Set<PlanAgreement>().Any(a => a.CaseId == p.CaseId && a.Version == p.Version && a.Party == PlanParty.LocalOffice)
            );
        if (waits)
        {
            await PlanWork.AskAsync(work, PlanParty.LocalOffice);
        }
    }
}
