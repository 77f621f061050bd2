using Hemvag.Modules.Cases;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Ending;

/// <summary>A case that was moved is followed up as its new version has it: for its months, and with its evaluation.</summary>
internal sealed class FollowTheVersion(ProgrammeCatalogue programmes) : IReactTo<CaseMovedToProgramme>
{
    public async Task ReactAsync(CaseMovedToProgramme happened, CaseWork work)
    {
        // The work itself still goes by the version that the case came from.
        var version = programmes.Get(happened.ToId);
        await EvaluationAsync(work, version);
        if (!work.Reached.Contains(MilestoneKind.FollowUpDone))
        {
            await ContactsAsync(work, version);
        }
    }

    private static async Task EvaluationAsync(CaseWork work, ProgrammeVersion version)
    {
        if (!new MilestoneTable(version).Has(MilestoneKind.Evaluated))
        {
            await work.DoneAsync(WorkItemKind.EvaluateCase);
        }
        else if (work.Reached.Contains(MilestoneKind.FollowUpDone) && !work.Reached.Contains(MilestoneKind.Evaluated))
        {
            await FollowUpEnding.AskForEvaluationAsync(work);
        }
    }

    // Only where contacts of the plan are there: without the person's yes there are none, and a later yes plans them by the new version.
    private static async Task ContactsAsync(CaseWork work, ProgrammeVersion version)
    {
        var planned = await work
            .Db.Set<FollowUpContact>()
            .Where(c => c.CaseId == work.Case.Id && c.Origin == ContactOrigin.Plan && c.State != ContactState.Cancelled)
            .ToListAsync();
        if (planned.Count == 0 || await ContactPlan.ArrivalAsync(work.Db, work.Case.Id) is not { } arrival)
        {
            return;
        }

        await ContactPlan.AddAsync(work, ContactOrigin.Plan, ContactPlan.Monthly(arrival, version.FollowUp.Months));
        foreach (var contact in planned.Where(c => c.State == ContactState.Planned && c.Month > version.FollowUp.Months))
        {
            contact.Cancel(ContactCancelReason.FollowUpDone);
            work.Record(new ContactCancelled(contact.Id, ContactCancelReason.FollowUpDone));
            await ContactPlan.SettleAsync(work, contact.Id);
        }
    }
}
