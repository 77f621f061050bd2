using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Arrangements;

/// <summary>A stop before the person has been met holds every booking at once; nothing is cancelled by it. Whoever confirmed them is asked by name.</summary>
internal sealed class HoldBookings : IReactTo<CaseStopped>
{
    public async Task ReactAsync(CaseStopped happened, CaseWork work)
    {
        if (work.Reached.Contains(MilestoneKind.MetOnArrival))
        {
            // The journey is over: nothing is left to hold.
            return;
        }

        var asked = await work
            .Db.Set<Arrangement>()
            .Where(a => a.CaseId == work.Case.Id && a.OrganisationId != null)
            .OrderByDescending(a => a.AnsweredAt)
            .ToListAsync();
        if (asked.Count > 0 || work.Reached.Contains(MilestoneKind.Booked))
        {
            await work.AskAsync(
                new WorkAsked(
                    WorkItemKind.HoldBookings,
                    Urgency.Safety,
                    Role.IomCaseworker,
                    IomFinland.Id,
                    await NamedPerson.AtAsync(work, IomFinland.Id, Role.IomCaseworker, asked.Select(a => a.AnsweredBy).OfType<Guid>()),
                    CaseLinks.Travel,
                    work.Today
                )
            );
        }
    }
}
