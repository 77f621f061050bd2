using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>A case closed before the person has been met: who closed it has said that what was booked is cancelled.</summary>
internal sealed class CancelBookings : IReactTo<CaseClosed>
{
    public async Task ReactAsync(CaseClosed happened, CaseWork work)
    {
        var travels = new MilestoneTable(work.Programme).Has(MilestoneKind.MetOnArrival);
        if (work.Account is not { } account || !travels || work.Reached.Contains(MilestoneKind.MetOnArrival))
        {
            return;
        }

        var all = await work.Db.Set<Arrangement>().Where(a => a.CaseId == work.Case.Id).ToListAsync();
        foreach (var booked in all.Where(a => a.IsBooked))
        {
            work.Record(booked.Cancel(work.Now, account.Id));
        }
    }
}
