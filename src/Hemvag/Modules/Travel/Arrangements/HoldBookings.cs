using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>A stop holds every booking at once; nothing is cancelled by it.</summary>
internal sealed class HoldBookings : IReactTo<CaseStopped>
{
    public async Task ReactAsync(CaseStopped happened, CaseWork work)
    {
        var anything = await work.Db.Set<Arrangement>().AnyAsync(a => a.CaseId == work.Case.Id && a.OrganisationId != null);
        if (anything || work.Reached.Contains(MilestoneKind.Booked))
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.HoldBookings,
                    Urgency.Safety,
                    Role.IomCaseworker,
                    TravelOrganisations.IomFinland,
                    null,
                    CaseLinks.Travel,
                    work.Today
                )
            );
        }
    }
}
