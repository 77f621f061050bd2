using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Legs;

/// <summary>What follows when the journey is not as it was.</summary>
internal static class JourneyChange
{
    /// <summary>On the way whoever meets the person is told at once: the local office, and where there is none IOM Finland.</summary>
    public static Task TellAsync(CaseWork work)
    {
        var meets = work.Case.LocalOfficeId ?? IomFinland.Id;
        return work.AskAsync(
            new WorkAsked(
                WorkItemKind.JourneyChanged,
                Urgency.Safety,
                TravelOrganisations.RoleAt(meets),
                meets,
                null,
                CaseLinks.Travel + "/legs",
                work.Today
            )
        );
    }

    /// <summary>The legs that are not over are not travelled. Their rows stay.</summary>
    public static async Task CancelAheadAsync(CaseWork work)
    {
        var legs = await work.Db.Set<Leg>().Where(l => l.CaseId == work.Case.Id && l.State != LegState.Superseded).ToListAsync();
        foreach (var ahead in legs.Where(l => l.IsAhead))
        {
            work.Record(ahead.Supersede(LegChange.Cancelled, work.Now));
        }
    }
}
