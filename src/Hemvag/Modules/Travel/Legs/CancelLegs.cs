using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>A case closed before the person has been met: what lies ahead of the journey is not travelled.</summary>
internal sealed class CancelLegs : IReactTo<CaseClosed>
{
    public async Task ReactAsync(CaseClosed happened, CaseWork work)
    {
        if (work.Reached.Contains(MilestoneKind.MetOnArrival))
        {
            return;
        }

        var legs = await work.Db.Set<Leg>().Where(l => l.CaseId == work.Case.Id && l.State != LegState.Superseded).ToListAsync();
        foreach (var ahead in legs.Where(l => l.IsAhead))
        {
            work.Record(ahead.Supersede(LegChange.Cancelled, work.Now));
        }
    }
}
